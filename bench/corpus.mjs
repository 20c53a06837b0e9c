// Filled returns for the benches: forms issued by the command itself, filled the way a unit would, for several periods.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export const COMMAND = resolve(import.meta.dirname, '../dist/cli/ledger.cjs');
/** Measures of each unit, and so rows of each return. */
export const ROWS = 20;
const MOST_UNITS = 50;
const FIRST_PERIOD = '2017-01';
const AS_OF = '2017-12-31';
const STEMS = [...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往'];
const DAY = 43_000;

/** A plan whose units have `ROWS` measures each. */
function planText(units) {
  const lines = [
    '某市法治政府建设实施方案',
    '(2016—2020年)',
    '一、总体目标',
    '建设法治政府。',
    '二、工作措施及责任分工',
  ];
  let no = 0;
  for (const [index, unit] of units.entries()) {
    if (index % 10 === 0) lines.push(`(${'一二三四五六七八九十'[index / 10]})第${index / 10 + 1}方面工作`);
    lines.push(`${index + 1}.推进第${index + 1}类工作`);
    for (let row = 0; row < ROWS; row += 1) {
      no += 1;
      lines.push(
        `(${no})围绕第${no}类事项完善制度,明确权限和责任,公开办理依据、流程和时限,并实行动态调整。(牵头单位:${unit}。2018年底完成)`,
      );
    }
  }
  return lines.join('\n');
}

export function ledger(folder, ...args) {
  return execFileSync(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

/** Writes `L.xlsx` and `files` returns into `folder`; beyond 50 each unit reports for several periods. */
export function makeCorpus(folder, files) {
  const count = Math.min(files, MOST_UNITS);
  const units = Array.from(
    { length: count },
    (_, index) => `市${STEMS[index % 10]}${STEMS[10 + Math.floor(index / 10)]}局`,
  );
  mkdirSync(join(folder, 'returns'), { recursive: true });
  writeFileSync(join(folder, 'plan.txt'), planText(units));
  ledger(folder, 'init', '--plan', 'plan.txt', '--out', 'L.xlsx', '--as-of', AS_OF, '--period', FIRST_PERIOD);
  ledger(folder, 'forms', 'L.xlsx', '--period', FIRST_PERIOD, '--out', 'forms');
  for (const name of readdirSync(join(folder, 'forms'))) {
    const form = unzipSync(readFileSync(join(folder, 'forms', name)));
    for (let month = 1; month <= files / count; month += 1) {
      const period = `${2017 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`;
      writeFileSync(join(folder, 'returns', name.replace(FIRST_PERIOD, period)), filled(form, month, period));
    }
  }
}

function filled(form, month, period) {
  const texts = [];
  const strings = strFromU8(form['xl/sharedStrings.xml'])
    .replace('2017年1月　', `${period.replace(/-0?/, '年')}月　`)
    .replace(`<t>${FIRST_PERIOD}</t>`, `<t>${period}</t>`);
  const first = strings.split('<si>').length - 1;
  const shared = (text) => `t="s"><v>${first + texts.push(text) - 1}</v></c>`;
  let done = false;
  const sheet = strFromU8(form['xl/worksheets/sheet1.xml']).replace(
    /<c r="([F-L])(\d+)" s="(\d+)"\/>/g,
    (cell, column, row, style) => {
      const number = Number(row);
      if (number < 5 || number >= 5 + ROWS) return cell;
      const start = `<c r="${column}${row}" s="${style}" `;
      if (column === 'F') {
        done = number % 3 === 0;
        return start + shared(done ? '已完成' : '推进中');
      }
      if (column === 'G') return `${start}><v>${done ? 100 : number + month}</v></c>`;
      if (column === 'H') return done ? `${start}><v>${DAY - number}</v></c>` : cell;
      if (column === 'I')
        return (
          start +
          shared(`${month}月印发第${row}号通知，召开推进会${number}次，已完成清理${month * number}件。`)
        );
      if (column === 'K')
        return start + shared(`下一步于${month + 1}月底前完成第${row}项任务的复核并向社会公开。`);
      return column === 'L' && done ? start + shared(`文件〔2017〕${row}号`) : cell;
    },
  );
  const parts = {
    ...form,
    'xl/sharedStrings.xml': strToU8(
      strings.replace('</sst>', `${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`),
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  };
  return zipSync(parts, { level: 6 });
}
