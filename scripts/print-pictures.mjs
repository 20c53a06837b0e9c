// Prints sample workbooks through LibreOffice and keeps the pages that docs/ shows. Run after a build: needs soffice, pdftotext, pdftoppm.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'ledger-pictures-'));
const ledger = (...args) =>
  execFileSync(process.execPath, ['dist/cli/ledger.cjs', ...args, '--json'], { encoding: 'utf8' });
/** `collect` ends with 1 when returns have faults, as the sample's do. */
const collect = (...args) => {
  try {
    ledger('collect', ...args);
  } catch (error) {
    if (error.status !== 1) throw error;
  }
};

function picture(workbook, heading, name, dotsPerInch) {
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, workbook], {
    stdio: 'ignore',
  });
  const pdf = join(
    folder,
    workbook
      .split('/')
      .at(-1)
      .replace(/xlsx$|docx$/, 'pdf'),
  );
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
  const page = String(pages.findIndex((text) => text.includes(heading)) + 1);
  const target = join('docs/images', name);
  execFileSync('pdftoppm', [
    '-r',
    String(dotsPerInch),
    '-f',
    page,
    '-l',
    page,
    '-png',
    '-singlefile',
    pdf,
    target,
  ]);
}

try {
  const { ledger: empty, returns } = JSON.parse(ledger('demo', '--out', join(folder, 'demo')));
  const collected = join(folder, 'collected.xlsx');
  collect(empty, join(folder, 'demo', 'returns'), '--out', collected);
  mkdirSync('docs/images', { recursive: true });
  picture(collected, '措施台账', 'ledger', 75);
  picture(collected, '进展情况汇总', 'summary', 90);
  picture(collected, '校验结果', 'findings', 80);
  picture(collected, '逾期最久的十项措施', 'leaders', 75);
  picture(collected, '考核得分', 'scores', 75);
  picture(collected, '单位措施进展情况', 'unit-page', 75);
  ledger('unit-pages', collected, '--out', folder, '--unit', '市财政局');
  const confirmation = readdirSync(folder).find((file) => file.endsWith('_反馈确认单.xlsx'));
  picture(join(folder, confirmation), '反馈确认单', 'confirmation', 75);
  const form = returns.find((file) => file.includes('市财政局'));
  picture(form, '填报表', 'form', 100);
  const letters = join(folder, 'letters');
  ledger('letters', collected, '--as-of', '2018-01-15', '--out', letters);
  const letter = readdirSync(letters).find((file) => file.startsWith('督办单_市商务局'));
  picture(join(letters, letter), '关于', 'letter', 60);
  const report = join(folder, 'report.docx');
  ledger('report', collected, '--year', '2017', '--out', report);
  picture(report, '（一）', 'report', 60);
  console.log(readdirSync('docs/images').join('\n'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
