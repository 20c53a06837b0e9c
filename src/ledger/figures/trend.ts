import { addDays, type CalendarDate } from '../../base/calendar';
import { onceFor } from '../../base/once-for';
import { liveEntries } from '../entries';
import { foldUpTo, type AssignmentState, type LedgerState } from '../fold';
import type { Ledger } from '../ledger';
import { liveLevels } from '../levels/in-force';
import { comparePeriods, periodEnd } from '../period';
import { liveSubmissions } from './submissions';
import { tallyBy, type SectionTally, type Tally } from './summary';
import { STANDING_RANK } from './timeliness';
import type { PeriodCode } from '../records';

/** Figures of one period: the day is its last one, wholly over; for the current period the as-of date. */
export interface PeriodFigures {
  readonly period: PeriodCode;
  readonly asOf: CalendarDate;
  readonly assignments: readonly AssignmentState[];
  readonly total: Tally;
  readonly units: readonly (Tally & { readonly unit: string })[];
  readonly sections: readonly SectionTally[];
}

/** What became of an assignment from one period to the next. */
export type ChangeKind =
  /** Claimed less than before, or a lower percentage. */
  | 'wentBack'
  /** Open, and neither status nor percentage moved: new words alone are no progress. */
  | 'stoodStill'
  /** Reported for the first time, further on, or a higher percentage. */
  | 'advanced';

export interface AssignmentChange {
  readonly kind: ChangeKind;
  readonly before: AssignmentState;
  readonly after: AssignmentState;
}

/** Every period that anything was reported for, and the current one, in order. */
export function periodsOf(ledger: Ledger): readonly PeriodCode[] {
  const reported = liveEntries(ledger.entries).flatMap((entry) =>
    entry.kind === 'report' ? [entry.period] : [],
  );
  const returned = liveSubmissions(ledger).map(({ period }) => period);
  const periods = new Set([...reported, ...returned, ledger.settings.period]);
  return [...periods]
    .filter((period) => comparePeriods(period, ledger.settings.period) <= 0)
    .sort(comparePeriods);
}

/** The day a period is looked at. */
function dayOf(ledger: Ledger, period: PeriodCode): CalendarDate {
  const { settings } = ledger;
  const end = periodEnd(period);
  return period === settings.period || end > settings.asOf ? settings.asOf : end;
}

/**
 * The ledger as it was in a period, set to that period's day: reports, acts and returns of later periods are left out; notes
 * belong to none and stay. To be looked at, not to be written: it knows less than the ledger.
 */
export function ledgerOfPeriod(ledger: Ledger, period: PeriodCode): Ledger {
  const known = (one: { readonly period: PeriodCode }) => comparePeriods(one.period, period) <= 0;
  return {
    ...ledger,
    settings: { ...ledger.settings, period, asOf: dayOf(ledger, period) },
    entries: liveEntries(ledger.entries).filter(
      (entry) => entry.kind === 'note' || (entry.kind !== 'undo' && known(entry)),
    ),
    submissions: liveSubmissions(ledger).filter(known),
    ...(ledger.levels === undefined ? {} : { levels: liveLevels(ledger) }),
  };
}

/**
 * Where everything stood at the close of a period, by what was known in it. One that is over is judged by what fell due in
 * it and was not done, its last day included: so the state's day is the one after. The current period stands on the
 * ledger's day.
 */
export function stateOfPeriod(ledger: Ledger, period: PeriodCode): LedgerState {
  const known = statesOf(ledger);
  const state =
    known.get(period) ?? foldUpTo(ledger, period, judgedOn(ledger, period, dayOf(ledger, period)));
  known.set(period, state);
  return state;
}

/** Several tabs look at the same periods: each is folded once. */
const statesOf = onceFor((_ledger: Ledger) => new Map<PeriodCode, LedgerState>());

/** The day on which what fell due up to `day` is judged: the next one, once the period is over and another has begun. */
function judgedOn({ settings }: Ledger, period: PeriodCode, day: CalendarDate): CalendarDate {
  return day === periodEnd(period) && settings.asOf > day ? addDays(day, 1) : day;
}

/** The figures of every period, the current one last. */
export function trend(ledger: Ledger): readonly PeriodFigures[] {
  return periodsOf(ledger).map((period) => {
    const state = stateOfPeriod(ledger, period);
    const { assignments } = state;
    return { period, asOf: dayOf(ledger, period), assignments, ...tallyBy(ledger, state) };
  });
}

/**
 * The current period against the one before: what went back, what stands still, what has advanced, each in the plan's
 * order. Empty when there is no earlier period. What is done, or goes on without end, in both is no change.
 */
export function changesSinceLast(ledger: Ledger): readonly AssignmentChange[] {
  const [last, current] = periodsOf(ledger).slice(-2);
  if (last === undefined || current === undefined) return [];
  const before = stateOfPeriod(ledger, last).assignments;
  const after = stateOfPeriod(ledger, current).assignments;
  const changes = before.flatMap((old, index): AssignmentChange[] => {
    const now = after[index];
    const kind = now === undefined ? undefined : changeKind(old, now);
    return now === undefined || kind === undefined ? [] : [{ kind, before: old, after: now }];
  });
  return (['wentBack', 'stoodStill', 'advanced'] as const).flatMap((kind) =>
    changes.filter((change) => change.kind === kind),
  );
}

function changeKind(before: AssignmentState, after: AssignmentState): ChangeKind | undefined {
  const byStanding = STANDING_RANK[after.standing] - STANDING_RANK[before.standing];
  const percent = (state: AssignmentState) => state.entry?.report.percent ?? 0;
  const moved = byStanding === 0 ? percent(after) - percent(before) : byStanding;
  if (moved < 0) return 'wentBack';
  if (moved > 0) return 'advanced';
  return after.standing === 'done' || after.standing === 'ongoing' ? undefined : 'stoodStill';
}
