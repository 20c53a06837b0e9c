import { shownDay, shownNumber, shownWords } from '../../src/base/number-format';

/** 2017-12-31, a Sunday. */
const DAY = 43_100;

describe('a number under a format code reads as in Chinese Excel', () => {
  test.each<[code: string | undefined, value: number, shown: string]>([
    [undefined, 0.1 + 0.2, '0.3'],
    ['', 1234.5, '1234.5'],
    ['General', 1 / 3, '0.333333333'],
    ['General', 123_456_789_012, '1.23457E+11'],
    ['General', -1.5, '-1.5'],
    ['General"元"', 5.5, '5.5元'],
    ['G/通用格式"元"', 5, '5元'],
    ['0', -0.4, '0'],
    ['0.00', 1.005, '1.01'],
    ['0.00', -2.675, '-2.68'],
    ['0.0', 2.25, '2.3'],
    ['#,##0.00', 1_234_567.891, '1,234,567.89'],
    ['000000', 12, '000012'],
    ['0"件"', 7, '7件'],
    ['0%', 0.8, '80%'],
    ['0.0%', 0.8055, '80.6%'],
    ['0.00E+00', 12_345, '1.23E+04'],
    ['# ?/?', 1.5, '1 1/2'],
    ['# ?/?', 2, '2    '],
    ['"¥"#,##0.00;"¥"-#,##0.00', -12, '¥-12.00'],
    ['[$￥-804]#,##0', 12, '￥12'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, ' -   '],
    ['#,##0,"千"', 12_345, '12千'],
    ['0!.0,"万"', 123_456, '12.3万'],
    ['0.00_);(0.00)', -5, '(5.00)'],
    [';;;', 5, ''],
    ['@', 5, '5'],
    ['[Red]-0;[蓝色]0', -5, '5'],
    ['[>=60]"及格";"不及格"', 59.5, '不及格'],
    ['[=0.5]"一半";0.0', 0.5, '一半'],
    ['[>100]"大"0;[<=100]"小"0', 50, '小50'],
  ])('%s of %d', (code, value, shown) => {
    expect(shownNumber(value, code)).toBe(shown);
  });

  test.each<[code: string, value: number, shown: string]>([
    ['yyyy/m/d', DAY, '2017/12/31'],
    ['yyyy-mm-dd', DAY, '2017-12-31'],
    ['yyyy.mm.dd', DAY, '2017.12.31'],
    ['yyyy"年"m"月"d"日"', DAY, '2017年12月31日'],
    ['[$-804]yyyy年m月d日;@', DAY, '2017年12月31日'],
    ['yyyy"年"m"月"', DAY, '2017年12月'],
    ['m"月"d"日"', DAY, '12月31日'],
    ['[$-F800]dddd, mmmm dd, yyyy', DAY, '2017年12月31日'],
    ['[$-F400]h:mm:ss AM/PM', DAY + 0.5, '12:00:00'],
    ['d-mmm-yy', DAY, '31-Dec-17'],
    ['dddd', DAY, 'Sunday'],
    ['aaaa', DAY, '星期日'],
    ['m"月"d"日" aaa', DAY + 6, '1月6日 六'],
    ['"aaa"yyyy', DAY, 'aaa2017'],
    ['yyyy/m/d h:mm', DAY + 0.5, '2017/12/31 12:00'],
    ['h"时"mm"分"', 0.75, '18时00分'],
    ['上午/下午h"时"mm"分"', 0.75, '下午6时00分'],
    ['[$-804]上午/下午h"时"mm"分"ss"秒";@', 0.25, '上午6时00分00秒'],
    ['h:mm AM/PM', 0.75, '6:00 PM'],
    ['[h]:mm', 1.5, '36:00'],
    ['mm:ss.0', 0.001, '01:26.4'],
    ['yyyy-mm-dd', 0, '1900-01-00'],
    ['yyyy-mm-dd', 1, '1900-01-01'],
    ['yyyy-mm-dd', 60, '1900-02-29'],
    ['yyyy-mm-dd', 61, '1900-03-01'],
    ['yyyy-mm-dd', -1, '########'],
    ['[h]:mm', -0.5, '########'],
    ['yyyy-mm-dd', 2_958_466, '########'],
  ])('%s of the moment %d', (code, value, shown) => {
    expect(shownNumber(value, code)).toBe(shown);
  });

  test('days that count from 1904 are those days, and spans of time are not changed by it', () => {
    expect(shownNumber(DAY - 1462, 'yyyy-mm-dd', { date1904: true })).toBe('2017-12-31');
    expect(shownNumber(0, 'yyyy-mm-dd', { date1904: true })).toBe('1904-01-01');
    expect(shownNumber(1.5, '[h]:mm', { date1904: true })).toBe('36:00');
    expect(shownNumber(5, '0', { date1904: true })).toBe('5');
  });

  test.each(['"abc', '[', 'yyyy 0.0', '0'.repeat(256), '__proto__', 'constructor'])(
    'the code %s, which Excel would not take, shows the number as General',
    (code) => {
      expect(shownNumber(1234.5, code)).toBe('1234.5');
      expect(shownWords('文字', code)).toBe('文字');
    },
  );

  test('what is no number is said as it is', () => {
    expect(shownNumber(Infinity, '0.00')).toBe('Infinity');
  });
});

test.each<[code: string | undefined, text: string, shown: string]>([
  [undefined, '已完成', '已完成'],
  ['0.00', '已完成', '已完成'],
  ['@', '已完成', '已完成'],
  ['"项目："@', '广场', '项目：广场'],
  ['0;-0;0;"（"@"）"', '广场', '（广场）'],
  [';;;', '广场', ''],
])('under %s the text %s shows as %s', (code, text, shown) => {
  expect(shownWords(text, code)).toBe(shown);
});

test.each<[code: string | undefined, shown: string]>([
  [undefined, ''],
  ['yyyy"年"m"月"', 'year month'],
  ['m"月"d"日"', 'month day'],
  ['上午/下午h"时"mm"分"', ''],
  ['"', ''],
])('of a day the code %s shows: %s', (code, shown) => {
  const parts = Object.entries(shownDay(code)).flatMap(([part, isShown]) => (isShown ? [part] : []));
  expect(parts.filter((part) => ['year', 'month', 'day'].includes(part)).join(' ')).toBe(shown);
});
