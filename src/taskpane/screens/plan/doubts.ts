import { meaningOf } from '../../../plan/text/meaning';
import type { Plan, Remark, RemarkCode } from '../../../plan/plan';

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
  'numbersReassigned',
]);

/** The places of a plan that a person should look at. */
export interface Doubts {
  /** By the measure's number. */
  readonly byMeasure: ReadonlyMap<number, readonly Remark[]>;
  /** Numbers of the doubtful measures that were looked at and taken as they are. */
  readonly accepted: ReadonlySet<number>;
  /** Doubtful measures that wait to be looked at. */
  readonly open: number;
}

/** @param accepted What the measures say that were looked at (`meaningOf`). */
export function doubtsOf({ remarks, measures }: Plan, accepted: readonly string[]): Doubts {
  const byMeasure = new Map<number, Remark[]>();
  for (const remark of remarks) {
    if (remark.no === null || READ_ALL_THE_SAME.has(remark.code)) continue;
    byMeasure.set(remark.no, [...(byMeasure.get(remark.no) ?? []), remark]);
  }
  const meanings = new Set(accepted);
  const settled = measures.filter((one) => byMeasure.has(one.no) && meanings.has(meaningOf(one)));
  return {
    byMeasure,
    accepted: new Set(settled.map(({ no }) => no)),
    open: byMeasure.size - settled.length,
  };
}
