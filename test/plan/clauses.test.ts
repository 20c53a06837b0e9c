import { parsePlan } from '../../src/plan/parse';
import { printPlan } from '../../src/plan/text/print-plan';
import type { Measure } from '../../src/plan/plan';
import { CLAUSES } from './corpus/clauses';
import { placedText, squeeze, withoutLayout } from './support';

function says({ leadUnits, leadGroup, supportUnits, deadline, deadlineKind, milestones }: Measure): string {
  const lead = [...leadUnits, ...(leadGroup === null ? [] : [`*${leadGroup}*`])].join('、') || 'nobody';
  const support = supportUnits.length === 0 ? '' : ` with ${supportUnits.join('、')}`;
  const on = milestones.length === 0 ? '' : ` by way of ${milestones.join(', ')}`;
  return `${lead}${support}, ${deadline ?? deadlineKind}${on}`;
}

test('the corpus holds at least 25 shapes', () => {
  expect(CLAUSES.length).toBeGreaterThanOrEqual(25);
});

describe.each(CLAUSES)('%s', (_shape, clause, expected, remarks = []) => {
  const text = `江口市2023年工作要点\n一、主要任务\n1.推进甲项工作。${clause}\n2.推进乙项工作。${clause}`;
  const plan = parsePlan(text);

  test('who, and until when', () => {
    expect(plan.measures.map(says)).toEqual([expected, expected]);
    expect(plan.measures.map(({ text: body }) => body.slice(0, 7))).toEqual([
      '推进甲项工作。',
      '推进乙项工作。',
    ]);
  });

  test('body and clause are the words as issued', () => {
    const words = plan.measures.map((measure) =>
      squeeze(`${measure.writtenNo}.${measure.text}${measure.clause}`),
    );
    expect(words.join('')).toBe(squeeze(text.slice(text.indexOf('1.'))));
    expect(placedText(plan)).toBe(squeeze(text));
  });

  test('doubtful readings are remarked', () => {
    expect(plan.remarks.filter(({ no }) => no === 1).map(({ code }) => code)).toEqual(remarks);
  });

  test('printed, it reads the same', () => {
    expect(withoutLayout(parsePlan(printPlan(plan)))).toEqual(withoutLayout(plan));
  });
});
