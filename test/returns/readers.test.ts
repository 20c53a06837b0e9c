import fc from 'fast-check';
import { calendarDate, toSerial, type CalendarDate } from '../../src/base/calendar';
import { cleanText, squeezed } from '../../src/base/clean-text';
import { STATUS_WORDS, statusOfWord, statusWord } from '../../src/returns/locate/form-columns';
import { isDateFormat, readDate, type DateReading } from '../../src/returns/read/read-date';
import { readNumber } from '../../src/returns/read/read-number';
import { saysNothing } from '../../src/returns/read/empty-phrases';
import { readPhone } from '../../src/returns/read/read-phone';
import { readPercent } from '../../src/returns/read/read-percent';
import { readStatus } from '../../src/returns/read/read-status';
import type { RawCell, RawValue } from '../../src/base/raw-sheet';
import type { ClaimedStatus } from '../../src/ledger/records';
import { day } from '../ledger/builders';

function cell(value: RawValue | undefined, format?: string): RawCell | undefined {
  return value === undefined ? undefined : { column: 1, value, ...(format === undefined ? {} : { format }) };
}

describe('status', () => {
  test.each<[string, ClaimedStatus, string]>([
    ['已完成', 'done', 'exact'],
    ['长期坚持', 'ongoing', 'exact'],
    [' 已完成。', 'done', 'tidied'],
    ['已 完 成', 'done', 'tidied'],
    ['推进中\u200B', 'inProgress', 'tidied'],
    ['完成', 'done', 'synonym'],
    ['办结', 'done', 'synonym'],
    ['√', 'done', 'synonym'],
    ['是', 'done', 'synonym'],
    ['１００％', 'done', 'synonym'],
    ['全部完成', 'done', 'synonym'],
    ['正在推进', 'inProgress', 'synonym'],
    ['按序时推进', 'inProgress', 'synonym'],
    ['尚未启动', 'notStarted', 'synonym'],
    ['否', 'notStarted', 'synonym'],
    ['常态化', 'ongoing', 'synonym'],
    ['基本完成', 'inProgress', 'softened'],
    ['大部分完成', 'inProgress', 'softened'],
    ['已完成80%', 'inProgress', 'softened'],
    ['完成约90％', 'inProgress', 'softened'],
  ])('“%s” is %s (%s)', (text, status, how) => {
    expect(readStatus(text)).toEqual({ kind: 'read', status, how });
  });

  test.each(['', ' ', '/', '无', '同上', '—', '\u3000', '。'])('“%s” claims nothing', (text) => {
    expect(readStatus(text)).toEqual({ kind: 'missing' });
  });

  test.each(['已完成/推进中', '已完成、未启动', '推进中 长期坚持', '完成或推进中', '已完成\n未启动'])(
    '“%s” claims two things',
    (text) => {
      expect(readStatus(text)).toMatchObject({ kind: 'several' });
    },
  );

  test.each<[string, ClaimedStatus | null]>([
    ['己完成', 'done'],
    ['推近中', 'inProgress'],
    ['未启用', 'notStarted'],
    ['未完成', null],
    ['快了', null],
    ['见附件', null],
  ])('“%s” is not guessed at; near it is %s', (text, nearest) => {
    expect(readStatus(text)).toEqual({ kind: 'unknown', nearest });
  });

  test('what was understood reads the same when written again', () => {
    for (const word of STATUS_WORDS) {
      const status = statusOfWord(word) as ClaimedStatus;
      expect(readStatus(statusWord(status))).toEqual({ kind: 'read', status, how: 'exact' });
    }
  });
});

describe('percent', () => {
  test.each<[RawValue, string | undefined, number]>([
    [80, undefined, 80],
    [0.8, undefined, 80],
    [0.8, '0%', 80],
    [1, '0%', 100],
    [1, undefined, 1],
    [0, undefined, 0],
    [80, '0"%"', 80],
    [0.29, '0.0%', 29],
    ['80%', undefined, 80],
    ['８０％', undefined, 80],
    ['约 60%', undefined, 60],
    ['0.5', undefined, 50],
    ['100', undefined, 100],
    [66.6, undefined, 67],
  ])('%j formatted %s is %i', (value, format, percent) => {
    expect(readPercent(cell(value, format))).toMatchObject({ kind: 'read', percent });
  });

  test.each<[RawValue | undefined, string]>([
    [undefined, 'blank'],
    ['', 'blank'],
    ['/', 'blank'],
    ['无', 'blank'],
    [120, 'out-of-range'],
    [-5, 'out-of-range'],
    ['120%', 'out-of-range'],
    ['-5%', 'out-of-range'],
    ['一半', 'unreadable'],
    ['60-70%', 'unreadable'],
    [true, 'unreadable'],
  ])('%j is %s', (value, kind) => {
    expect(readPercent(cell(value))).toEqual({ kind });
  });

  test('every whole percent reads the same written as a number or with its sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
        expect(readPercent(cell(percent))).toEqual({ kind: 'read', percent, tidied: false });
        expect(readPercent(cell(`${percent}%`))).toEqual({ kind: 'read', percent, tidied: true });
        expect(readPercent(cell(percent / 100, '0%'))).toMatchObject({ percent });
      }),
    );
  });
});

describe('date', () => {
  const dates = { date1904: false, year: 2017 };

  test.each<[RawValue, string | undefined, string, string]>([
    [toSerial(day('2016-12-31')), 'yyyy-mm-dd', '2016-12-31', 'exact'],
    [toSerial(day('2016-12-31')) + 0.75, 'yyyy/m/d h:mm', '2016-12-31', 'exact'],
    [toSerial(day('2016-12-31')), undefined, '2016-12-31', 'tidied'],
    ['2016-12-31', undefined, '2016-12-31', 'exact'],
    ['2016.12.31', undefined, '2016-12-31', 'tidied'],
    ['2016/1/5', undefined, '2016-01-05', 'tidied'],
    ['2016年12月31日', undefined, '2016-12-31', 'tidied'],
    ['２０１６．１２．３１', undefined, '2016-12-31', 'tidied'],
    ['2016 年 12 月 31 日。', undefined, '2016-12-31', 'tidied'],
    ['2016-12-31 08:30:00', undefined, '2016-12-31', 'tidied'],
    ['2016/12/5 8:30', undefined, '2016-12-05', 'tidied'],
    ['2016年1月2日 10:00', undefined, '2016-01-02', 'tidied'],
    ['2016-12-30T16:00:00.000Z', undefined, '2016-12-31', 'tidied'],
    ['2016-12-31T00:00:00Z', undefined, '2016-12-31', 'tidied'],
    ['2016-12-31T23:30:00+08:00', undefined, '2016-12-31', 'tidied'],
    ['2016-12-30T20:00:00-05:00', undefined, '2016-12-31', 'tidied'],
    [20161231, undefined, '2016-12-31', 'tidied'],
    ['20161231', undefined, '2016-12-31', 'tidied'],
    ['2016年2月', undefined, '2016-02-29', 'loose'],
    ['2016.12', undefined, '2016-12-31', 'loose'],
    ['2016年底', undefined, '2016-12-31', 'loose'],
    ['12月底前', undefined, '2017-12-31', 'loose'],
    ['6月30日', undefined, '2017-06-30', 'loose'],
    ['年底前', undefined, '2017-12-31', 'loose'],
    ['17.6.30', undefined, '2017-06-30', 'loose'],
    ['二〇一七年六月三十日', undefined, '2017-06-30', 'tidied'],
  ])('%j formatted %s is %s (%s)', (value, format, date, how) => {
    expect(readDate(cell(value, format), dates)).toEqual({ kind: 'read', date, how });
  });

  test.each<[RawValue | undefined, string]>([
    [undefined, 'blank'],
    ['', 'blank'],
    ['/', 'blank'],
    ['未完成', 'blank'],
    ['2017-02-30', 'impossible'],
    ['2017年13月1日', 'impossible'],
    ['2017年13月', 'impossible'],
    [20171332, 'impossible'],
    ['年内', 'unreadable'],
    ['已上报', 'unreadable'],
    [3, 'unreadable'],
    [2016.12, 'unreadable'],
    [true, 'unreadable'],
  ])('%j is %s', (value, kind) => {
    expect(readDate(cell(value), dates)).toMatchObject({ kind });
  });

  /** Each shape of a date with a word before it and one after it: a date among other words is not a date. */
  test.each(
    [
      '2016-12-31',
      '2016-12-31 08:30:00',
      '20161231',
      '2016年12月',
      '2016年底',
      '年底',
      '二〇一七年六月三十日',
      '17.6.30',
      '6月30日',
      '6月底',
    ].flatMap((date) => [`约${date}`, `${date}完成`]),
  )('%j says more than a day', (text) => {
    expect(readDate(cell(text), dates)).toEqual({ kind: 'unreadable' });
  });

  test.each(['无法填写', '尚无', '未完成三项', '暂无日期', '-1', '/月'])('%j is not “none”', (text) => {
    expect(readDate(cell(text), dates)).toEqual({ kind: 'unreadable' });
  });

  test.each<[RawValue, string | undefined]>([
    ['2017-02-29', '2017-02-28'],
    ['2017-02-31', '2017-02-28'],
    ['2017-06-31', '2017-06-30'],
    ['20170631', '2017-06-30'],
    [20_170_631, '2017-06-30'],
    ['2017-02-32', undefined],
    ['2017-06-99', undefined],
    ['2017-06-00', undefined],
    ['2017-00-10', undefined],
    ['2017-13-31', undefined],
    ['1899-02-30', undefined],
    ['1900-02-30', '1900-02-28'],
    ['2017-01-32', undefined],
    ['13月', undefined],
    ['2月30日', undefined],
  ])('%j is a day that is not there; meant is %s', (value, meant) => {
    expect(readDate(cell(value), dates)).toEqual({
      kind: 'impossible',
      ...(meant === undefined ? {} : { meant }),
    });
  });

  test.each([
    ['1989-12-31', false],
    ['1990-01-01', true],
    ['2099-12-31', true],
    ['2100-01-01', false],
  ])('the serial of %s is taken for a day: %s', (date, isTaken) => {
    const read = readDate(cell(toSerial(day(date)), 'yyyy-mm-dd'), dates);
    expect(read).toEqual(isTaken ? { kind: 'read', date, how: 'exact' } : { kind: 'unreadable' });
  });

  test.each<[number, DateReading]>([
    [19_000_100, { kind: 'unreadable' }],
    [19_000_101, { kind: 'read', date: day('1900-01-01'), how: 'tidied' }],
    [99_991_231, { kind: 'read', date: day('9999-12-31'), how: 'tidied' }],
    [99_991_232, { kind: 'unreadable' }],
  ])('the number %i is read as eight digits from 19000101 to 99991231', (number, reading) => {
    expect(readDate(cell(number), dates)).toEqual(reading);
  });

  test('a month of a year is its last day, January among them', () => {
    expect(readDate(cell('2017年1月'), dates)).toEqual({ kind: 'read', date: '2017-01-31', how: 'loose' });
    expect(readDate(cell('2017年0月'), dates)).toEqual({ kind: 'impossible' });
  });

  test('serials of the 1904 system are four years and a day further on', () => {
    const serial = toSerial(day('2016-12-31')) - 1462;
    expect(readDate(cell(serial, 'yyyy-mm-dd'), { ...dates, date1904: true })).toMatchObject({
      date: '2016-12-31',
    });
  });

  test('every day reads back in every full way of writing it', () => {
    const anyDay = fc
      .record({
        year: fc.integer({ min: 2000, max: 2098 }),
        month: fc.integer({ min: 1, max: 12 }),
        of: fc.integer({ min: 1, max: 28 }),
      })
      .map(({ year, month, of }) => calendarDate(year, month, of) as CalendarDate);
    fc.assert(
      fc.property(anyDay, (date) => {
        const [year, month, of] = date.split('-').map(Number);
        for (const written of [
          date,
          `${year}.${month}.${of}`,
          `${year}年${month}月${of}日`,
          date.replace(/-/g, ''),
        ]) {
          expect(readDate(cell(written), dates)).toMatchObject({ date });
        }
        expect(readDate(cell(toSerial(date), 'm/d/yy'), dates)).toMatchObject({ date });
      }),
    );
  });

  test.each<[string | undefined, boolean]>([
    [undefined, false],
    ['General', false],
    ['0"%"', false],
    ['0.00', false],
    ['"第"0"项"', false],
    ['yyyy-mm-dd', true],
    ['[$-804]m"月"d"日"', true],
    ['mmm', true],
    ['h:mm', false],
    ['mm:ss', false],
    ['[h]:mm:ss', false],
    ['[Red]0.00', false],
    ['0\\d', false],
    ['d', true],
    ['e年', true],
    ['YYYY/M/D H:MM', true],
  ])('the format %s shows a date: %s', (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });
});

describe('measure number', () => {
  test.each<[RawValue, number]>([
    [12, 12],
    ['12', 12],
    ['(12)', 12],
    ['（１２）', 12],
    ['12、', 12],
    ['第12项', 12],
    ['12.0', 12],
    ['⑫', 12],
    ['【12】', 12],
  ])('%j is %i', (value, number) => {
    expect(readNumber(cell(value))).toMatchObject({ kind: 'read', number });
  });

  test.each<[RawValue | undefined, string | undefined, string]>([
    [undefined, undefined, 'blank'],
    ['', undefined, 'blank'],
    [' ', undefined, 'blank'],
    [43101, 'm-d', 'date'],
    [12.1, undefined, 'sub'],
    ['12-2', undefined, 'sub'],
    [0.5, undefined, 'none'],
    ['合计', undefined, 'none'],
    [true, undefined, 'none'],
  ])('%j formatted %s is %s', (value, format, kind) => {
    expect(readNumber(cell(value, format))).toMatchObject({ kind });
  });
});

test.each([
  ['\u00A0已完成\u200B\uFEFF', '已完成'],
  ['一\r\n二\t三', '一\n二 三'],
  ['\u3000全角空格\u3000', '全角空格'],
  ['控制\u0001符', '控制符'],
])('cleaning %j leaves %j', (typed, clean) => {
  expect(cleanText(typed)).toBe(clean);
  expect(squeezed(typed)).toBe(clean.replace(/\s/g, ''));
});

describe('what is offered where a value cannot be', () => {
  const dates = { date1904: false, year: 2017 };

  test('the last day of the month for a day too many, and nothing for other nonsense', () => {
    expect(readDate(cell('2017-02-30'), dates)).toEqual({ kind: 'impossible', meant: '2017-02-28' });
    expect(readDate(cell('2017-13-01'), dates)).toEqual({ kind: 'impossible' });
    expect(readDate(cell('2017-06-45'), dates)).toEqual({ kind: 'impossible' });
  });

  test('80 for 80 typed into a cell that shows percentages', () => {
    expect(readPercent(cell(80, '0%'))).toEqual({ kind: 'out-of-range', meant: 80 });
    expect(readPercent(cell(1.2, '0%'))).toEqual({ kind: 'out-of-range' });
  });
});

describe('telephone', () => {
  test.each<[RawValue, string, boolean]>([
    ['13812345678', '13812345678', false],
    [13812345678, '13812345678', false],
    ['138 1234 5678', '13812345678', true],
    ['+86-13812345678', '13812345678', true],
    ['0724-2331234', '0724-2331234', false],
    ['（0724）2331234转8001', '0724-2331234-8001', true],
    ['2331234', '2331234', false],
    ['0724—2331234/13812345678', '0724-2331234、13812345678', true],
  ])('%j is %s', (value, phone, tidied) => {
    expect(readPhone(cell(value))).toEqual({ kind: 'read', phone, tidied });
    expect(readPhone(cell(phone))).toEqual({ kind: 'read', phone, tidied: false });
  });

  test.each<[RawValue | undefined, string]>([
    [undefined, 'blank'],
    ['/', 'blank'],
    ['王建国', 'unreadable'],
    ['1381234567', 'unreadable'],
    [13e9, 'read'],
    [true, 'unreadable'],
  ])('%j is %s', (value, kind) => {
    expect(readPhone(cell(value))).toMatchObject({ kind });
  });
});

describe('stock phrases', () => {
  test.each([
    '领导高度重视，正在积极推进。',
    '按计划推进，进展顺利，取得明显成效',
    '我局认真落实，各项工作有序开展',
  ])('“%s” says nothing', (text) => expect(saysNothing(text)).toBe(true));
  test.each(['已印发实施方案', '高度重视，已清理规范性文件32件', ''])(
    '“%s” says something, or nothing at all',
    (text) => expect(saysNothing(text)).toBe(false),
  );
});
