import { sectionText } from '../../src/sheets/cell-contents';
import { parsePlan } from '../../src/plan/parse';

test.each([
  ['一、任务\n（一）改革\n1.甲。（市财政局牵头）', '一、任务'],
  ['一、任务\n（一）改革\n1.审批\n（1）甲。（市财政局牵头）', '（一）改革'],
  ['一、任务\n(一)改革\n1.审批\n(1)甲。(市财政局牵头)', '(一)改革'],
  ['第一部分 任务\n一、改革\n1.甲。（市财政局牵头）', '第一部分 任务'],
  ['1.甲。（市财政局牵头）', '某市2023年工作要点'],
])('the section of %j is written %s', (text, expected) => {
  const plan = parsePlan(`某市2023年工作要点\n${text}`);
  expect(plan.sections.map(({ no }) => sectionText(plan, no))).toEqual([expected]);
});
