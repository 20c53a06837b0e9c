import { Workbook } from '@cj-tech-master/excelts';
import { readWorkbook } from '../../../src/hosts/file/reading/xlsx/read-xlsx';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import type { RawSheet, RawWorkbook } from '../../../src/base/raw-sheet';
import { convertWithLibreOffice, hasLibreOffice, LIBRE_OFFICE_TIMEOUT } from '../../support/libre-office';
import { hasOpenpyxl, runOpenpyxl } from '../../support/openpyxl';
import { plainSheet, plainWorkbook } from '../../support/sheet-blueprint';
import { faultOf } from './faults';
import { richWorkbook } from './rich-workbook';

jest.setTimeout(LIBRE_OFFICE_TIMEOUT);

/** Values and formulas only, a line a row; formats differ from writer to writer. */
function values({ rows }: RawSheet): readonly unknown[] {
  return rows.map(({ row, cells }) => [row, ...cells.map(({ column, value }) => [column, value])]);
}

function sheetNamed(workbook: RawWorkbook, name: string): RawSheet {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(name);
  return sheet;
}

test('a workbook as a clerk’s script writes it', async () => {
  const workbook = new Workbook();
  workbook.properties.date1904 = true;
  const sheet = workbook.addWorksheet('回报', { state: 'hidden' });
  sheet.addRow(['单位', '日期', '状态']);
  sheet.addRow([
    '市编办',
    new Date(Date.UTC(2017, 5, 30)),
    { richText: [{ text: '已' }, { font: { bold: true }, text: '完成' }] },
  ]);
  sheet.addRow([{ formula: 'A2&"（章）"', result: '市编办（章）' }, null, { error: '#REF!' }]);
  sheet.getRow(3).hidden = true;
  sheet.mergeCells('A5:B6');
  const read = readWorkbook(await workbook.xlsx.writeBuffer({ validate: false }), '回报.xlsx');
  expect(read.date1904).toBe(true);
  expect(read.sheets[0]).toMatchObject({
    name: '回报',
    visibility: 'hidden',
    merges: [{ top: 5, left: 1, bottom: 6, right: 2 }],
  });
  expect(values(sheetNamed(read, '回报'))).toEqual([
    [1, [1, '单位'], [2, '日期'], [3, '状态']],
    [2, [1, '市编办'], [2, 42_916 - 1462], [3, '已完成']],
    [3, [1, '市编办（章）'], [3, { error: '#REF!' }]],
  ]);
  expect(read.sheets[0]?.rows[1]?.cells[1]?.format).toMatch(/yy|d/);
  expect(read.sheets[0]?.rows[2]).toMatchObject({ hidden: true, cells: [{ formula: 'A2&"（章）"' }, {}] });
});

(hasOpenpyxl ? describe : describe.skip)('openpyxl', () => {
  test('a new workbook, with a formula nobody worked out', async () => {
    const bytes = await runOpenpyxl(`
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '回报'
sheet.append(['单位', datetime.date(2017, 6, 30), True, None, 0.8])
sheet.append(['=A1&"（章）"'])
sheet['F9'] = '=NA()'
sheet['F10'].value = '#N/A'
sheet.merge_cells('A3:B4')
sheet.row_dimensions[2].hidden = True
book.create_sheet('隐藏').sheet_state = 'veryHidden'
book.save(path)`);
    const read = readWorkbook(bytes, 'x');
    expect(read.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['回报', 'visible'],
      ['隐藏', 'veryHidden'],
    ]);
    expect(sheetNamed(read, '回报')).toEqual({
      name: '回报',
      visibility: 'visible',
      merges: [{ top: 3, left: 1, bottom: 4, right: 2 }],
      rows: [
        {
          row: 1,
          hidden: false,
          cells: [
            { column: 1, value: '单位' },
            { column: 2, value: 42_916, format: 'yyyy-mm-dd' },
            { column: 3, value: true },
            { column: 5, value: 0.8 },
          ],
        },
        { row: 2, hidden: true, cells: [{ column: 1, value: '', formula: 'A1&"（章）"' }] },
        { row: 9, hidden: false, cells: [{ column: 6, value: '', formula: 'NA()' }] },
        { row: 10, hidden: false, cells: [{ column: 6, value: { error: '#N/A' } }] },
      ],
    });
  });

  test('opens our workbook, changes a cell and saves: the rest reads as before', async () => {
    const bytes = await createWorkbookFiles().write(richWorkbook());
    const changed = await runOpenpyxl(
      `book = openpyxl.load_workbook(path)\nbook['台账']['F4'] = '长期坚持'\nbook.save(path)`,
      bytes,
    );
    const ours = values(sheetNamed(readWorkbook(bytes, 'x'), '设置'));
    const theirs = readWorkbook(changed, 'x');
    expect(values(sheetNamed(theirs, '设置'))).toEqual(ours);
    expect(sheetNamed(theirs, '台账').rows[3]?.cells[5]?.value).toBe('长期坚持');
    expect(sheetNamed(theirs, '_plan').visibility).toBe('veryHidden');
  });
});

(hasLibreOffice ? describe : describe.skip)('LibreOffice', () => {
  let bytes: Uint8Array;
  let ours: RawWorkbook;
  let theirs: RawWorkbook;

  beforeAll(async () => {
    bytes = await createWorkbookFiles().write(richWorkbook());
    ours = readWorkbook(bytes, 'x');
    theirs = readWorkbook(await convertWithLibreOffice(bytes, 'xlsx'), 'x');
  });

  test('saves our workbook with the same values, names, merges and visibility', () => {
    expect(theirs.sheets.map(({ name }) => name)).toEqual(ours.sheets.map(({ name }) => name));
    for (const name of ['台账', '汇总', '设置', '_plan']) {
      expect([name, values(sheetNamed(theirs, name))]).toEqual([name, values(sheetNamed(ours, name))]);
      expect(sheetNamed(theirs, name).merges).toEqual(sheetNamed(ours, name).merges);
    }
    expect(sheetNamed(theirs, '_plan').visibility).not.toBe('visible');
  });

  test('works every formula out to the result that stands beside it', () => {
    const results = (workbook: RawWorkbook) =>
      workbook.sheets.flatMap(({ name, rows }) =>
        rows.flatMap(({ row, cells }) =>
          cells.flatMap(({ column, value, formula }) =>
            formula === undefined ? [] : [`${name} ${row}:${column} ${String(value)}`],
          ),
        ),
      );
    expect(results(ours).length).toBeGreaterThan(50);
    expect(results(theirs)).toEqual(results(ours));
  });

  test('fills the pivot in anew, with the figures that stood there', () => {
    const figures = (workbook: RawWorkbook) =>
      sheetNamed(workbook, '单位透视').rows.map(({ row, cells }) => [
        row,
        ...cells.flatMap(({ column, value }) => (typeof value === 'number' ? [[column, value]] : [])),
      ]);
    expect(figures(theirs)).toEqual(figures(ours));
  });

  test('is really made to work formulas out: a wrong result is put right', async () => {
    const wrong = plainSheet('表', { cells: [[1, 2, { formula: 'A1+B1', result: 99 }]] });
    const saved = await convertWithLibreOffice(
      await createWorkbookFiles().write(plainWorkbook([wrong])),
      'xlsx',
    );
    expect(readWorkbook(saved, 'x').sheets[0]?.rows[0]?.cells[2]).toMatchObject({
      value: 3,
      formula: 'A1+B1',
    });
  });

  test.each([
    ['xls', 'file-legacy-xls'],
    ['ods', 'file-not-workbook'],
    ['pdf', 'file-word-or-pdf'],
    ['csv', 'file-not-workbook'],
  ])('a workbook saved as .%s is answered by name', async (extension, code) => {
    expect(faultOf(await convertWithLibreOffice(bytes, extension))).toBe(code);
  });
});
