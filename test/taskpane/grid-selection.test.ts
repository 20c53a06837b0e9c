import fc from 'fast-check';
import { range } from '../../src/sheets/tab-builder';
import {
  moveOfKey,
  moved,
  placeOfAddress,
  selectedRange,
  type GridShape,
  type Move,
} from '../../src/taskpane/grid/selecting/selection';

const title = range(1, 1, 1, 6);
/** Six columns of which the fourth is hidden, a title over all of them. */
const shape: GridShape = {
  rows: 100,
  columns: [1, 2, 3, 5, 6],
  mergeAt: (row) => (row === 1 ? title : undefined),
  // A title; below it a block of two columns, one line of which is empty.
  isFilled: (row, column) => row === 1 || (column <= 2 && row !== 40),
};

test.each<[Move, [number, number], [number, number]]>([
  ['right', [5, 3], [5, 5]],
  ['left', [5, 5], [5, 3]],
  ['right', [5, 6], [5, 6]],
  ['up', [2, 3], [1, 1]],
  ['down', [1, 1], [2, 1]],
  ['right', [1, 1], [1, 1]],
  ['pageDown', [5, 2], [25, 2]],
  ['pageUp', [5, 2], [1, 1]],
  ['rowStart', [5, 5], [5, 1]],
  ['rowEnd', [5, 1], [5, 6]],
  ['edgeUp', [50, 5], [1, 1]],
  ['edgeUp', [50, 2], [41, 2]],
  ['edgeUp', [41, 2], [39, 2]],
  ['edgeDown', [50, 5], [100, 5]],
  ['edgeDown', [2, 1], [39, 1]],
  ['edgeDown', [39, 1], [41, 1]],
  ['edgeDown', [41, 1], [100, 1]],
  ['edgeRight', [5, 1], [5, 2]],
  ['edgeRight', [5, 2], [5, 6]],
  ['edgeLeft', [5, 6], [5, 2]],
  ['edgeLeft', [5, 2], [5, 1]],
  ['first', [50, 5], [1, 1]],
  ['last', [50, 5], [100, 6]],
])('%s from row and column %j leads to %j', (move, [row, column], [toRow, toColumn]) => {
  expect(moved(shape, { row, column }, move, 20)).toEqual({ row: toRow, column: toColumn });
});

test('no move leaves the tab or ends in a hidden column', () => {
  const moves: readonly Move[] = ['left', 'right', 'up', 'down', 'pageUp', 'pageDown', 'rowEnd', 'last'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 60 }), (walk) => {
      const end = walk.reduce((place, move) => moved(shape, place, move, 7), { row: 50, column: 3 });
      expect(end.row >= 1 && end.row <= shape.rows && shape.columns.includes(end.column)).toBe(true);
    }),
  );
});

test('a selection holds joined cells as a whole, whichever end they are at', () => {
  const low = { row: 3, column: 2 };
  const high = { row: 1, column: 1 };
  expect(selectedRange(shape, { anchor: low, focus: high })).toEqual(range(1, 1, 3, 6));
  expect(selectedRange(shape, { anchor: high, focus: low })).toEqual(range(1, 1, 3, 6));
  expect(selectedRange(shape, { anchor: low, focus: low })).toEqual(range(3, 2, 3, 2));
});

test.each([
  ['ArrowDown', false, 'down'],
  ['ArrowDown', true, 'edgeDown'],
  ['Home', true, 'first'],
  ['End', false, 'rowEnd'],
  ['x', false, undefined],
])('the key %s (with Ctrl: %s) means %s', (key, isControl, move) => {
  expect(moveOfKey(key, isControl)).toBe(move);
});

test.each([
  ['G12', { row: 12, column: 7 }],
  ['AA1', { row: 1, column: 27 }],
  ['A0', undefined],
  ['', undefined],
  ['台账', undefined],
])('the address “%s” is %j', (address, place) => {
  expect(placeOfAddress(address)).toEqual(place);
});
