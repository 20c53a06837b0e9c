import { fittingPeriod } from '../../../src/taskpane/parts/periods';
import { day, period } from '../../ledger/builders';

test.each([
  ['2017-11', '2017-11-30', null],
  ['2017-11', '2017-12-31', null],
  ['2017-11', '2018-01-01', '2018-01'],
  ['2017-11', '2017-10-31', '2017-10'],
  ['2017Q4', '2018-03-31', null],
  ['2017Q4', '2018-04-01', '2018Q2'],
  ['2017', '2018-12-31', null],
  ['2017', '2019-01-01', '2019'],
])('period %s on %s: %s goes with the day', (kept, asOf, fitting) => {
  expect(fittingPeriod(period(kept), day(asOf))).toBe(fitting);
});
