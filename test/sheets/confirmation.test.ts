import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { contentValue } from '../../src/base/content-value';
import type { SheetBlueprint } from '../../src/base/blueprint';
import { toSerial } from '../../src/base/calendar';
import { must } from '../../src/base/invariant';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { foldLedger } from '../../src/ledger/fold';
import { completionRate } from '../../src/ledger/figures/completion-rate';
import { tally } from '../../src/ledger/figures/summary';
import type { Ledger } from '../../src/ledger/ledger';
import { importReturns } from '../../src/ledger/change/changes';
import { createLedger, defaultSettings } from '../../src/ledger/ledger';
import { officeInCharge, officesOn } from '../../src/ledger/units/offices';
import { parsePlan } from '../../src/plan/parse';
import { confirmationSheet } from '../../src/sheets/confirmation/confirmation-sheet';
import { confirmations } from '../../src/sheets/confirmation/confirmation-view';
import {
  confirmationWorkbook,
  confirmationsWorkbook,
} from '../../src/sheets/confirmation/confirmation-workbook';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { STANDING_WORD, TAB } from '../../src/sheets/words';
import { collectedSample } from '../hosts/excel/sample';
import { AT, day, report, returned, unit } from '../ledger/builders';
import { randomLedger } from '../ledger/random-ledger';
import { threePeriods } from '../ledger/three-periods';
import { LIBRE_OFFICE_TIMEOUT, hasLibreOffice, workbooksPrinted } from '../support/libre-office';
import { openXmlErrors } from '../support/open-xml';

jest.setTimeout(LIBRE_OFFICE_TIMEOUT);

const files = createWorkbookFiles();

function sheetsOf(ledger: Ledger): ReadonlyMap<string, SheetBlueprint> {
  return new Map(
    confirmations(ledger).map((asked) => [asked.office, confirmationSheet(ledger, asked, '反馈确认单')]),
  );
}

function valuesOf(sheet: SheetBlueprint) {
  return sheet.cells.map((row) =>
    row.map((content) => {
      if (content !== null && typeof content === 'object' && 'date' in content) return toSerial(content.date);
      return contentValue(content);
    }),
  );
}

/** The rows of the list, words that go on in a further row put together again. */
function listOf(sheet: SheetBlueprint) {
  const values = valuesOf(sheet);
  const from = values.findIndex(([first]) => first === '序号') + 1;
  const to = values.findIndex(([first]) => first === '四、核对意见');
  const lines: { no: number; texts: string[]; standing: unknown; deadline: unknown }[] = [];
  for (const row of values.slice(from, to - 1)) {
    const texts = [row[1], row[7], row[10]].map((text) => String(text ?? ''));
    const last = lines.at(-1);
    if (typeof row[0] === 'string' && last !== undefined) {
      last.texts = last.texts.map((text, at) => text + must(texts[at], 'a text'));
    } else lines.push({ no: Number(row[0]), texts, deadline: row[4], standing: row[5] });
  }
  return lines;
}

/** Every figure of a paper against the fold. */
function expectAsFolded(ledger: Ledger): void {
  const { assignments } = foldLedger(ledger);
  const sheets = sheetsOf(ledger);
  expect([...sheets.keys()]).toEqual(officesOn(ledger, ledger.settings.asOf).map(({ office }) => office));
  for (const [office, sheet] of sheets) {
    const own = assignments.filter(
      ({ assignment }) => officeInCharge(ledger.directory, assignment, ledger.settings.asOf) === office,
    );
    const counts = tally(own);
    const values = valuesOf(sheet);
    const tiles = values.findIndex((row) => row[0] === '措施（应报项）') - 1;
    const shown = values[tiles]?.filter((_, at) => at % 2 === 0);
    expect([office, shown]).toEqual([
      office,
      [
        counts.measures,
        counts.done,
        completionRate(counts) ?? '—',
        counts.overdue,
        counts.dueSoon,
        counts.ongoing,
      ],
    ]);
    const lines = listOf(sheet).map(({ no, standing }) => `${no} ${String(standing)}`);
    expect([office, lines.toSorted()]).toEqual([
      office,
      own.map((one) => `${one.assignment.measure} ${STANDING_WORD[one.standing]}`).toSorted(),
    ]);
    expect(
      sheet.cells.flat().filter((cell) => cell !== null && typeof cell === 'object' && 'formula' in cell),
    ).toEqual([]);
  }
}

test('every figure of every office of the sample is the fold’s, and nothing is a formula', async () => {
  const { collected } = await collectedSample();
  expectAsFolded(collected);
  expect(sheetsOf(collected).size).toBe(33);
});

test('the same for ledgers at random: successors, splits, takings back', () => {
  fc.assert(fc.property(randomLedger, expectAsFolded), { numRuns: 60 });
});

test('what an office confirms is what 单位页 shows of it: figures, periods, what it owes', () => {
  const ledger = threePeriods();
  for (const [office, sheet] of sheetsOf(ledger)) {
    const shown = { ...ledger, settings: { ...ledger.settings, shownOffice: office } };
    const page = must(
      ledgerWorkbook(shown).sheets.find(({ name }) => name === TAB.unitPage),
      'the page',
    );
    const rowsOf = (of: SheetBlueprint) => {
      const values = valuesOf(of);
      const header = values.findIndex((row) => row[0] === '报送期');
      return values.slice(header + 1, header + 4).map((row) => row.slice(2, 7));
    };
    expect([office, rowsOf(sheet)]).toEqual([office, rowsOf(page)]);
    const owed = (of: SheetBlueprint, word: string) => {
      const row = valuesOf(of).find((cells) => cells.includes(word));
      return row?.[row.indexOf(word) + 2];
    };
    for (const word of ['本期填报表', '逾期未完成', '尚未填报', '即将到期'])
      expect([office, word, owed(sheet, word)]).toEqual([office, word, owed(page, word)]);
  }
});

test('an office is told whose measures it took over; a dissolved unit is asked nothing', () => {
  const sheets = sheetsOf(threePeriods());
  expect([...sheets.keys()]).toEqual(['市编办', '市发改委', '市市场监管局', '市财政局', '市司法局']);
  const head = (office: string) => String(sheets.get(office)?.cells[3]?.[0]);
  expect(head('市发改委')).toContain('本单含原市物价局牵头的措施。');
  expect(head('市财政局')).not.toContain('本单含');
});

test('the office’s answer is open, all else is locked; the cell of the answer offers both', () => {
  const sheet = must(sheetsOf(threePeriods()).get('市财政局'), 'a paper');
  const values = valuesOf(sheet);
  const rowOf = (label: string) => values.findIndex((row) => row[0] === label) + 1;
  const unlocked = sheet.protection?.unlocked ?? [];
  expect(unlocked).toHaveLength(6);
  expect(Math.min(...unlocked.map(({ top }) => top))).toBe(rowOf('核对结果'));
  expect(values.flat().join(' ')).toMatch(/负责人签字 .*单位盖章/su);
  const [rule] = sheet.validations;
  expect(rule?.range.top).toBe(rowOf('核对结果'));
  expect(rule?.rule).toMatchObject({ kind: 'list', values: { length: 3 } });
});

test('who sends it is named with contact and phone where the settings know, and so is the time to answer', () => {
  const ledger = threePeriods();
  const known = { ...ledger.settings.office, name: '市依法治市办', contact: '张三', phone: '2331234' };
  const head = (office: Ledger['settings']['office']) =>
    String(sheetsOf({ ...ledger, settings: { ...ledger.settings, office } }).get('市财政局')?.cells[3]?.[0]);
  expect(head({ ...known, replyWithinDays: 5 })).toContain(
    '于收到后 5 日内退回市依法治市办（联系人：张三，电话：2331234）。',
  );
  expect(head({ ...known, name: '', contact: '', phone: '' })).toContain('于收到后 10 日内退回发出单位。');
});

/** One office with so many measures, its words as long as they are. */
function officeWith(measures: number, progress: string): Ledger {
  const plan = parsePlan(
    `某市法治政府建设实施方案\n(2016—2020年)\n二、工作措施\n(一)履行职能\n1.改革\n${Array.from(
      { length: measures },
      (_, at) => `(${at + 1})推进第${at + 1}项改革工作,完善各项配套制度。(牵头单位:市编办。2017年底完成)`,
    ).join('\n')}\n`,
  );
  const ledger = createLedger(
    plan,
    { units: [unit('市编办')], groups: [] },
    defaultSettings(day('2017-09-30')),
  );
  const reports = plan.measures.map(({ no }) => ({
    measure: no,
    report: report({ status: 'inProgress', percent: 40, progress: progress.replace('#', String(no)) }),
  }));
  return importReturns(ledger, [returned({ office: '市编办', verdict: 'accepted', reports })], AT).ledger;
}

/** A text in which every hundred characters can be told from all others. */
const LONG = Array.from(
  { length: 40 },
  (_, at) => `第${at + 1}段：${'稳步推进各项改革任务落地见效'.repeat(3)}`,
).join('；');

test('words longer than any row are all there, in rows that bear the number again and that Excel takes', () => {
  const sheet = must(sheetsOf(officeWith(3, LONG)).get('市编办'), 'a paper');
  expect(listOf(sheet).map(({ texts }) => texts[1])).toEqual([LONG, LONG, LONG]);
  expect(valuesOf(sheet).flat()).toContain('2（续）');
  expect(Math.max(...sheet.rowHeights.map(({ points }) => points))).toBeLessThan(409);
  const lines = `一\n${'二\n'.repeat(60)}三`;
  const broken = must(sheetsOf(officeWith(1, lines)).get('市编办'), 'a paper');
  expect(listOf(broken)[0]?.texts[1]?.replaceAll('\n', '')).toBe(lines.replaceAll('\n', ''));
});

test('a paper of few measures is fitted on one page; one of sixty flows, the head of its list on each', () => {
  const [few, many] = [4, 60].map((count) =>
    must(sheetsOf(officeWith(count, '已完成阶段任务#')).get('市编办'), 'a paper'),
  );
  expect(few?.print).toMatchObject({ paper: 'A4', orientation: 'portrait', fitHeight: true });
  expect(few?.print?.repeatRows).toBeUndefined();
  const header = many === undefined ? 0 : valuesOf(many).findIndex(([first]) => first === '序号') + 1;
  expect(many?.print).toMatchObject({ fitWidth: true, repeatRows: { from: header, to: header } });
  expect(many?.print?.fitHeight).toBeUndefined();
});

test('the Open XML SDK finds nothing wrong with a paper, nor with all papers of the sample in one workbook', async () => {
  const { collected } = await collectedSample();
  const bound = confirmations(collected).map((asked, at) => ({ asked, sheet: `单位${at}` }));
  const long = officeWith(60, LONG.slice(0, 200));
  const workbooks = [
    confirmationsWorkbook(collected, bound),
    ...confirmations(long).map((one) => confirmationWorkbook(long, one)),
  ];
  for (const workbook of workbooks) {
    expect([workbook.title, await openXmlErrors(await files.write(workbook))]).toEqual([workbook.title, []]);
  }
});

const withLibreOffice = hasLibreOffice ? test : test.skip;

/** The pages of a PDF as texts without blanks: where a line breaks is the printer's business. */
function pagesOf(pdf: Uint8Array): readonly string[] {
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text
    .split('\f')
    .map((page) => page.replace(/\s/gu, ''))
    .filter((page) => page !== '');
}

withLibreOffice(
  'printed, the paper of a usual office is exactly one page, and every word of every row is on it',
  async () => {
    const { collected } = await collectedSample();
    const asked = confirmations(collected).filter(({ assignments }) => assignments.length <= 8);
    expect(asked.length).toBeGreaterThan(20);
    const bytes = await Promise.all(asked.map((one) => files.write(confirmationWorkbook(collected, one))));
    const printed = await workbooksPrinted(bytes);
    for (const [index, one] of asked.entries()) {
      const pages = pagesOf(must(printed[index], 'a PDF'));
      expect([one.office, pages.length]).toEqual([one.office, 1]);
      const missing = listOf(confirmationSheet(collected, one, '反馈确认单'))
        .flatMap(({ texts }) => texts.map((text) => text.replace(/\s/gu, '')))
        .filter((text) => !pages.join('').includes(text));
      expect([one.office, missing]).toEqual([one.office, []]);
    }
  },
);

withLibreOffice('sixty measures go on over pages, each with the head of the list', async () => {
  const ledger = officeWith(60, '已完成阶段任务#');
  const [asked] = confirmations(ledger);
  const [pdf] = await workbooksPrinted([
    await files.write(confirmationWorkbook(ledger, must(asked, 'a paper'))),
  ]);
  const pages = pagesOf(must(pdf, 'a PDF'));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages.slice(0, -1)) expect(page).toContain('序号措施内容完成时限');
  for (let no = 1; no <= 60; no += 1) expect(pages.join('')).toContain(`已完成阶段任务${no}`);
  expect(pages.at(-1)).toContain('负责人签字');
});
