import { FileWorkbookHost } from '../../../src/hosts/file/file-host';
import type { CellContent, SheetBlueprint } from '../../../src/base/blueprint';
import { calendarDate, type CalendarDate } from '../../../src/base/calendar';
import { openXmlErrors } from '../../support/open-xml';
import { rawFromBlueprint } from '../../support/raw-from-blueprint';
import { plainSheet, plainWorkbook, range } from '../../support/sheet-blueprint';
import { unzipped } from '../../support/unzipped';

jest.setTimeout(120_000);

const KINDS: readonly CellContent[] = [
  '=1+1 <与> & “引号”',
  '两\n行 _x000D_',
  12.5,
  true,
  false,
  null,
  { date: calendarDate(2017, 9, 30) as CalendarDate },
  { formula: 'A1&"<"', result: '结果 <' },
  { formula: 'C4*2', result: 25 },
  { formula: 'C4>1', result: true },
  { text: '看第一行', sheet: '大', cell: 'A1' },
];

/** A sheet of so many rows, each with every kind of content, under a header. */
function sheetOf(rows: number): SheetBlueprint {
  const header = KINDS.map((_, index) => `栏${index + 1}`);
  return plainSheet('大', {
    cells: [header, ...Array.from({ length: rows }, () => KINDS)],
    columnWidths: KINDS.map(() => 14),
    formats: [
      { range: range(1, 1, 1, KINDS.length), format: { bold: true, fill: '1F4E79', color: 'FFFFFF' } },
      { range: range(2, 1, rows + 1, KINDS.length), format: { border: 'C5CDD5', wrap: true } },
      { range: range(2, 7, rows + 1, 7), format: { numberFormat: 'yyyy-mm-dd' } },
    ],
    rowHeights: [
      { row: 1, points: 30 },
      { row: 2, points: 40, fitted: true },
    ],
    tables: [
      { name: '大表', range: range(1, 1, rows + 1, KINDS.length), style: 'TableStyleLight1', banded: false },
    ],
    freeze: { rows: 1, columns: 0 },
  });
}

const ROWS = 2_000;
let written: Uint8Array;

beforeAll(async () => {
  const host = FileWorkbookHost.create();
  await host.write(plainWorkbook([sheetOf(ROWS), plainSheet('小', { cells: [['旁边']] })]));
  written = await host.toBytes();
});

test('a sheet too large for the library is valid by the Open XML SDK', async () => {
  expect(await openXmlErrors(written)).toEqual([]);
});

test('it reads back as the blueprint says, cell by cell', async () => {
  const read = await (await FileWorkbookHost.open(written, 'x')).read();
  const expected = rawFromBlueprint(plainWorkbook([sheetOf(ROWS)])).sheets[0];
  const values = (rows: (typeof read.sheets)[0]['rows'] | undefined) =>
    rows?.map(({ row, cells }) => [row, cells.map(({ column, value, formula }) => [column, value, formula])]);
  expect(values(read.sheets[0]?.rows)).toEqual(values(expected?.rows));
});

test('but for the rows it is the sheet the library writes, and its cells have the looks of a small one', async () => {
  const small = FileWorkbookHost.create();
  await small.write(plainWorkbook([sheetOf(2)]));
  const [large, like] = [unzipped(written), unzipped(await small.toBytes())].map(
    (parts) => parts['xl/worksheets/sheet1.xml'] ?? '',
  ) as [string, string];
  const looks = (xml: string) =>
    [...xml.matchAll(/<c r="(\w+)" s="(\d+)"/g)]
      .slice(0, 3 * KINDS.length)
      .map(([, cell, style]) => `${cell} ${style}`);
  expect(looks(large)).toEqual(looks(like));
  const rows = (xml: string) =>
    [...xml.matchAll(/<row [^>]*>/g)].slice(0, 3).map(([tag]) => tag.replace(/ spans="[^"]*"/, ''));
  expect(rows(large)).toEqual(rows(like));
  expect(large).toContain(`<dimension ref="A1:K${ROWS + 1}"/>`);
  expect(large.match(/<hyperlink /g)).toHaveLength(ROWS);
});

test('the same blueprint gives the same bytes', async () => {
  const again = FileWorkbookHost.create();
  await again.write(plainWorkbook([sheetOf(ROWS), plainSheet('小', { cells: [['旁边']] })]));
  expect(await again.toBytes()).toEqual(written);
});

test('its merges are all there, as many as it has rows', async () => {
  const merges = Array.from({ length: ROWS }, (_, index) => range(index + 2, 13, index + 2, 15));
  const host = FileWorkbookHost.create();
  await host.write(plainWorkbook([{ ...sheetOf(ROWS), merges }]));
  const bytes = await host.toBytes();
  const read = await (await FileWorkbookHost.open(bytes, 'x')).read();
  expect(read.sheets[0]?.merges).toEqual(merges);
  expect(await openXmlErrors(bytes)).toEqual([]);
});

test('a large sheet in which no cell has a look or a link, such as the text of a long plan, is read again', async () => {
  const cells = Array.from({ length: 12_000 }, (_, index) => [index + 1, `第 ${index + 1} 行`]);
  const written = FileWorkbookHost.create();
  await written.write(plainWorkbook([plainSheet('_plan', { cells, columnWidths: [8, 100] })]));
  const host = await FileWorkbookHost.open(await written.toBytes(), 'plan.xlsx');
  const [sheet] = (await host.read()).sheets;
  expect(sheet?.rows).toHaveLength(12_000);
  expect(sheet?.rows.at(-1)?.cells.map(({ value }) => value)).toEqual([12_000, '第 12000 行']);
});
