import {
  comparePeriods,
  parsePeriod,
  periodEnd,
  periodLabel,
  periodStart,
  quarterOf,
  readPeriodLabel,
  returnDue,
} from '../../src/ledger/period';
import { day, period } from './builders';

test.each([
  ['2017', '2017-01-01', '2017-12-31', '2017年度'],
  ['2017Q1', '2017-01-01', '2017-03-31', '2017年第一季度'],
  ['2017Q3', '2017-07-01', '2017-09-30', '2017年第三季度'],
  ['2016-02', '2016-02-01', '2016-02-29', '2016年2月'],
  ['2017-12', '2017-12-01', '2017-12-31', '2017年12月'],
])('%s runs from %s to %s and is called %s', (code, start, end, label) => {
  expect([periodStart(period(code)), periodEnd(period(code)), periodLabel(period(code))]).toEqual([
    start,
    end,
    label,
  ]);
  expect(readPeriodLabel(label)).toBe(code);
  expect(readPeriodLabel(code)).toBe(code);
});

test.each(['', '2017Q5', '2017-13', '2017-1', '17Q3', '2017年', 'Q3 2017'])(
  '“%s” is no period code',
  (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  },
);

test.each([
  ['2017年3季度', '2017Q3'],
  ['2017 年 第四季度', '2017Q4'],
  ['2017年', '2017'],
  ['2017q2', '2017Q2'],
])('“%s” is read as %s', (text, code) => {
  expect(readPeriodLabel(text)).toBe(code);
});

test.each(['2017年第五季度', '第三季度', '2017年13月', '2017年上半年'])('“%s” is not guessed at', (text) => {
  expect(readPeriodLabel(text)).toBeUndefined();
});

test('periods are in order of their last day, of two that end together the longer comes later', () => {
  const codes = ['2017', '2017Q4', '2017-12', '2017Q3', '2018-01', '2017-09'].map(period);
  expect(codes.sort(comparePeriods)).toEqual(['2017-09', '2017Q3', '2017-12', '2017Q4', '2017', '2018-01']);
  expect(comparePeriods(period('2017Q3'), period('2017Q3'))).toBe(0);
});

test('a day lies in its quarter, and a return is due some days after the period', () => {
  expect([quarterOf(day('2017-01-01')), quarterOf(day('2017-09-30'))]).toEqual(['2017Q1', '2017Q3']);
  expect(returnDue(period('2017Q4'), 10)).toBe('2018-01-10');
});
