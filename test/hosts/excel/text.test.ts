import fc from 'fast-check';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import type { CellContent } from '../../../src/base/blueprint';
import type { RawCell } from '../../../src/base/raw-sheet';
import { useExcel } from '../../excel-host/support';
import { date } from '../file/rich-workbook';
import { plainSheet, plainWorkbook, range } from '../../support/sheet-blueprint';

const excel = useExcel();
const live = new ExcelWorkbookHost();

async function cellsOf(contents: readonly CellContent[], numberFormat?: string) {
  const formats =
    numberFormat === undefined ? [] : [{ range: range(1, 1, contents.length, 1), format: { numberFormat } }];
  await live.write(
    plainWorkbook([plainSheet('表', { cells: contents.map((content) => [content]), formats })]),
  );
  const { sheets } = await live.read();
  return sheets.find(({ name }) => name === '表')?.rows.map(({ cells }) => cells[0]) ?? [];
}

describe('a text is a text, whatever it looks like', () => {
  test.each(['=1+1', '+86 724', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")'])(
    '%j takes the text format, which it keeps when edited',
    async (text) => {
      expect(await cellsOf([text])).toEqual([{ column: 1, value: text, format: '@' }]);
    },
  );

  test.each([
    '1',
    '007',
    '1,234.5',
    '50%',
    '¥3',
    '1e5',
    '2017-06-30',
    '2017年6月',
    '6月30日',
    '1/2',
    '3-4',
    '12:30',
    '上午8时',
    '二〇一七年三月',
    'TRUE',
    'false',
    '#N/A?',
    "'",
    "'quoted",
    '＝1+1',
    'mar-5',
    '中文',
    '第1项',
    ' 前后 ',
    'a\nb',
    '𠮷',
  ])('%j stays General', async (text) => {
    expect(await cellsOf([text])).toEqual([{ column: 1, value: text }]);
  });

  test('any texts come back as they were, in one block', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 20 }),
        async (given) => {
          const texts = given
            .map((text) => text.replace(/\r\n?/g, '\n'))
            .filter((text) => !text.startsWith('#'));
          fc.pre(texts.length > 0);
          expect((await cellsOf(texts)).map((cell) => cell?.value)).toEqual(texts);
        },
      ),
      { numRuns: 40 },
    );
    expect(excel().host.traffic.syncs).toBeGreaterThan(0);
  });

  test('a text under a text format needs no help', async () => {
    expect(await cellsOf(['2017-11'], '@')).toEqual([{ column: 1, value: '2017-11', format: '@' }]);
  });

  test('a text longer than a cell can hold is cut where Excel would cut it', async () => {
    expect(String((await cellsOf(['长'.repeat(40_000)]))[0]?.value)).toHaveLength(32_767);
  });
});

describe('other values', () => {
  test.each<[what: string, content: CellContent, cell: RawCell]>([
    ['a number', 0.1, { column: 1, value: 0.1 }],
    ['zero', 0, { column: 1, value: 0 }],
    ['true', true, { column: 1, value: true }],
    [
      'a date without a format gets one',
      { date: date('2017-06-30') },
      { column: 1, value: 42_916, format: 'yyyy-mm-dd' },
    ],
    [
      'a formula',
      { formula: '"逾期"&B1', result: '逾期' },
      { column: 1, value: '逾期', formula: '"逾期"&B1' },
    ],
    [
      'a formula that gives no text',
      { formula: 'IF(B1,"a","")', result: '' },
      { column: 1, value: '', formula: 'IF(B1,"a","")' },
    ],
    [
      'an error of Excel’s own',
      { formula: '1/0', result: 0 },
      { column: 1, value: { error: '#DIV/0!' }, formula: '1/0' },
    ],
    ['a link', { text: '12', sheet: '表', cell: 'A1' }, { column: 1, value: '12' }],
  ])('%s', async (_, content, cell) => {
    expect(await cellsOf([content])).toEqual([cell]);
  });

  test('a link leads to its cell', async () => {
    await cellsOf([{ text: '台账', sheet: '表', cell: 'C4' }]);
    const cell = excel().host.sheet('表').grid.cell(1, 1);
    expect(cell?.link).toEqual({ documentReference: "'表'!C4" });
  });

  test('nothing is no cell', async () => {
    expect(await cellsOf([null, ''])).toEqual([]);
  });
});
