import { completionRate } from '../../../ledger/figures/completion-rate';
import type { UnitTally } from '../../../ledger/figures/summary';

export const RANKINGS = ['overdue', 'rate', 'measures'] as const;
export type Ranking = (typeof RANKINGS)[number];

/** Units in the order asked for: most overdue, least done, or most measures first; equals in the order of the plan. */
export function rankUnits(units: readonly UnitTally[], by: Ranking): readonly UnitTally[] {
  return units.toSorted((a, b) => {
    if (by === 'rate') return (completionRate(a) ?? 2) - (completionRate(b) ?? 2);
    return b[by] - a[by];
  });
}
