import { findCells, hitFrom, MOST_HITS, type Hit } from '../../../src/taskpane/grid/finding/find-cells';
import { ShownTab } from '../../../src/taskpane/grid/shown-tab';
import type { CellContent } from '../../../src/base/blueprint';
import { plainSheet, range } from '../../support/sheet-blueprint';

function tabOf(name: string, cells: readonly (readonly CellContent[])[], rest = {}) {
  const tab = new ShownTab(plainSheet(name, { cells, columnWidths: cells[0]?.map(() => 9) ?? [], ...rest }));
  return { tab, rows: cells.map((_, index) => index + 1) };
}

/** A clock that has moved on by so much whenever it is looked at. */
function clock(step: number) {
  let now = 0;
  let turns = 0;
  return {
    wait: () => {
      turns += 1;
      return Promise.resolve();
    },
    elapsed: () => (now += step),
    turns: () => turns,
  };
}

async function found(tabs: readonly ReturnType<typeof tabOf>[], sought: string, time = clock(0)) {
  const hits: Hit[] = [];
  for await (const more of findCells(tabs, sought, time)) hits.push(...more);
  return hits.map(({ sheet, row, column }) => `${sheet}!${row}:${column}`);
}

test('cells of every tab are found in reading order, whatever their width or case', async () => {
  const tabs = [
    tabOf('甲', [
      ['ABC', null],
      [null, 'ａｂc的'],
    ]),
    tabOf('乙', [['x'], ['abC']]),
  ];
  expect(await found(tabs, ' abc ')).toEqual(['甲!1:1', '甲!2:2', '乙!2:1']);
  expect(await found(tabs, '  ')).toEqual([]);
  expect(await found(tabs, '没有')).toEqual([]);
});

test('a number is found as it is shown, a joined cell once, and nothing in hidden columns', async () => {
  const tab = tabOf(
    '表',
    [
      [0.5, '密'],
      ['密', '密'],
    ],
    {
      formats: [{ range: range(1, 1, 1, 1), format: { numberFormat: '0.0%' } }],
      merges: [range(2, 1, 2, 2)],
      hiddenColumns: [2],
    },
  );
  expect(await found([tab], '50.0%')).toEqual(['表!1:1']);
  expect(await found([tab], '密')).toEqual(['表!2:1']);
});

test('rows that are not shown are left out, and the page has its turn while many are searched', async () => {
  const tab = tabOf('表', [['是'], ['是'], ['是'], ['是']]);
  expect(await found([{ ...tab, rows: [4, 2] }], '是')).toEqual(['表!4:1', '表!2:1']);
  const time = clock(20);
  expect(await found([tab], '是', time)).toHaveLength(4);
  expect(time.turns()).toBe(4);
});

test('no more are found than anybody goes through', async () => {
  const tab = tabOf(
    '表',
    Array.from({ length: MOST_HITS + 5 }, () => ['是']),
  );
  expect(await found([tab], '是')).toHaveLength(MOST_HITS);
});

test('the search begins at the cell where the clerk is, in the order of the lines, and from the top behind the last', () => {
  const hits = [2, 7, 5].map((row) => ({ sheet: '表', row, column: 3 }));
  const order = new Map([2, 7, 5, 9].map((row, line) => [row, line]));
  expect(hitFrom(hits, order, { sheet: '表', row: 7, column: 1 })).toBe(1);
  expect(hitFrom(hits, order, { sheet: '表', row: 7, column: 4 })).toBe(2);
  expect(hitFrom(hits, order, { sheet: '表', row: 9, column: 1 })).toBe(0);
  expect(hitFrom(hits, order, { sheet: '另', row: 1, column: 1 })).toBe(0);
});
