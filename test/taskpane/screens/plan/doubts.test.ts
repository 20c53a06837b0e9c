import { parsePlan } from '../../../../src/plan/parse';
import { meaningOf } from '../../../../src/plan/text/meaning';
import type { Measure } from '../../../../src/plan/plan';
import { doubtsOf } from '../../../../src/taskpane/screens/plan/doubts';

const PLAN = parsePlan(
  '江口市2023年工作要点\n1.甲。（市财政局等部门负责，6月底前完成）\n2.乙（试点）。（市教育局、市科技局负责）\n3.丙。（市水利局负责，2023年2月30日前完成）',
);
const FIRST = PLAN.measures[0] as Measure;

test('a person is asked to look at doubtful readings, not at ways of writing', () => {
  const { byMeasure, open } = doubtsOf(PLAN, []);
  const doubts = [...byMeasure].map(([no, remarks]) => [no, remarks.map(({ code }) => code)]);
  expect(doubts).toContainEqual([1, ['andOthers']]);
  expect(doubts).toContainEqual([3, expect.arrayContaining(['impossibleDate'])]);
  expect(PLAN.remarks.filter(({ no }) => no === 2).map(({ code }) => code)).toContain('innerBrackets');
  const second = byMeasure.get(2)?.map(({ code }) => code) ?? [];
  expect(second).not.toContain('innerBrackets');
  expect(second).not.toContain('severalLeadUnits');
  expect(open).toBe(byMeasure.size);
});

test('what was looked at waits no longer, until the measure says something else', () => {
  const { byMeasure, accepted, open } = doubtsOf(PLAN, [meaningOf(FIRST)]);
  expect([...accepted]).toEqual([1]);
  expect(open).toBe(byMeasure.size - 1);
  const other = { ...FIRST, text: '甲乙。' };
  expect(
    doubtsOf({ ...PLAN, measures: PLAN.measures.with(0, other) }, [meaningOf(FIRST)]).accepted.size,
  ).toBe(0);
});

test('what is doubtful about the document as a whole waits at no measure', () => {
  const undated = parsePlan('江口市重点任务分工方案\n1.建设平台。（市财政局负责，2023年6月底前完成）');
  expect(undated.remarks.map(({ code }) => code)).toContain('yearsGuessed');
  expect(doubtsOf(undated, []).open).toBe(0);
});
