import { workbookAsRead } from '../../../src/hosts/file/grafting/marking/workbook-as-read';
import type { RawCell, RawSheet, RawWorkbook } from '../../../src/base/raw-sheet';

function workbookOf(cells: readonly RawCell[], some: Partial<RawSheet> = {}): RawWorkbook {
  const sheet: RawSheet = {
    name: '填报表',
    visibility: 'visible',
    rows: [{ row: 1, hidden: false, cells }],
    merges: [],
    ...some,
  };
  return { file: '表.xls', sheets: [sheet], date1904: true, hasMacros: false, hasExternalLinks: false };
}

const written = (cell: Omit<RawCell, 'column'>) =>
  workbookAsRead(workbookOf([{ column: 1, ...cell }])).sheets[0]?.cells[0]?.[0];

test.each([
  ['a day', 'yyyy-mm-dd', 41_454, 42_916],
  ['a day in words', 'yyyy"年"m"月"d"日"', 41_454, 42_916],
  ['a number in red', '#,##0;[Red]-#,##0', 41_454, 41_454],
  ['a number in dollars', '[$$-409]0.00', 41_454, 41_454],
  ['a number with a unit', '0"days"', 41_454, 41_454],
])('%s of a workbook that counts from 1904 stays what it says', (_what, format, value, wanted) => {
  expect(written({ value, format })).toBe(wanted);
});

test('a number without a format is no day', () => {
  expect(written({ value: 41_454 })).toBe(41_454);
});

test.each([
  [
    'a cell in the farthest corner',
    workbookOf([], { rows: [{ row: 65_536, hidden: false, cells: [{ column: 256, value: 1 }] }] }),
    'file-too-large',
  ],
  ['a name that Excel would not take', workbookOf([], { name: 'a/b' }), 'file-torn'],
])('a sheet with %s is refused', (_what, workbook, code) => {
  expect(() => workbookAsRead(workbook)).toThrow(expect.objectContaining({ code }));
});
