import { cellAddress, columnLetters, isCellError, rangeAddress } from '../../src/base/raw-sheet';
import { SheetGrid, shownText } from '../../src/returns/locate/sheet-grid';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
  expect(cellAddress(12, column)).toBe(`${letters}12`);
});

test('a range is written with both corners, a single cell once', () => {
  expect(rangeAddress({ top: 4, left: 1, bottom: 144, right: 15 })).toBe('A4:O144');
  expect(rangeAddress({ top: 4, left: 2, bottom: 4, right: 2 })).toBe('B4');
});

test('of values only an error is a cell error', () => {
  expect([{ error: '#REF!' }, '#REF!', 1, null, undefined].map(isCellError)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('a merged cell answers for the rows it spans, and only for those', () => {
  const grid = new SheetGrid({
    name: 'x',
    visibility: 'visible',
    rows: [{ row: 5, hidden: false, cells: [{ column: 2, value: '已完成' }] }],
    merges: [
      { top: 5, bottom: 7, left: 2, right: 2 },
      { top: 9, bottom: 10, left: 2, right: 2 },
      { top: 5, bottom: 5, left: 1, right: 4 },
    ],
  });
  const shown = [4, 5, 6, 7, 8].map((row) => shownText(grid.spread(row, 2)));
  expect(shown).toEqual(['', '已完成', '已完成', '已完成', '']);
  expect([5, 6, 8].map((row) => grid.isSpread(row, 2))).toEqual([false, true, false]);
  expect(grid.rawRows).toHaveLength(1);
});

test.each([
  [undefined, ''],
  [{ column: 1, value: true }, 'TRUE'],
  [{ column: 1, value: false }, 'FALSE'],
  [{ column: 1, value: 12.5 }, '12.5'],
  [{ column: 1, value: { error: '#N/A' } }, '#N/A'],
])('%j shows %j', (cell, shown) => {
  expect(shownText(cell)).toBe(shown);
});
