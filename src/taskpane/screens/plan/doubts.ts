import type { Plan, Remark, RemarkCode } from '../../../plan/types';

/** Ways of writing that were read all the same: nobody need look at them. */
const READ_ALL_THE_SAME: ReadonlySet<RemarkCode> = new Set([
  'missingCompletionWord',
  'responsibleUnitLabel',
  'commaBeforeDeadline',
  'fullStopInClause',
  'innerBrackets',
  'strayWhitespace',
  'severalLeadUnits',
  'yearFromPlan',
]);

/** The remarks on each measure that a person should look at. */
export function doubtsByMeasure({ remarks }: Plan): ReadonlyMap<number, readonly Remark[]> {
  const doubts = new Map<number, Remark[]>();
  for (const remark of remarks) {
    if (remark.no === null || READ_ALL_THE_SAME.has(remark.code)) continue;
    doubts.set(remark.no, [...(doubts.get(remark.no) ?? []), remark]);
  }
  return doubts;
}

/** Positions at which a text can become two measures: behind each of its sentences but the last. */
export function sentenceEnds(text: string): readonly number[] {
  return [...text.matchAll(/[。；;]/g)]
    .map(({ index }) => index + 1)
    .filter((at) => text.slice(at).trim() !== '');
}
