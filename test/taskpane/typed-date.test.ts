import { isWhole, readTypedDate } from '../../src/taskpane/parts/fields/typed-date';

test.each([
  ['2017-09-30', '2017-09-30'],
  ['2017-9-3', '2017-09-03'],
  ['2017/9/30', '2017-09-30'],
  ['2017.9.30', '2017-09-30'],
  ['2017。9。30', '2017-09-30'],
  ['20170930', '2017-09-30'],
  ['2017年9月30日', '2017-09-30'],
  ['2017 年 9 月 30 号', '2017-09-30'],
  ['２０１７－９－３０', '2017-09-30'],
  ['2017年9月30', '2017-09-30'],
])('“%s” is %s', (typed, date) => {
  expect(readTypedDate(typed)).toBe(date);
});

test.each(['', '2017', '2017-9', '2017-13-1', '2017-02-29', '0201-01-01', '9/30/2017', '明天'])(
  '“%s” is no day',
  (typed) => {
    expect(readTypedDate(typed)).toBeUndefined();
  },
);

test('what may go on is not taken over while it is typed', () => {
  expect(['2017-9-3', '2017年9月3', '2017-09'].map(isWhole)).toEqual([false, false, false]);
  expect(['2017-09-30', '20170930', '2017年9月3日'].map(isWhole)).toEqual([true, true, true]);
});
