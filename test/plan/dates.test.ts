import { findTimes } from '../../src/plan/clause/dates';
import { settleDeadline } from '../../src/plan/clause/deadline';
import { fold } from '../../src/base/fold-text';
import type { RemarkCode } from '../../src/plan/plan';

const YEARS = { from: 2023, to: 2023 };

function due(words: string, years: typeof YEARS | null = YEARS): string {
  const { deadline, deadlineKind, milestones } = settleDeadline(
    findTimes(fold(words), years ?? undefined),
    words,
  );
  return [deadline ?? deadlineKind, ...milestones].join(' < ');
}

function doubts(words: string, years: typeof YEARS | null = YEARS): readonly RemarkCode[] {
  return settleDeadline(findTimes(fold(words), years ?? undefined), words).doubts.map(({ code }) => code);
}

test('whatever order the days are named in, the last one is the deadline and the others lead up to it', () => {
  expect(due('2018年底完成，2016年6月底前启动，2017年底前基本完成')).toBe(
    '2018-12-31 < 2016-06-30 < 2017-12-31',
  );
  expect(due('2018年底，2016年底，2018年底')).toBe('2018-12-31 < 2016-12-31');
});

describe('dates with their year', () => {
  test.each([
    ['2016年底', '2016-12-31'],
    ['2016年年底前', '2016-12-31'],
    ['2016年末', '2016-12-31'],
    ['2016年内', '2016-12-31'],
    ['2016年', '2016-12-31'],
    ['2016年度', '2016-12-31'],
    ['二〇一六年底', '2016-12-31'],
    ['２０１６年６月', '2016-06-30'],
    ['2016年2月底前', '2016-02-29'],
    ['2016年6月30日前', '2016-06-30'],
    ['2016年6月1号', '2016-06-01'],
    ['2016年6月上旬', '2016-06-10'],
    ['2016年6月中旬', '2016-06-20'],
    ['2016年6月下旬', '2016-06-30'],
    ['2016年十一月底', '2016-11-30'],
    ['2016年一季度', '2016-03-31'],
    ['2016年第二季度末', '2016-06-30'],
    ['2016年3季度', '2016-09-30'],
    ['2016年Q4', '2016-12-31'],
    ['2016年上半年', '2016-06-30'],
    ['2016年下半年', '2016-12-31'],
    ['2016.6.30', '2016-06-30'],
    ['2016-06-30', '2016-06-30'],
    ['2016/6/30前', '2016-06-30'],
    ['20160630', '2016-06-30'],
    ['2016.06', '2016-06-30'],
    ['2016-2018年', '2018-12-31'],
    ['2016年至2018年底', '2018-12-31'],
    ['2016年3月至6月', '2016-06-30'],
    ['2016年3-6月', '2016-06-30'],
    ['2016年3月1日—2017年2月28日', '2017-02-28'],
    ['“十三五”期末', '2020-12-31'],
    ['十四五规划期内', '2025-12-31'],
  ])('%s', (words, expected) => {
    expect(due(words)).toBe(expected);
    expect(doubts(words)).toEqual([]);
  });
});

describe('dates without a year lean on the plan', () => {
  test.each([
    ['6月底前', '2023-06-30'],
    ['十月底前', '2023-10-31'],
    ['第三季度', '2023-09-30'],
    ['上半年', '2023-06-30'],
    ['年底前', '2023-12-31'],
    ['年内', '2023-12-31'],
    ['今年底', '2023-12-31'],
    ['本年度', '2023-12-31'],
    ['全年', '2023-12-31'],
    ['明年底前', '2024-12-31'],
    ['明年3月', '2024-03-31'],
  ])('%s', (words, expected) => {
    expect(due(words)).toBe(expected);
    expect(doubts(words)).toEqual(['yearFromPlan']);
  });

  test('of several years the first is taken for a month, the last for a year end, and both are doubtful', () => {
    const years = { from: 2016, to: 2020 };
    expect([due('6月底前', years), due('年底前', years)]).toEqual(['2016-06-30', '2020-12-31']);
    expect(doubts('6月底前', years)).toEqual(['yearUncertain']);
  });

  test('after a year in the same clause they are of that year', () => {
    expect(due('2018年3月启动，6月底前完成')).toBe('2018-06-30 < 2018-03-31');
    expect(doubts('2018年3月启动，6月底前完成')).toEqual(['severalDeadlines']);
  });

  test('without any year there is no date', () => {
    expect(findTimes('6月底前', undefined)).toMatchObject([{ kind: 'relative', dates: [] }]);
    expect(doubts('6月底前', null)).toEqual(['yearUnknown']);
  });
});

describe('other words about time', () => {
  test.each([
    ['长期坚持', 'openEnded'],
    ['持续推进', 'openEnded'],
    ['常态化推进', 'openEnded'],
    ['按序时进度推进', 'none'],
    ['按时序进度推进', 'openEnded'],
    ['按照上级要求', 'openEnded'],
    ['5月底取得阶段性成效并持续推进', 'openEnded < 2023-05-31'],
    ['每年第一季度', 'recurring < 2023-03-31'],
    ['每年12月底前', 'recurring < 2023-12-31'],
    ['每年', 'recurring < 2023-12-31'],
    ['每年年底前', 'recurring < 2023-12-31'],
    ['每半年', 'recurring < 2023-06-30 < 2023-12-31'],
    ['每季度末', 'recurring < 2023-03-31 < 2023-06-30 < 2023-09-30 < 2023-12-31'],
    ['每周', 'recurring'],
    ['每两年', 'recurring'],
    ['每年2月30日', 'recurring'],
    ['推进改革', 'none'],
    ['第5项', 'none'],
  ])('%s', (words, expected) => {
    expect(due(words)).toBe(expected);
  });

  test('a yearly duty falls due in each year of the plan', () => {
    expect(due('每年3月底前', { from: 2016, to: 2018 })).toBe(
      'recurring < 2016-03-31 < 2017-03-31 < 2018-03-31',
    );
    expect(findTimes('每年3月底前', undefined)).toMatchObject([{ kind: 'recurring', dates: [] }]);
  });

  test.each([
    ['印发后30日内', 'relativeDeadline'],
    ['自本方案印发之日起三个月内', 'relativeDeadline'],
    ['立行立改', 'relativeDeadline'],
    ['2017年2月30日', 'impossibleDate'],
    ['2017年13月', 'impossibleDate'],
    ['2017.13.01', 'impossibleDate'],
  ] as const)('%s names no day, and that is said', (words, code) => {
    expect(due(words)).toBe('none');
    expect(doubts(words)).toEqual([code]);
  });
});
