import { minuteOfSerial, readMinute } from '../../src/base/time/minute';

test.each([
  ['2018-01-15 09:30', '2018-01-15 09:30'],
  ['2018-1-5 9:05', '2018-01-05 09:05'],
  ['2018/1/15 9:30', '2018-01-15 09:30'],
  ['2018/1/15 9:30:59', '2018-01-15 09:30'],
  ['2018-01-15T09:30:00.000', '2018-01-15 09:30'],
  ['2018年1月15日 9时30分', '2018-01-15 09:30'],
  ['2018年1月15日9：30', '2018-01-15 09:30'],
  ['2018.1.15 23:59', '2018-01-15 23:59'],
  ['  2018-01-15 00:00 ', '2018-01-15 00:00'],
])('%j is a minute', (text, minute) => {
  expect(readMinute(text)).toBe(minute);
});

test.each([
  '',
  '2018-01-15',
  '2018-02-30 09:30',
  '2018-01-15 24:00',
  '2018-01-15 09:60',
  '上午九点半',
  '2018-01-15T09:30:00.000Z',
  '2018-01-15T09:30:00+08:00',
])('%j is none', (text) => {
  expect(readMinute(text)).toBeUndefined();
});

test('a minute as text comes back from the serial number that a program makes of it', () => {
  for (let minute = 0; minute < 1_440; minute += 1) {
    const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) =>
      String(part).padStart(2, '0'),
    );
    expect(minuteOfSerial(43_115 + minute / 1_440)).toBe(`2018-01-15 ${hours}:${minutes}`);
  }
});

test('the seconds of a serial number are dropped, its day is that of its workbook', () => {
  expect(minuteOfSerial(43_115 + 59 / 86_400)).toBe('2018-01-15 00:00');
  expect(minuteOfSerial(43_115 - 1_462 + 0.5, true)).toBe('2018-01-15 12:00');
  expect(minuteOfSerial(0.5)).toBeUndefined();
});
