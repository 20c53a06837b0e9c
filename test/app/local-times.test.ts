import { localMinute, localTimeOf, withLocalTimes } from '../../src/app/runner/local-times';
import { threePeriods } from '../ledger/three-periods';

test('an instant is the minute that the clocks here showed, the day after where it was night in Greenwich', () => {
  expect(localMinute(new Date('2018-01-15T01:30:59.999Z'))).toBe('2018-01-15 09:30');
  expect(localMinute(new Date('2017-12-31T16:05:00Z'))).toBe('2018-01-01 00:05');
});

test.each([
  ['2018-01-15T01:30:07.482Z', '2018-01-15 09:30'],
  ['2018-01-15T01:30Z', '2018-01-15 09:30'],
  ['2018-01-15T09:30:00+08:00', '2018-01-15 09:30'],
  ['2018-01-14T20:30:00-0500', '2018-01-15 09:30'],
  ['2018-01-15 09:30', '2018-01-15 09:30'],
  ['2018-13-45T01:30:07.482Z', '2018-13-45T01:30:07.482Z'],
  ['元旦前', '元旦前'],
  ['', ''],
])('%j of an earlier version is %j', (at, minute) => {
  expect(localTimeOf(at)).toBe(minute);
});

test('a ledger without instants keeps its very lists, so that nothing is worked out twice', () => {
  const ledger = threePeriods();
  const same = withLocalTimes(ledger);
  expect(same.entries).toBe(ledger.entries);
  expect(same.submissions).toBe(ledger.submissions);
  expect(same.log).toBe(ledger.log);
});
