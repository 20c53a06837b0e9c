import type { LedgerState } from '../../ledger/fold';
import { isGovernmentDepartment } from '../../plan/units/unit-nature';

/** How a unit stands among the others by what was due of it. */
export interface Ranked {
  /** From 1; equal figures share a place, and the next place is left out. */
  readonly place: number;
  readonly unit: string;
  /** Measures whose deadline has passed. */
  readonly due: number;
  readonly done: number;
  readonly doneLate: number;
  readonly overdue: number;
  readonly overdueDays: number;
}

/**
 * Government departments by the share of what was due that is done, then by fewer done late, then by fewer days overdue
 * in all. A unit of which nothing was due yet has no place.
 */
export function ranking(state: LedgerState, units: readonly string[]): readonly Ranked[] {
  const counted = units.filter(isGovernmentDepartment).flatMap((unit) => {
    const due = state.assignments.filter(
      ({ assignment, deadline }) => assignment.unit === unit && deadline !== null && deadline < state.asOf,
    );
    if (due.length === 0) return [];
    const count = (wanted: string) => due.filter(({ timeliness }) => timeliness === wanted).length;
    const doneLate = count('doneLate');
    return [
      {
        unit,
        due: due.length,
        done: count('done') + doneLate,
        doneLate,
        overdue: count('overdue'),
        overdueDays: due.reduce((sum, { overdueDays }) => sum + overdueDays, 0),
      },
    ];
  });
  const sorted = counted.toSorted(compare);
  return sorted.map((one) => ({ place: sorted.findIndex((other) => compare(one, other) === 0) + 1, ...one }));
}

type Counted = Omit<Ranked, 'place'>;

function compare(a: Counted, b: Counted): number {
  return (
    b.done * a.due - a.done * b.due ||
    a.doneLate * b.due - b.doneLate * a.due ||
    a.overdueDays - b.overdueDays
  );
}
