import { columnLetters } from '../../../base/raw-sheet';
import { completionRate } from '../../../ledger/figures/completion-rate';
import { grouped } from '../../../base/grouped';
import { tally, type Tally } from '../../../ledger/figures/summary';
import type { PeriodFigures } from '../../../ledger/figures/trend';
import type { AssignmentState, LedgerState } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';
import { officeInCharge, officesOn } from '../../../ledger/units/offices';
import { pageRankOf, shownOffice } from './page-basis';
import { NO_FIGURE, TIMELINESS_WORD } from '../../words';

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
  const assignments = rankedByOffice(ledger, state).get(office) ?? [];
  const most = officesOn(ledger, asOf).reduce((top, charge) => Math.max(top, charge.assignments.length), 0);
  return { ledger, state, figures, office, tally: tally(assignments), assignments, most };
}

/** What each office is in charge of on the ledger's day, the most urgent first. */
export function rankedByOffice(
  { directory, settings }: Ledger,
  state: LedgerState,
): ReadonlyMap<string, readonly AssignmentState[]> {
  const ranked = state.assignments
    .map((one, index) => ({ one, rank: pageRankOf(one, index, state.asOf) }))
    .toSorted((a, b) => b.rank - a.rank);
  return grouped(
    ranked.map(({ one }) => one),
    ({ assignment }) => officeInCharge(directory, assignment, settings.asOf),
  );
}

/** Where nothing is owed. */
export const NOTHING = '无';

/** What an office owes, as its page and the paper it confirms say it. */
export function owedWords(
  tally: Tally,
  longest: number,
  dueSoonDays: number,
): Readonly<Record<'overdue' | 'unreported' | 'dueSoon', string>> {
  const unless = (count: number, says: string) => (count === 0 ? NOTHING : `${count} 项${says}`);
  return {
    overdue: unless(tally.overdue, `，最长逾期 ${longest} 天`),
    unreported: unless(tally.notReported, ''),
    dueSoon: unless(tally.dueSoon, `，${dueSoonDays} 天内到期`),
  };
}

/** “逾期 12 天”: word and figure together. */
export function timelinessText({
  timeliness,
  overdueDays,
}: Pick<AssignmentState, 'timeliness' | 'overdueDays'>): string {
  const word = TIMELINESS_WORD[timeliness];
  return timeliness === 'overdue' ? `${word} ${overdueDays} 天` : word;
}

export function rateShown(counts: Pick<Tally, 'done' | 'measures' | 'ongoing'>): number | string {
  return completionRate(counts) ?? NO_FIGURE;
}
