import { boardOf, stateCounts, type OfficeState } from '../../../app/inbox/board';
import type { Ledger } from '../../../ledger/ledger';
import type { PeriodCode } from '../../../ledger/records';
import type { Translate } from '../../../locales/translate';
import type { Session } from '../../session/session';
import type { AskedFigure } from '../summary/figure-rows';
import type { CycleFigures, Step } from './cycle';

/** What a fact of a step leads to: the rows of a figure, offices in a state of their return, or claims to be verified. */
export type FactGoal =
  | { readonly kind: 'rows'; readonly asked: AskedFigure }
  | { readonly kind: 'offices'; readonly state: OfficeState; readonly period: PeriodCode }
  | { readonly kind: 'claims' };

/** A figure of a step, with what it leads to. */
export interface StepFact {
  readonly text: string;
  /** As many rows as it says; of none it leads nowhere. */
  readonly count: number;
  readonly goal: FactGoal;
}

/** States of which the clerk has to do something. */
const OPEN_STATES = ['faulty', 'received', 'missing'] as const satisfies readonly OfficeState[];

/** The figures of 建账 and of the steps after it. */
export function stepFacts(
  ledger: Ledger,
  inbox: Session['inbox'],
  figures: CycleFigures,
  t: Translate,
): Readonly<Record<Exclude<Step, 'issue'> | 'build', readonly StepFact[]>> {
  const { measures, assignments, units, returned, overdue, dueSoon, done, toVerify, letters } = figures;
  const { period } = ledger.settings;
  const states = stateCounts(boardOf(ledger, period, inbox.items, inbox.chosen));
  const open = OPEN_STATES.filter((state) => states[state] > 0).map((state): StepFact => {
    const count = states[state];
    const text = t('pane.board.count', { state: t(`pane.board.state.${state}`), count });
    return { text, count, goal: { kind: 'offices', state, period } };
  });
  return {
    build: [
      {
        text: t('pane.fact.measures', { count: measures }),
        ...rows(measures, { of: 'total', figure: 'measures' }),
      },
      {
        text: t('pane.fact.units', { count: units }),
        ...rows(units, { of: 'total', figure: 'offices' }),
      },
      {
        text: t('pane.fact.assignments', { count: assignments }),
        ...rows(assignments, { of: 'assignments', figure: 'measures' }),
      },
    ],
    returns: [
      {
        text: t('pane.fact.returned', { count: returned, units }),
        ...rows(returned, { of: 'total', figure: 'returned' }),
      },
      ...open,
    ],
    overdue: [
      {
        text: t('pane.fact.overdue', { count: overdue }),
        ...rows(overdue, { of: 'total', figure: 'overdue' }),
      },
      {
        text: t('pane.fact.dueSoon', { count: dueSoon }),
        ...rows(dueSoon, { of: 'total', figure: 'dueSoon' }),
      },
    ],
    summary: [
      {
        text: t('pane.fact.done', { count: done, measures }),
        ...rows(done, { of: 'total', figure: 'done' }),
      },
    ],
    report: [
      { text: t('pane.fact.toVerify', { count: toVerify }), count: toVerify, goal: { kind: 'claims' } },
      {
        text: t('pane.fact.letters', { count: letters }),
        ...rows(letters, { of: 'total', figure: 'letters' }),
      },
    ],
  };
}

function rows(count: number, asked: Pick<AskedFigure, 'of' | 'figure'>): Pick<StepFact, 'count' | 'goal'> {
  return { count, goal: { kind: 'rows', asked: { ...asked, name: '', period: null } } };
}
