import type { RawCell, RawWorkbook } from '../../../../src/base/raw-sheet';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { freeText } from '../../../../src/returns/locate/cell-words';
import { writeRaw } from '../../../returns/kinds/write-raw';
import { convertWithLibreOffice, hasLibreOffice, LIBRE_OFFICE_TIMEOUT } from '../../../support/libre-office';
import { oldWorkbook } from './old-workbook';

/** What somebody typed into a column for words, and what Excel shows there. */
const TYPED: readonly (readonly [value: string | number, format: string | undefined, shown: string])[] = [
  [42_916, 'yyyy-mm-dd', '2017-06-30'],
  [42_916, 'yyyy"年"m"月"d"日"', '2017年6月30日'],
  [42_916.5, 'yyyy/m/d h:mm', '2017/6/30 12:00'],
  [0.75, 'h:mm', '18:00'],
  [1.5, '[h]:mm', '36:00'],
  [0.8, '0%', '80%'],
  [0.805, '0.0%', '80.5%'],
  [1_234_567.5, '#,##0.00', '1,234,567.50'],
  [12, '"¥"#,##0.00', '¥12.00'],
  [3, '0.00', '3.00'],
  [1.5, '# ?/?', '1 1/2'],
  [12_345, '0.00E+00', '1.23E+04'],
  [5, '0"件"', '5件'],
  [59, '[>=60]"及格";"不及格"', '不及格'],
  ['广场', '"项目："@', '项目：广场'],
  [0.1 + 0.2, undefined, '0.3'],
  [123_456_789_012, undefined, '123456789012'],
];

const BOOK: RawWorkbook = {
  file: '填报表.xlsx',
  sheets: [
    {
      name: '填报表',
      visibility: 'visible',
      merges: [],
      rows: TYPED.map(([value, format], index) => ({
        row: index + 1,
        hidden: false,
        cells: [{ column: 1, value, ...(format === undefined ? {} : { format }) }],
      })),
    },
  ],
  date1904: false,
  hasMacros: false,
  hasExternalLinks: false,
};

const files = createWorkbookFiles();
const SHOWN = TYPED.map(([, , shown]) => shown);

async function words(bytes: Uint8Array): Promise<readonly string[]> {
  const { sheets, date1904 } = await files.read(bytes, '填报表');
  return (sheets[0]?.rows ?? []).map(({ cells: [cell] }) => freeText(cell, date1904));
}

test('a column for words of an .xlsx keeps what is shown', async () => {
  expect(await words(await writeRaw(BOOK, 'shared strings'))).toEqual(SHOWN);
});

test.each(['biff8', 'xlsb', 'xlml'] as const)('so does one kept as %s', async (bookType) => {
  expect(await words(oldWorkbook(BOOK, bookType))).toEqual(SHOWN);
});

(hasLibreOffice ? describe : describe.skip)('what LibreOffice makes of it', () => {
  test.each(['xls', 'ods', 'html'])(
    'as .%s says the same',
    async (format) => {
      const saved = await convertWithLibreOffice(await writeRaw(BOOK, 'shared strings'), format);
      expect(await words(saved)).toEqual(SHOWN);
    },
    LIBRE_OFFICE_TIMEOUT,
  );
});

test('format numbers that an old workbook does not define are those of Chinese Excel', async () => {
  const cell = (format: string): RawCell => ({ column: 1, value: 42_916, format });
  const rows = ['m/d/yy', 'm/d/yy h:mm'].map((format, index) => ({
    row: index + 1,
    hidden: false,
    cells: [cell(format)],
  }));
  const book = { ...BOOK, sheets: BOOK.sheets.map((sheet) => ({ ...sheet, rows })) };
  expect(await words(oldWorkbook(book))).toEqual(['2017/6/30', '2017/6/30 0:00']);
});
