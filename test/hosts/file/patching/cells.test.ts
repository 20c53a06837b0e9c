import { readWorkbook } from '../../../../src/hosts/file/reading/xlsx/read-xlsx';
import { writeWorkbook } from '../../../../src/hosts/file/writing/write-xlsx';
import { openXmlErrors } from '../../../support/open-xml';
import { hasOpenpyxl, runOpenpyxl } from '../../../support/openpyxl';
import { range } from '../../../support/sheet-blueprint';
import { unzipped, zipped } from '../../../support/unzipped';
import { handWritten, handWrittenParts } from '../hand-written';
import { date, richWorkbook } from '../rich-workbook';
import { cellAt, changedTab, differenceOf, played, readBack } from './differences';

jest.setTimeout(120_000);

let bytes: Uint8Array;

beforeAll(async () => {
  bytes = await writeWorkbook(richWorkbook());
});

test('cells change their content, and what is not named stays byte for byte', async () => {
  const changed = await played(
    bytes,
    differenceOf([
      changedTab('台账', {
        cells: [
          { row: 4, column: 6, content: '未启动' },
          { row: 4, column: 5, content: { date: date('2018-01-31') } },
          { row: 5, column: 3, content: '=不是公式 <&>' },
          { row: 6, column: 8, content: { formula: 'IF(F6="",1,"<")', result: '<' } },
          { row: 7, column: 7, content: null },
          { row: 40, column: 12, content: true },
        ],
      }),
    ]),
  );
  const read = await readBack(changed);
  expect(cellAt(read, '台账', 4, 6)).toEqual({ column: 6, value: '未启动' });
  expect(cellAt(read, '台账', 4, 5)).toEqual({ column: 5, value: 43_131, format: 'yyyy-mm-dd' });
  expect(cellAt(read, '台账', 5, 3)).toEqual({ column: 3, value: '=不是公式 <&>' });
  expect(cellAt(read, '台账', 6, 8)).toEqual({ column: 8, value: '<', formula: 'IF(F6="",1,"<")' });
  expect(cellAt(read, '台账', 7, 7)).toBeUndefined();
  expect(cellAt(read, '台账', 40, 12)).toEqual({ column: 12, value: true });
  expect(await openXmlErrors(changed)).toEqual([]);
  const [before, after] = [unzipped(bytes), unzipped(changed)];
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  const parts = Object.keys(before).filter((name) => after[name] !== before[name]);
  expect(parts.sort()).toEqual(['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  const rest = (xml = ''): string =>
    xml.replace(/<row r="(?:4|5|6|7|40)"[ >].*?<\/row>|<dimension[^>]*>/gs, '');
  expect(rest(after['xl/worksheets/sheet1.xml']) === rest(before['xl/worksheets/sheet1.xml'])).toBe(true);
});

const DETAILS = [
  { range: range(4, 5, 4, 6), format: { size: 7, numberFormat: 'yyyy-mm-dd"延"' } },
  { range: range(7, 5, 7, 5), format: { numberFormat: 'General' } },
];

(hasOpenpyxl ? test : test.skip)(
  'a size or a number format changes alone, whatever else a cell looks like',
  async () => {
    const filled = await runOpenpyxl(
      `from openpyxl.styles import PatternFill, Font
book = openpyxl.load_workbook(path)
sheet = book['台账']
for cell in ('E4', 'F4', 'E7'):
    sheet[cell].fill = PatternFill('solid', fgColor='FFFFFF00')
    sheet[cell].font = Font(name='楷体', size=12, bold=True, color='FFC00000')
sheet['E7'].number_format = '0.00'
book.save(path)`,
      bytes,
    );
    const change = changedTab('台账', {
      details: DETAILS,
      cells: [{ row: 4, column: 6, content: '未启动' }],
    });
    const changed = await played(filled, differenceOf([change]));
    await runOpenpyxl(
      `sheet = openpyxl.load_workbook(path)['台账']
for cell, look in {'E4': (7, 'yyyy-mm-dd"延"'), 'F4': (7, 'yyyy-mm-dd"延"'), 'E7': (12, 'General')}.items():
    font = sheet[cell].font
    assert (font.size, sheet[cell].number_format) == look, (cell, font.size, sheet[cell].number_format)
    assert (font.name, font.bold, font.color.rgb) == ('楷体', True, 'FFC00000'), (cell, font)
    assert sheet[cell].fill.fgColor.rgb == 'FFFFFF00', cell
assert sheet['F4'].value == '未启动'`,
      changed,
    );
    // The order of openpyxl's own fonts is none of ours.
    const kinds = async (file: Uint8Array) =>
      new Set((await openXmlErrors(file)).map((error) => error.replace(/\d+/g, '')));
    const known = await kinds(filled);
    expect([...(await kinds(changed))].filter((kind) => !known.has(kind))).toEqual([]);
    const again = await played(changed, differenceOf([change]));
    expect(unzipped(again)['xl/styles.xml']).toBe(unzipped(changed)['xl/styles.xml']);
  },
);

test('a size changes alone where styles are written with prefixes and name no font', async () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
  const styles =
    '<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cellXfs><x:xf/></x:cellXfs></x:styleSheet>';
  const changed = await played(
    handWritten({ rows, styles: '', parts: { 'xl/styles.xml': styles } }),
    differenceOf([changedTab('表', { details: [{ range: range(1, 2, 1, 2), format: { size: 7 } }] })]),
  );
  expect(unzipped(changed)['xl/styles.xml']).toContain(
    '<x:fonts count="2"><x:font/><x:font><x:sz val="7"/></x:font></x:fonts>' +
      '<x:cellXfs count="2"><x:xf/><x:xf fontId="1" applyFont="1"/></x:cellXfs>',
  );
  expect(unzipped(changed)['xl/worksheets/sheet1.xml']).toMatch(/<c r="A1"><v>1<.*<c r="B1" s="1"><v>2</);
});

test('a difference that names nothing leaves every sheet as it was', async () => {
  const [before, after] = [
    unzipped(bytes),
    unzipped(await played(bytes, differenceOf([changedTab('台账')]))),
  ];
  const parts = Object.keys(before).filter((name) => after[name] !== before[name]);
  expect(parts).toEqual(['xl/workbook.xml']);
});

test('a tab that is not there is refused', async () => {
  await expect(played(bytes, differenceOf([changedTab('没有')]))).rejects.toThrow(RangeError);
});

test('a text that looks like a formula is kept a text when somebody edits it, and a later number is none', async () => {
  const styles = (parts: Readonly<Record<string, string>>): number =>
    (parts['xl/styles.xml'] ?? '').match(/quotePrefix="1"/g)?.length ?? 0;
  const cell = (content: string | number) =>
    differenceOf([changedTab('设置', { cells: [{ row: 9, column: 1, content }] })]);
  const first = await played(bytes, cell('-1+1'));
  expect(styles(unzipped(first))).toBe(1);
  const second = await played(await played(first, cell(3)), cell('@A'));
  expect(styles(unzipped(second))).toBe(1);
  expect(cellAt(await readBack(second), '设置', 9, 1)?.value).toBe('@A');
});

test('a new look replaces the old one but for the lock of the cell', async () => {
  const changed = await played(
    bytes,
    differenceOf([
      changedTab('台账', {
        formats: [
          { range: range(4, 6, 5, 6), format: { bold: true } },
          { range: range(5, 6, 5, 6), format: { fill: 'FF0000' } },
        ],
      }),
    ]),
  );
  const parts = unzipped(changed);
  const styles = [...(parts['xl/styles.xml'] ?? '').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)].map(
    ([xf]) => xf,
  );
  const own = /<c r="F5" s="(\d+)"/.exec(parts['xl/worksheets/sheet1.xml'] ?? '')?.[1];
  const xf = styles[Number(own) + 1] ?? '';
  expect(xf).toContain('<protection locked="0"/>');
  expect(xf).not.toContain('alignment');
  expect(cellAt(await readBack(changed), '台账', 5, 6)?.value).toBe('推进中');
  expect(await openXmlErrors(changed)).toEqual([]);
});

test('heights change, but not one that the clerk gave', async () => {
  const changed = await played(
    bytes,
    differenceOf([
      changedTab('台账', {
        rowHeights: [
          { row: 4, points: 50, was: 33 },
          { row: 5, points: 50, was: 20 },
          { row: 6, points: null, was: 33 },
          { row: 50, points: 12, was: null },
        ],
      }),
    ]),
  );
  const sheet = unzipped(changed)['xl/worksheets/sheet1.xml'] ?? '';
  const heights = [4, 5, 6, 50].map((row) => new RegExp(`<row r="${row}"[^>]*?ht="(\\d+)"`).exec(sheet)?.[1]);
  expect(heights).toEqual(['50', '33', undefined, '12']);
});

test('a cell that writes out the formula of others is changed: the others keep theirs', async () => {
  const rows =
    '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A3">B1*2</f><v>2</v></c><c r="C1"><f t="shared" si="1" ref="C1:C2">B1&amp;""</f></c></row>' +
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><f t="shared" si="1"/></c></row>' +
    '<row r="3"><c r="A3"><f t="shared" si="0"></f><v>6</v></c></row>';
  const changed = await played(
    zipped(handWrittenParts({ rows })),
    differenceOf([changedTab('表', { cells: [{ row: 1, column: 1, content: 5 }] })]),
  );
  const read = await readBack(changed);
  expect(cellAt(read, '表', 1, 1)).toEqual({ column: 1, value: 5 });
  expect(cellAt(read, '表', 2, 1)).toEqual({ column: 1, value: 4, formula: 'B2*2' });
  expect(cellAt(read, '表', 3, 1)).toEqual({ column: 1, value: 6, formula: 'B3*2' });
  expect(unzipped(changed)['xl/worksheets/sheet1.xml']).toContain('<f t="shared" si="1"/>');
});

test('parts with prefixed names, single quotes and cells without addresses', async () => {
  const rows = "<row><c t='n'><v>1</v></c><c><v>2</v></c></row><row/>";
  const parts = handWrittenParts({ rows });
  const sheet = String(parts['xl/worksheets/sheet1.xml'])
    .replace(/<(\/?)(\w)/g, '<$1x:$2')
    .replace('xmlns="', 'xmlns:x="');
  const changed = await played(
    zipped({ ...parts, 'xl/worksheets/sheet1.xml': sheet }),
    differenceOf([
      changedTab('表', {
        cells: [
          { row: 1, column: 2, content: '乙' },
          { row: 1, column: 3, content: 3 },
          { row: 2, column: 1, content: { formula: 'A1', result: 1 } },
        ],
      }),
    ]),
  );
  const read = await readBack(changed);
  expect(read.sheets[0]?.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    [1, '乙', 3],
    [1],
  ]);
  expect(await openXmlErrors(changed)).toEqual([]);
});

(hasOpenpyxl ? test : test.skip)('a file that a script saved is changed in the same way', async () => {
  const saved = await runOpenpyxl(
    `book = openpyxl.load_workbook(path)\nbook['台账']['J4'] = '领导批示'\nbook.save(path)`,
    bytes,
  );
  const changed = await played(
    saved,
    differenceOf([changedTab('台账', { cells: [{ row: 4, column: 6, content: '未启动' }] })]),
  );
  const read = readWorkbook(changed, 'x');
  expect(cellAt(read, '台账', 4, 6)?.value).toBe('未启动');
  expect(cellAt(read, '台账', 4, 10)?.value).toBe('领导批示');
  expect((await openXmlErrors(changed)).length).toBeLessThanOrEqual((await openXmlErrors(saved)).length);
});
