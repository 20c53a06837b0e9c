import type { Measure } from '../../plan/plan';
import { LEDGER, ledgerRowOf } from '../../sheets/tabs/ledger-tab';
import { TAB } from '../../sheets/words';

export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** Where a measure's status stands in the ledger tab; `null` for a number the plan does not have. */
export function measurePlace(measures: readonly Measure[], measure: number): CellPlace | null {
  const index = measures.findIndex(({ no }) => no === measure);
  if (index < 0) return null;
  return { sheet: TAB.ledger, cell: `${LEDGER.letter('status')}${ledgerRowOf(index)}` };
}
