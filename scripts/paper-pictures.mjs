// Prints the papers and tabs of the full case (test/documents/full-case.ts) through LibreOffice, its pages side by side into docs/images. Needs soffice, pdftotext, pdftoppm and ImageMagick.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { bundleProduct } from '../bench/returns/bundle.mjs';

const MOST_BYTES = 150 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'paper-pictures-'));

function printed(file) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office'))}`;
  const asked = ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, file)];
  execFileSync('soffice', [profile, ...asked], { stdio: 'ignore' });
  const pdf = join(folder, file.replace(/\.\w+$/, '.pdf'));
  const texts = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
  return { pdf, texts: texts.slice(0, -1) };
}

/** A copy whose PivotTables are cells alone, as Excel shows them: LibreOffice would fill them in anew, in words of its own. */
function withoutPivots(file) {
  const copy = `plain-${file}`;
  const parts = Object.entries(unzipSync(readFileSync(join(folder, file)))).filter(
    ([name]) => !name.startsWith('xl/pivot'),
  );
  const unlinked = parts.map(([name, bytes]) => {
    if (!/\.rels$|Types\]\.xml$|xl\/workbook\.xml$/.test(name)) return [name, bytes];
    const xml = strFromU8(bytes)
      .replace(/<(?:Relationship|Override) [^>]*["/]pivot(?:Tables|Cache)\/[^>]*\/>/g, '')
      .replace(/<pivotCaches>.*<\/pivotCaches>/s, '');
    return [name, strToU8(xml)];
  });
  writeFileSync(join(folder, copy), zipSync(Object.fromEntries(unlinked)));
  return copy;
}

/** The first page of each heading, side by side, and from the last on so many pages; in few colours. */
function picture({ pdf, texts }, name, { from = [''], most = 1, across = most, dotsPerInch }) {
  const firsts = [from].flat().map((heading) => {
    const first = texts.findIndex((text) => text.includes(heading)) + 1;
    if (first === 0) throw new Error(`${name}: “${heading}” is on no page of ${pdf}.`);
    return first;
  });
  const first = firsts.at(-1);
  const last = Math.min(first + most - 1, texts.length);
  const shots = mkdtempSync(join(folder, `${name}-`));
  for (const page of firsts) {
    const range = ['-f', String(page), '-l', String(page === first ? last : page)];
    execFileSync('pdftoppm', ['-r', String(dotsPerInch), ...range, '-png', pdf, join(shots, 'page')]);
  }
  const pages = readdirSync(shots)
    .sort()
    .map((file) => join(shots, file));
  const target = join('docs/images', `${name}.png`);
  const sheet = [
    '-tile',
    `${Math.min(across, pages.length)}x`,
    '-geometry',
    '+6+6',
    '-background',
    '#8a9299',
  ];
  execFileSync('montage', [...pages, ...sheet, '+dither', '-colors', '16', `PNG8:${target}`]);
  const { size } = statSync(target);
  if (size > MOST_BYTES) throw new Error(`${target} has ${size} bytes: fewer pages or dots per inch.`);
  console.log(`${target}: pages ${first} to ${last} of ${texts.length}, ${size} bytes`);
}

try {
  const program = await bundleProduct(
    folder,
    join(import.meta.dirname, '../test/documents/write-full-case.ts'),
  );
  // As in the tests: where the clerk sits.
  const env = { ...process.env, TZ: 'Asia/Shanghai' };
  execFileSync(process.execPath, [program, folder], { stdio: 'inherit', env });
  picture(printed('supervision.docx'), 'paper-supervision', { most: 4, dotsPerInch: 50 });
  picture(printed('request.docx'), 'paper-request', { most: 4, dotsPerInch: 50 });
  picture(printed('sendBack.docx'), 'paper-send-back', { most: 2, dotsPerInch: 60 });
  picture(printed('circular.docx'), 'paper-circular', { most: 6, across: 3, dotsPerInch: 50 });
  picture(printed('report.docx'), 'paper-report', { most: 4, dotsPerInch: 50 });
  const tabs = printed('ledger.xlsx');
  picture(tabs, 'print-summary', { from: '进展情况汇总', most: 2, dotsPerInch: 55 });
  picture(tabs, 'print-leaders', { from: '逾期最久的十项措施', most: 1, dotsPerInch: 75 });
  picture(tabs, 'print-trend', { from: '进展趋势', most: 2, dotsPerInch: 55 });
  picture(tabs, 'print-scores', { from: '考核得分', most: 3, dotsPerInch: 60 });
  picture(tabs, 'print-entries', { from: '条目号', most: 1, dotsPerInch: 75 });
  picture(tabs, 'print-submissions', { from: '校验结论', most: 2, dotsPerInch: 60 });
  const headings = ['单位 × 填报状态', '单位 → 部分 → 措施', '部分 × 填报状态', '单位 × 报送期'];
  const pivots = printed(withoutPivots('ledger.xlsx'));
  picture(pivots, 'print-pivots', { from: headings, across: 2, dotsPerInch: 65 });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
