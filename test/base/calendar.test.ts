import {
  addDays,
  calendarDate,
  chineseDate,
  daysBetween,
  endOfMonth,
  fromSerial,
  parseIsoDate,
  toSerial,
  yearOf,
  type CalendarDate,
} from '../../src/base/calendar';

function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(text);
  return date;
}

describe('days that exist and days that do not', () => {
  test.each([
    [2016, 2, 29, '2016-02-29'],
    [2017, 2, 29, undefined],
    [2017, 2, 30, undefined],
    [2017, 13, 1, undefined],
    [2017, 0, 1, undefined],
    [1899, 12, 31, undefined],
    [10000, 1, 1, undefined],
    [2017.5, 1, 1, undefined],
  ])('%d-%d-%d', (year, month, dayOfMonth, expected) => {
    expect(calendarDate(year, month, dayOfMonth)).toBe(expected);
  });

  test.each(['2017-1-1', '2017/01/01', ' 2017-01-01', '2017-02-30', ''])(
    '“%s” is not an ISO date',
    (text) => {
      expect(parseIsoDate(text)).toBeUndefined();
    },
  );
});

describe('counting', () => {
  test('over a leap day and a year end', () => {
    expect(daysBetween(day('2016-02-28'), day('2016-03-01'))).toBe(2);
    expect(daysBetween(day('2017-01-01'), day('2016-12-31'))).toBe(-1);
    expect(addDays(day('2016-12-31'), 1)).toBe('2017-01-01');
    expect(addDays(day('2016-03-01'), -1)).toBe('2016-02-29');
  });

  test('ends of months', () => {
    expect([1, 2, 4, 12].map((month) => endOfMonth(2016, month))).toEqual([
      '2016-01-31',
      '2016-02-29',
      '2016-04-30',
      '2016-12-31',
    ]);
  });

  test('year and words', () => {
    expect(yearOf(day('2016-12-31'))).toBe(2016);
    expect(chineseDate(day('2016-01-05'))).toBe('2016年1月5日');
  });
});

describe('serial numbers of a workbook', () => {
  test.each([
    ['1900-03-01', 61],
    ['2016-12-31', 42735],
    ['9999-12-31', 2958465],
  ])('%s is %d', (text, serial) => {
    expect(toSerial(day(text))).toBe(serial);
    expect(fromSerial(serial)).toBe(text);
  });

  test('a time of day is dropped, the other date system is known', () => {
    expect(fromSerial(42735.75)).toBe('2016-12-31');
    expect(fromSerial(42735 - 1462, true)).toBe('2016-12-31');
  });

  test.each([60, 0, -1, 2958466, NaN, Infinity])('%d is no credible date', (serial) => {
    expect(fromSerial(serial)).toBeUndefined();
  });
});
