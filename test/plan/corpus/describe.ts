import type { Measure, Plan } from '../../../src/plan/plan';

function due({ deadline, deadlineKind, milestones }: Measure): string {
  const on = milestones.length === 0 ? '' : ` by way of ${milestones.join(', ')}`;
  return `${deadline ?? deadlineKind}${on}`;
}

function measureLines(measure: Measure): readonly string[] {
  const { no, writtenNo, section, taskNo, task, text, leadUnits, leadGroup, supportUnits } = measure;
  const lead = [...leadUnits, ...(leadGroup === null ? [] : [`*${leadGroup}*`])].join('、') || 'nobody';
  return [
    `measure ${no} ${writtenNo || 'without number'} in ${section || 'the plan'} / ${taskNo} ${task}`,
    `  ${text.replace(/\n/g, ' ⏎ ')}`,
    `  ${lead}${supportUnits.length === 0 ? '' : ` with ${supportUnits.join('、')}`}, ${due(measure)}`,
  ];
}

/** A plan in words, for the expectations beside the documents: what was read, not how it was written. */
export function describePlan(plan: Plan): string {
  return [
    `${plan.title} ${plan.years.from}–${plan.years.to}`,
    ...plan.sections.map(({ no, title, measures }) => `section ${no || '-'} ${title}: ${measures}`),
    ...plan.measures.flatMap(measureLines),
    ...plan.remarks.map(
      ({ no, code, found }) => `remark ${no ?? '-'} ${code} ${found.replace(/\n/g, ' ⏎ ')}`,
    ),
    ...plan.rest.map(({ text }) => `rest ${text.replace(/\n/g, ' ⏎ ')}`),
    '',
  ].join('\n');
}
