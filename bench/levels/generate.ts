import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buildLedger } from '../../src/app/changes/build-ledger';
import { ledgerRows } from '../../src/exports/ledger-to-table';
import type { TableRow } from '../../src/exports/long-table';
import { parquetBytes } from '../../src/exports/parquet-table';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { ledgerAssignments, type Ledger } from '../../src/ledger/ledger';
import type { Entry, SubmissionRecord } from '../../src/ledger/records';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { AT, day, period, report } from '../../test/ledger/builders';

/** Of each ledger: every unit has a measure and reports on it every month of a year. */
const UNITS = 200;
const MONTHS = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, '0')}`);
const SECTIONS = 10;

/** “县” of one letter from the first list and one from the second. */
const FIRST = [...'安宁永定清江长平武兴新东西南北上高金石龙凤青白黄红临大海河山'];
const SECOND = [
  ...'安宁定清江平武兴东西南北金石龙凤青白黄红临海河山泉阳阴川溪谷城乡丰泰和顺昌荣华光明远达通义仁礼',
];

function planOf(ledger: number): string {
  const stem = `${FIRST[Math.floor(ledger / SECOND.length) % FIRST.length]}${SECOND[ledger % SECOND.length]}`;
  const lines = [
    `${stem}第${Math.floor(ledger / (FIRST.length * SECOND.length)) + 1}县2023年重点工作任务分解方案`,
  ];
  for (let no = 1; no <= UNITS; no += 1) {
    if ((no - 1) % (UNITS / SECTIONS) === 0) {
      const at = '一二三四五六七八九十'[(no - 1) / (UNITS / SECTIONS)];
      lines.push(`${at}、第${at}方面工作`);
    }
    const deadline = `2023年${(no % 9) + 3}月底前`;
    lines.push(
      `${no}．加快建设第${no}个项目，完善制度，确保取得实效。（牵头单位：县第${no}局；完成时限：${deadline}）`,
    );
  }
  return lines.join('\n');
}

/** From the month its turn is a measure is done, each ledger in an order of its own. */
function reported(ledger: Ledger, number: number): Ledger {
  const assignments = ledgerAssignments(ledger);
  const entries: Entry[] = [];
  const submissions: SubmissionRecord[] = [];
  for (const [month, code] of MONTHS.entries()) {
    const common = { batch: `B${String(month + 1).padStart(4, '0')}`, at: AT, period: period(code) };
    for (const [index, { measure, unit }] of assignments.entries()) {
      const done = (index * 7 + number) % 13 <= month;
      const handedIn = { file: `${unit}.xlsx`, sha256: `${number} ${unit} ${code}` };
      entries.push({
        ...{ kind: 'report', previousStatus: null, origin: 'return', id: entries.length + 1, measure, unit },
        ...common,
        ...handedIn,
        report: report({
          status: done ? 'done' : 'inProgress',
          percent: done ? 100 : month * 8,
          completedOn: done ? day(`${code}-15`) : null,
          progress: `${month + 1}月召开推进会${(index % 5) + 1}次，完成清理${index + month}件。`,
        }),
      });
      submissions.push({
        ...{
          ...common,
          ...handedIn,
          office: unit,
          returnedOn: day(`${code}-28`),
          verdict: 'accepted',
          findings: 0,
        },
      });
    }
  }
  return { ...ledger, entries, submissions };
}

function ledgerOf(number: number): Ledger {
  const settings = { asOf: day('2023-12-31'), period: period('2023-12'), at: AT };
  return reported(buildLedger(planOf(number), settings), number);
}

/** Gives one row group after the other: one ledger at a time is in memory. */
async function* tables(from: number, to: number): AsyncGenerator<readonly TableRow[]> {
  for (let number = from; number < to; number += 1) {
    await Promise.resolve();
    yield ledgerRows({ ledger: ledgerOf(number), findings: [] }, `${number}.xlsx`);
  }
}

/** `workbooks FOLDER FROM TO` writes ledgers as workbooks, `table FILE FROM TO` as one long table. */
async function main([kind, path = '', from, to]: readonly string[]): Promise<void> {
  const [first, last] = [Number(from), Number(to)];
  if (kind === 'table') {
    await pipeline(Readable.from(parquetBytes(tables(first, last))), createWriteStream(path));
    return;
  }
  mkdirSync(path, { recursive: true });
  for (let number = first; number < last; number += 1) {
    writeFileSync(
      join(path, `${number}.xlsx`),
      await createWorkbookFiles().write(ledgerWorkbook(ledgerOf(number))),
    );
  }
}

void main(process.argv.slice(2));
