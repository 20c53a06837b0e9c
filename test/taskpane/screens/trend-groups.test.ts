import { readFileSync } from 'node:fs';
import { must } from '../../../src/base/invariant';
import { sampleLedger } from '../../../src/app/demo/make-demo';
import { trend } from '../../../src/ledger/figures/trend';
import { trendGroups, trendOf } from '../../../src/taskpane/screens/summary/trend-groups';

const periods = trend(sampleLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'), 2017));
const groups = trendGroups(must(periods.at(-1), 'the current period'));

test('every section and every unit with measures can be followed, and all sections together are everything', () => {
  const ofSections = groups.sections.map(({ key }) => trendOf(periods, key));
  const total = trendOf(periods, 'total');
  expect(total?.map(({ period }) => period)).toEqual(['2017-09', '2017-10', '2017-11']);
  expect(
    total?.map((_, at) => ofSections.reduce((sum, of) => sum + (of?.[at]?.tally.done ?? Number.NaN), 0)),
  ).toEqual(total?.map(({ tally }) => tally.done));
  expect(groups.units.map(({ key }) => trendOf(periods, key)?.length)).toEqual(groups.units.map(() => 3));
});

test('a group that the ledger does not have has no trend', () => {
  expect(trendOf(periods, 'unit 市某局')).toBeNull();
  expect(trendOf(periods, '')).toBeNull();
});
