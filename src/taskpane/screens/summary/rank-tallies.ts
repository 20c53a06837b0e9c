import type { Tally, UnitTally } from '../../../ledger/figures/summary';

export const RANKINGS = ['overdue', 'rate', 'measures'] as const;
export type Ranking = (typeof RANKINGS)[number];

/** Done of what can be done: long-term work is never done, so it counts on neither side. 0 to 1, `null` when nothing can. */
export function completionRate({ done, measures, ongoing }: Tally): number | null {
  const doable = measures - ongoing;
  return doable === 0 ? null : done / doable;
}

/** Units in the order asked for: most overdue, least done, or most measures first; equals in the order of the plan. */
export function rankUnits(units: readonly UnitTally[], by: Ranking): readonly UnitTally[] {
  return units.toSorted((a, b) => {
    if (by === 'rate') return (completionRate(a) ?? 2) - (completionRate(b) ?? 2);
    return b[by] - a[by];
  });
}
