import type { Ledger } from '../../../ledger/ledger';
import { comparePlans, type PlanComparison } from '../../../plan/compare';
import type { Measure, Plan } from '../../../plan/plan';

/** What a revised plan does to a ledger. */
export interface Revision extends PlanComparison {
  /** Reports of measures that stay, and of those struck out: these count no more. */
  readonly kept: number;
  readonly struckOut: number;
  /** Why the ledger cannot adopt this plan: the two are the same, or they have nothing in common. */
  readonly obstacle: 'same' | 'other' | null;
}

export function revisionOf(ledger: Ledger, plan: Plan): Revision {
  const comparison = comparePlans(ledger.plan, plan);
  const { added, removed, changed, numbers } = comparison;
  const gone = new Set(removed.map(({ no }) => no));
  const reports = ledger.entries.flatMap((entry) => (entry.kind === 'report' ? [entry.measure] : []));
  const struckOut = reports.filter((no) => gone.has(no)).length;
  const isSame = added.length + removed.length + changed.length === 0 && ledger.plan.title === plan.title;
  const common = numbers.size === 0 ? 'other' : null;
  return {
    ...comparison,
    kept: reports.length - struckOut,
    struckOut,
    obstacle: isSame ? 'same' : common,
  };
}

/** One field of a measure before and after; the words say the rest. */
export interface FieldChange {
  readonly field: 'text' | 'units' | 'deadline';
  readonly before: Measure;
  readonly after: Measure;
}

/** What changed of a measure beside its number, which is named with it. */
export function fieldChanges({
  before,
  after,
  fields,
}: PlanComparison['changed'][number]): readonly FieldChange[] {
  return fields.flatMap((field) => (field === 'no' ? [] : [{ field, before, after }]));
}
