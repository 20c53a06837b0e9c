import { parsePlan } from '../../../src/plan/parse';
import { doubtsByMeasure, sentenceEnds } from '../../../src/taskpane/screens/plan/doubts';

test('a person is asked to look at doubtful readings, not at ways of writing', () => {
  const plan = parsePlan(
    '江口市2023年工作要点\n1.甲。（市财政局等部门负责，6月底前完成）\n2.乙（试点）。（市教育局、市科技局负责）\n3.丙。（市水利局负责，2023年2月30日前完成）',
  );
  const doubts = [...doubtsByMeasure(plan)].map(([no, remarks]) => [no, remarks.map(({ code }) => code)]);
  expect(doubts).toContainEqual([1, ['andOthers']]);
  expect(doubts).toContainEqual([3, expect.arrayContaining(['impossibleDate'])]);
  expect(plan.remarks.filter(({ no }) => no === 2).map(({ code }) => code)).toContain('innerBrackets');
  const second = doubts.find(([no]) => no === 2)?.[1] ?? [];
  expect(second).not.toContain('innerBrackets');
  expect(second).not.toContain('severalLeadUnits');
});

test.each([
  ['一句。', []],
  ['一句。两句。', [3]],
  ['甲；乙；丙', [2, 4]],
])('%s can be split at %j', (text, positions) => {
  expect(sentenceEnds(text)).toEqual(positions);
});
