import { pairRows } from '../../src/sheets/layout/pair-rows';

const CASES: readonly (readonly [
  what: string,
  before: string,
  after: string,
  pairs: readonly (number | undefined)[],
])[] = [
  ['a report that stays keeps its rows', 'abc', 'abc', [0, 1, 2]],
  ['a list in another order keeps its rows, and none is added', 'Hcbadz', 'Habcdz', [0, 1, 2, 3, 4, 5]],
  ['rows that are added in the midst are new', 'Habz', 'Habxyz', [0, 1, 2, undefined, undefined, 3]],
  ['rows that go leave those around them', 'Habcz', 'Haz', [0, 1, 4]],
  [
    'rows that are added to a list in another order lie in one place',
    'Hbacz',
    'Habcdez',
    [0, 1, 2, 3, undefined, undefined, 4],
  ],
];

test.each(CASES)('%s', (_what, before, after, pairs) => {
  expect(pairRows([...before], [...after])).toEqual(pairs);
});
