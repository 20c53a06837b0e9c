import type { CalendarDate } from '../../src/base/calendar';
import { parsePlan } from '../../src/plan/parse';
import { clauseFor, printPlan } from '../../src/plan/text/print-plan';
import type { Measure, Plan } from '../../src/plan/plan';
import { JINGMEN, squeeze, withoutLayout } from './support';

const plan = parsePlan(JINGMEN);

function edit(no: number, change: Partial<Measure>): Plan {
  return { ...plan, measures: plan.measures.map((one) => (one.no === no ? { ...one, ...change } : one)) };
}

function dates(...days: readonly string[]): readonly CalendarDate[] {
  return days as readonly CalendarDate[];
}

describe('the plan as issued', () => {
  test('prints line for line as it was issued, stray spaces apart', () => {
    expect(printPlan(plan).split('\n').map(squeeze)).toEqual(JINGMEN.trim().split('\n').map(squeeze));
  });

  test('reads as the same plan again', () => {
    expect(withoutLayout(parsePlan(printPlan(plan)))).toEqual(withoutLayout(plan));
  });

  test.each([
    ['as one line', JINGMEN.replace(/\n/g, '')],
    ['wrapped', JINGMEN.replace(/(.{32})/gu, '$1\n')],
  ])('%s, too', (_how, text) => {
    const other = parsePlan(text);
    expect(withoutLayout(parsePlan(printPlan(other)))).toEqual(withoutLayout(other));
  });
});

describe('a measure changed by hand', () => {
  test.each<[string, Partial<Measure>, string]>([
    ['units', { leadUnits: ['市财政局', '市编办'] }, '(牵头单位:市财政局、市编办;完成时限:2016年12月31日)'],
    [
      'support',
      { supportUnits: ['各县(市、区)政府'] },
      '(牵头单位:市编办;配合单位:各县(市、区)政府;完成时限:2016年12月31日)',
    ],
    ['a group', { leadUnits: [], leadGroup: '各牵头单位' }, '(牵头单位:各牵头单位;完成时限:2016年12月31日)'],
    ['nobody', { leadUnits: [] }, '(牵头单位:待定;完成时限:2016年12月31日)'],
    ['no deadline', { deadline: null, deadlineKind: 'none' }, '(牵头单位:市编办;完成时限:无)'],
    ['no end', { deadline: null, deadlineKind: 'openEnded' }, '(牵头单位:市编办;完成时限:长期坚持)'],
    [
      'a milestone and no end',
      { deadline: null, deadlineKind: 'openEnded', milestones: dates('2017-05-31') },
      '(牵头单位:市编办;完成时限:2017年5月31日取得阶段性成效,持续推进)',
    ],
    [
      'a milestone before the deadline',
      { milestones: dates('2016-06-30') },
      '(牵头单位:市编办;完成时限:2016年6月30日、2016年12月31日)',
    ],
  ])('%s', (_what, change, clause) => {
    const again = parsePlan(printPlan(edit(1, change))).measures[0];
    expect(again).toMatchObject(change);
    expect(again?.clause).toBe(clause);
  });

  test('leaves all other clauses word for word', () => {
    const again = parsePlan(printPlan(edit(1, { leadUnits: ['市财政局'] })));
    expect(again.measures.slice(1).map(({ clause }) => clause)).toEqual(
      plan.measures.slice(1).map(({ clause }) => clause),
    );
  });

  test.each([
    ['每年3月31日', dates('2016-03-31', '2017-03-31')],
    ['每半年', dates('2016-06-30', '2016-12-31')],
    ['每季度', dates('2016-03-31', '2016-06-30', '2016-09-30', '2016-12-31')],
    [
      '每月',
      Array.from(
        { length: 12 },
        (_, month) => `2016-${String(month + 1).padStart(2, '0')}-${month === 1 ? 29 : 30}` as CalendarDate,
      ),
    ],
    [
      '每月25日',
      Array.from(
        { length: 12 },
        (_, month) => `2016-${String(month + 1).padStart(2, '0')}-25` as CalendarDate,
      ),
    ],
    ['每周', []],
  ])('a duty that comes back is written %s', (words, milestones) => {
    const measure: Measure = {
      ...(plan.measures[0] as Measure),
      deadline: null,
      deadlineKind: 'recurring',
      milestones,
    };
    expect(clauseFor(measure)).toBe(`(牵头单位:市编办;完成时限:${words})`);
  });

  test('that would no longer be one without a clause gets one', () => {
    const text = '某市2023年工作要点\n甲事。（市财政局牵头）\n乙事。（市教育局牵头）';
    const read = parsePlan(text);
    const measures = read.measures.map((one) => ({ ...one, clause: '' }));
    const again = parsePlan(printPlan({ ...read, measures }));
    expect(again.measures.map(({ leadUnits }) => leadUnits[0])).toEqual(['市财政局', '市教育局']);
  });
});

describe('numbers before words', () => {
  test.each([
    ['一、5G建设', '二、5G应用'],
    ['1. 5G建设', '2. 5G应用'],
    ['（1）5G建设', '（2）5G应用'],
    ['①5G建设', '②5G应用'],
    ['第一部分 5G建设', '第二部分 5G应用'],
  ])('%s', (first, second) => {
    const text = `某市2023年工作要点\n${first}。（市工信局牵头）\n${second}。（市工信局牵头）`;
    const read = parsePlan(text);
    expect(read.measures.map(({ text: own }) => own)).toEqual(['5G建设。', '5G应用。']);
    expect(withoutLayout(parsePlan(printPlan(read)))).toEqual(withoutLayout(read));
  });
});
