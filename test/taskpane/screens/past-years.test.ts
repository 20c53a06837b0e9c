import { readFileSync } from 'node:fs';
import { buildLedger } from '../../../src/app/changes/build-ledger';
import { sampleLedger } from '../../../src/app/demo/make-demo';
import { endsOfYears, fittingDay } from '../../../src/taskpane/screens/home/past-years';
import { AT, day } from '../../ledger/builders';

const PLAN = readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8');

test('a plan whose years are over offers the end of each, the last without anything overdue first of all', () => {
  const offers = endsOfYears(buildLedger(PLAN, { asOf: day('2026-05-01'), at: AT }));
  expect(offers.map(({ asOf, period }) => [asOf, period])).toEqual([
    ['2016-12-31', '2016Q4'],
    ['2017-12-31', '2017Q4'],
    ['2018-12-31', '2018Q4'],
    ['2019-12-31', '2019Q4'],
    ['2020-12-31', '2020Q4'],
  ]);
  expect(fittingDay(offers)?.asOf).toBe('2016-12-31');
  expect(fittingDay(offers)?.overdue).toBe(0);
  expect(offers.at(-1)?.overdue).toBeGreaterThan(100);
});

test('nothing is offered in the years of the plan, nor once something was reported', () => {
  expect(endsOfYears(buildLedger(PLAN, { asOf: day('2020-12-31'), at: AT }))).toEqual([]);
  const reported = sampleLedger(PLAN, 2017);
  const { settings } = reported;
  expect(endsOfYears({ ...reported, settings: { ...settings, asOf: day('2026-05-01') } })).toEqual([]);
});

test('a plan without years offers nothing', () => {
  const ledger = buildLedger(PLAN, { asOf: day('2026-05-01'), at: AT });
  expect(endsOfYears({ ...ledger, plan: { ...ledger.plan, years: { from: 0, to: 0 } } })).toEqual([]);
});
