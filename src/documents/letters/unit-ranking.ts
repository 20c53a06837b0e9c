import type { LedgerState } from '../../ledger/fold';
import { dueFigures, isDue } from '../../ledger/figures/due';

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
 * The units that may be ranked by the share of what was due that is done, then by fewer done late, then by fewer days overdue
 * in all. A unit that had nothing due yet has no place.
 */
export function ranking(
  state: LedgerState,
  units: readonly string[],
  mayRank: (unit: string) => boolean,
): readonly Ranked[] {
  const counted = units.filter(mayRank).flatMap((unit): Counted[] => {
    const own = state.assignments.filter(({ assignment }) => assignment.unit === unit);
    const due = own.filter((one) => isDue(one, state.asOf));
    if (due.length === 0) return [];
    const overdueDays = due.reduce((sum, one) => sum + one.overdueDays, 0);
    return [{ unit, ...dueFigures(own, state.asOf), overdueDays }];
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
