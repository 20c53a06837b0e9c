import { must } from '../../base/invariant';
import { grouped } from '../../base/grouped';
import { tally, type Tally } from '../../ledger/figures/summary';
import { trend } from '../../ledger/figures/trend';
import { foldLedger, type AssignmentState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import type { PeriodCode } from '../../ledger/records';
import { officeHistory, pageOffices } from '../figures/unit-page/page-basis';
import { HISTORY_PERIODS } from '../figures/unit-page/page-history';
import { rankedByOffice } from '../figures/unit-page/page-view';
import { submissionShown } from '../tabs/submissions-tab';
import { NO_FIGURE } from '../words';

/** An office's figures at the close of a period; of the current one as they are. */
export interface ConfirmedPeriod {
  readonly period: PeriodCode;
  readonly tally: Tally;
  /** What 报送情况 says of its return. */
  readonly submission: string;
}

/** What one office is asked to confirm: the same as its 单位页 shows on the same day. */
export interface Confirmation {
  readonly office: string;
  /** The plan's units whose measures it took over. */
  readonly formerUnits: readonly string[];
  readonly tally: Tally;
  /** The most urgent first. */
  readonly assignments: readonly AssignmentState[];
  /** The current period last. */
  readonly periods: readonly ConfirmedPeriod[];
}

/** Of every office in charge of anything on the ledger's day, in the order of the directory. */
export function confirmations(ledger: Ledger): readonly Confirmation[] {
  const figures = trend(ledger).slice(-HISTORY_PERIODS);
  const offices = pageOffices(ledger);
  const held = rankedByOffice(ledger, foldLedger(ledger));
  const history = grouped(officeHistory(ledger, offices, figures), ({ office }) => office);
  return offices.map((office) => {
    const assignments = must(held.get(office), `what ${office} is in charge of`);
    const current = { period: ledger.settings.period, tally: tally(assignments) };
    const units = new Set(assignments.map(({ assignment }) => assignment.unit));
    return {
      office,
      formerUnits: [...units].filter((unit) => unit !== office),
      tally: current.tally,
      assignments,
      periods: [...(history.get(office) ?? []), current].map((one) => ({
        period: one.period,
        tally: one.tally,
        submission: submissionShown(ledger, office, one.period) ?? NO_FIGURE,
      })),
    };
  });
}
