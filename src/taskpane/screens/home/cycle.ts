import { wasIssued } from '../../../app/changes/issue-forms';
import { foldLedger } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';
import { lettersIssued } from '../../../ledger/letters';
import { returnDue } from '../../../ledger/period';
import { returnsOwed, submissionRecord } from '../../../ledger/figures/submissions';
import { summarise } from '../../../ledger/figures/summary';
import type { ScreenId } from '../registry';

/** Where the cycle of the ledger's period stands. */
export interface CycleFigures {
  readonly measures: number;
  readonly assignments: number;
  /** Offices that owe a return. */
  readonly units: number;
  readonly issued: boolean;
  readonly dueOn: string;
  readonly returned: number;
  /** Returned, but with rows that need correction. */
  readonly faulty: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly done: number;
  /** Claims of completion that wait to be verified. */
  readonly toVerify: number;
  /** Letters on record. */
  readonly letters: number;
}

export function cycleFigures(ledger: Ledger): CycleFigures {
  const { period, returnWithinDays, asOf } = ledger.settings;
  const state = foldLedger(ledger);
  const { total } = summarise(ledger, asOf, state);
  const owing = returnsOwed(ledger, period);
  const returned = owing.filter(({ submission }) => submission !== 'missing');
  return {
    measures: ledger.plan.measures.length,
    assignments: state.assignments.length,
    units: owing.length,
    issued: wasIssued(ledger, period),
    dueOn: returnDue(period, returnWithinDays),
    returned: returned.length,
    faulty: returned.filter(
      ({ office }) => submissionRecord(ledger, office, period)?.verdict === 'needs-correction',
    ).length,
    overdue: total.overdue,
    dueSoon: total.dueSoon,
    done: total.done,
    toVerify: state.assignments.filter(
      ({ standing, verification }) => standing === 'done' && verification === 'pending',
    ).length,
    letters: lettersIssued(ledger).length,
  };
}

/** Steps of the cycle after 建账, each a screen. */
export const STEPS = [
  'issue',
  'returns',
  'overdue',
  'summary',
  'report',
] as const satisfies readonly ScreenId[];
export type Step = (typeof STEPS)[number];

/** How a step stands: behind us, asking for attention, or still ahead. */
export type StepState = 'done' | 'attention' | 'ahead';

export function stepState(step: Step, figures: CycleFigures): StepState {
  switch (step) {
    case 'issue':
      return figures.issued || figures.returned > 0 ? 'done' : 'ahead';
    case 'returns':
      if (figures.faulty > 0) return 'attention';
      return figures.returned === figures.units ? 'done' : 'ahead';
    case 'overdue':
      if (figures.overdue > 0) return 'attention';
      return figures.returned > 0 ? 'done' : 'ahead';
    case 'summary':
      return figures.returned === figures.units ? 'done' : 'ahead';
    case 'report':
      if (figures.toVerify > 0) return 'attention';
      return figures.letters > 0 ? 'done' : 'ahead';
  }
}

/** The one thing to do next. */
export function nextStep(figures: CycleFigures): Step {
  if (figures.returned < figures.units) {
    return stepState('issue', figures) === 'done' ? 'returns' : 'issue';
  }
  if (figures.overdue > 0 && figures.letters === 0) return 'overdue';
  return figures.toVerify > 0 ? 'report' : 'summary';
}
