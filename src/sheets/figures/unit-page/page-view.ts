import { columnLetters } from '../../../base/raw-sheet';
import { completionRate } from '../../../ledger/figures/completion-rate';
import { tally, type Tally } from '../../../ledger/figures/summary';
import type { PeriodFigures } from '../../../ledger/figures/trend';
import type { AssignmentState, LedgerState } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';
import { officeInCharge, officesOn } from '../../../ledger/units/offices';
import { pageRankOf, shownOffice } from './page-basis';
import { NO_FIGURE } from '../../words';

/** Columns that are printed; right of them stand hidden ones that the formulas of a row share. */
export const PAGE_WIDTH = 12;
export const PAGE_WIDTHS: readonly number[] = [
  7,
  ...Array.from({ length: PAGE_WIDTH - 1 }, () => 11),
  ...Array.from({ length: 5 }, () => 9),
];

/** A hidden column, from 1; as a formula of a row names it. */
export function hiddenCell(at: number, row: number): string {
  return `$${columnLetters(PAGE_WIDTH + at)}${row}`;
}

/** What the page shows of the office that is chosen. */
export interface PageView {
  readonly ledger: Ledger;
  readonly state: LedgerState;
  readonly figures: readonly PeriodFigures[];
  readonly office: string;
  readonly tally: Tally;
  /** In the order of the list. */
  readonly assignments: readonly AssignmentState[];
  /** The most that any office has. */
  readonly most: number;
}

/** Where the key figures stand, as formulas name them. */
export interface TileCells {
  readonly measures: string;
  readonly done: string;
  readonly overdue: string;
  readonly dueSoon: string;
  readonly ongoing: string;
}

export function pageView(ledger: Ledger, state: LedgerState, figures: readonly PeriodFigures[]): PageView {
  const office = shownOffice(ledger);
  const { asOf } = ledger.settings;
  const ranked = state.assignments.flatMap((one, index) =>
    officeInCharge(ledger.directory, one.assignment, asOf) === office
      ? [{ one, rank: pageRankOf(one, index, state.asOf) }]
      : [],
  );
  const assignments = ranked.toSorted((a, b) => b.rank - a.rank).map(({ one }) => one);
  const most = officesOn(ledger, asOf).reduce((top, charge) => Math.max(top, charge.assignments.length), 0);
  return { ledger, state, figures, office, tally: tally(assignments), assignments, most };
}

export function rateShown(counts: Pick<Tally, 'done' | 'measures' | 'ongoing'>): number | string {
  return completionRate(counts) ?? NO_FIGURE;
}
