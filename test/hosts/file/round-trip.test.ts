import fc from 'fast-check';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import type { CellContent, SheetBlueprint } from '../../../src/base/blueprint';
import type { RawCell, RawWorkbook } from '../../../src/base/raw-sheet';
import { rawFromBlueprint } from '../../support/raw-from-blueprint';
import { plainSheet, plainWorkbook, range } from '../../support/sheet-blueprint';
import { date, richWorkbook } from './rich-workbook';

const files = createWorkbookFiles();

async function writtenAndRead(...sheets: readonly SheetBlueprint[]): Promise<RawWorkbook> {
  return files.read(await files.write(plainWorkbook(sheets)), 'workbook.xlsx');
}

async function cellOf(content: CellContent): Promise<RawCell | undefined> {
  const { sheets } = await writtenAndRead(plainSheet('表', { cells: [[content]] }));
  return sheets[0]?.rows[0]?.cells[0];
}

test('a rich workbook reads back as what its blueprint says', async () => {
  const blueprint = richWorkbook();
  const read = await files.read(await files.write(blueprint), 'workbook.xlsx');
  const expected = rawFromBlueprint(blueprint);
  // Pivots add cells of their own; texts that look like formulas get the text format: both have tests of their own.
  const comparable = (workbook: RawWorkbook) =>
    workbook.sheets
      .filter(({ name }) => name !== '单位透视' && name !== '设置')
      .map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => ({
          ...row,
          cells: row.cells.map(({ column, value, formula, format }) => ({
            column,
            value,
            formula,
            format: format === '@' ? undefined : format,
          })),
        })),
      }));
  expect(comparable(read)).toEqual(comparable(expected));
});

describe('a text is a text, whatever it begins with', () => {
  test.each(['=1+1', '+86 724', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")'])(
    '%j',
    async (text) => {
      expect(await cellOf(text)).toEqual({ column: 1, value: text, format: '@' });
    },
  );

  test.each(['1', '2017-06-30', 'TRUE', '#N/A', "'", '中文', ' 前后 ', 'a\nb', '_x0041_', '𠮷', '<&>"'])(
    '%j needs no format',
    async (text) => {
      expect(await cellOf(text)).toEqual({ column: 1, value: text });
    },
  );

  test('every line break in a cell becomes the one that Excel writes', async () => {
    expect(await cellOf('一\r\n二\r三')).toEqual({ column: 1, value: '一\n二\n三' });
    expect(await cellOf('\r=1')).toEqual({ column: 1, value: '\n=1', format: '@' });
  });

  test('the text format wins over the one asked for', async () => {
    const sheet = plainSheet('表', {
      cells: [['=1']],
      formats: [{ range: range(1, 1, 1, 1), format: { numberFormat: '0' } }],
    });
    expect((await writtenAndRead(sheet)).sheets[0]?.rows[0]?.cells[0]).toEqual({
      column: 1,
      value: '=1',
      format: '@',
    });
  });

  test('any text at all comes back as it was, but for what XML cannot hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const read = await writtenAndRead(plainSheet('表', { cells: texts.map((text) => [text]) }));
          expect(read.sheets[0]?.rows.map(({ cells }) => cells[0]?.value)).toEqual(texts);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('control characters and half characters do not break the file', async () => {
    expect((await cellOf('a\u0000b\u000bc\ud800d'))?.value).toBe('abcd');
  });

  test('a text longer than a cell can hold is cut where Excel would cut it', async () => {
    expect(String((await cellOf('长'.repeat(40_000)))?.value)).toHaveLength(32_767);
  });
});

describe('other values', () => {
  test.each<[what: string, content: CellContent, cell: RawCell]>([
    ['a number', 0.1, { column: 1, value: 0.1 }],
    ['zero', 0, { column: 1, value: 0 }],
    ['true', true, { column: 1, value: true }],
    ['false', false, { column: 1, value: false }],
    [
      'a date without a format gets one',
      { date: date('2017-06-30') },
      { column: 1, value: 42_916, format: 'yyyy-mm-dd' },
    ],
    [
      'a formula with a number',
      { formula: 'SUM(B1:B2)', result: 0 },
      { column: 1, value: 0, formula: 'SUM(B1:B2)' },
    ],
    [
      'a formula with a text',
      { formula: '"逾期"&B1', result: '逾期' },
      { column: 1, value: '逾期', formula: '"逾期"&B1' },
    ],
    [
      'a formula with no text',
      { formula: 'IF(B1,"a","")', result: '' },
      { column: 1, value: '', formula: 'IF(B1,"a","")' },
    ],
    [
      'a formula with false',
      { formula: 'B1>"<"', result: false },
      { column: 1, value: false, formula: 'B1>"<"' },
    ],
    ['a link', { text: '台账', sheet: '表', cell: 'A1' }, { column: 1, value: '台账' }],
  ])('%s', async (_, content, cell) => {
    expect(await cellOf(content)).toEqual(cell);
  });

  test.each<[what: string, content: CellContent]>([
    ['nothing', null],
    ['an empty text', ''],
    ['a link without a text', { text: '', sheet: '表', cell: 'A1' }],
  ])('%s is no cell', async (_, content) => {
    expect(await cellOf(content)).toBeUndefined();
  });
});

test('the same blueprint gives the same bytes', async () => {
  const [once, again] = [await files.write(richWorkbook()), await files.write(richWorkbook())];
  expect(Buffer.compare(Buffer.from(once), Buffer.from(again))).toBe(0);
});
