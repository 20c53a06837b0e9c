import type { CalendarDate } from '../base/calendar';
import { onceFor } from '../base/once-for';
import type { Measure, Plan } from '../plan/plan';
import { assignmentKey } from './units/assignments';
import { combinedReport, combinedVerification, latestPeriod } from './combine';
import { notesInForce, type Notes, type Verdict } from './entries';
import { effectiveDeadline, type ExtensionState } from './extensions';
import { ledgerAssignments, type Ledger } from './ledger';
import { knownOf, timelines } from './timelines';
import {
  combinedStanding,
  overdueDays,
  standingOf,
  timelinessOn,
  type DeadlineView,
  type Standing,
} from './figures/timeliness';
import type {
  Assignment,
  LedgerSettings,
  PeriodCode,
  Report,
  ReportEntry,
  Timeliness,
  UnitDirectory,
  Verification,
} from './records';

/** Where one assignment stands on a day. */
export interface AssignmentState {
  readonly assignment: Assignment;
  /** The deadline in force: an approved extension's, else the plan's. */
  readonly deadline: CalendarDate | null;
  readonly extension: ExtensionState | null;
  readonly entry: ReportEntry | null;
  readonly standing: Standing;
  readonly timeliness: Timeliness;
  readonly overdueDays: number;
  readonly verification: Verification | null;
  /** 销号后填报有变: it was closed, and the unit has since claimed something else. */
  readonly isReopened: boolean;
}

/** Where one measure stands on a day, over all its units. */
export interface MeasureState {
  readonly measure: number;
  readonly units: readonly AssignmentState[];
  /** The deadline its timeliness is measured by; see `measureDeadline`. */
  readonly deadline: CalendarDate | null;
  readonly report: Report | null;
  readonly standing: Standing;
  readonly timeliness: Timeliness;
  readonly overdueDays: number;
  readonly verification: Verification | null;
  readonly period: PeriodCode | null;
  readonly notes: Notes;
}

export interface LedgerState {
  readonly asOf: CalendarDate;
  readonly assignments: readonly AssignmentState[];
  readonly measures: readonly MeasureState[];
}

/** A ledger is a value: where it stands on its own day is worked out once, whoever asks. */
const folded = new WeakMap<Ledger, LedgerState>();

/** Folds the entries into where everything stands on `asOf`. */
export function foldLedger(ledger: Ledger, asOf: CalendarDate = ledger.settings.asOf): LedgerState {
  if (asOf !== ledger.settings.asOf) return foldedOn(ledger, asOf);
  const state = folded.get(ledger) ?? foldedOn(ledger, asOf);
  folded.set(ledger, state);
  return state;
}

/** The last fold of a plan on a day: what no entry has touched since stands as it stood. */
interface LastFold {
  readonly directory: UnitDirectory;
  readonly dueSoonDays: number;
  readonly assignments: ReadonlyMap<string, AssignmentState>;
  readonly measures: ReadonlyMap<number, MeasureState>;
}

/** Of each plan by day, the latest fold last: a trend judges each of its periods on a day of its own. */
const lastFolds = onceFor((_plan: Plan) => new Map<CalendarDate, LastFold>());

/** So many days are remembered: five years of months. */
const MOST_DAYS = 60;

function lastFold({ plan, directory }: Ledger, { asOf, dueSoonDays }: LedgerSettings): LastFold | undefined {
  const last = lastFolds(plan).get(asOf);
  return last?.directory === directory && last.dueSoonDays === dueSoonDays ? last : undefined;
}

function remember({ plan }: Ledger, asOf: CalendarDate, fold: LastFold): void {
  const folds = lastFolds(plan);
  folds.delete(asOf);
  folds.set(asOf, fold);
  const [oldest] = folds.keys();
  if (folds.size > MOST_DAYS && oldest !== undefined) folds.delete(oldest);
}

/** Where everything stood by what was reported and done up to a period; notes belong to none. @param asOf The day it is judged on. */
export function foldUpTo(ledger: Ledger, period: PeriodCode, asOf: CalendarDate): LedgerState {
  return foldedOn(ledger, asOf, period);
}

const NO_ENTRIES = [] as const;

function foldedOn(ledger: Ledger, asOf: CalendarDate, upTo?: PeriodCode): LedgerState {
  const { entries } = ledger;
  const timelineOf = timelines(entries);
  const notes = notesInForce(entries);
  const settings = { ...ledger.settings, asOf };
  const last = lastFold(ledger, settings);
  const byKey = new Map<string, AssignmentState>();
  const byMeasure = new Map<number, AssignmentState[]>();
  const assignments = ledgerAssignments(ledger).map((assignment) => {
    const key = assignmentKey(assignment.measure, assignment.unit);
    const { entry, verdict, extension } = knownOf(timelineOf.get(key) ?? NO_ENTRIES, upTo);
    const found = { assignment, entry, extension };
    const known = last?.assignments.get(key);
    const isSame = known !== undefined && isUntouched(known, found, verdict);
    const state = isSame ? known : assignmentState(found, verdict, settings);
    byKey.set(key, state);
    const siblings = byMeasure.get(assignment.measure);
    if (siblings === undefined) byMeasure.set(assignment.measure, [state]);
    else siblings.push(state);
    return state;
  });
  const measures = ledger.plan.measures.map((measure) => {
    const [units, noted] = [byMeasure.get(measure.no) ?? [], notes.get(measure.no) ?? NO_NOTES];
    const known = last?.measures.get(measure.no);
    return known !== undefined && isSameList(known.units, units) && isSameNotes(known.notes, noted)
      ? known
      : measureState(measure, units, noted, settings);
  });
  const byNumber = new Map(measures.map((state) => [state.measure, state]));
  const { directory } = ledger;
  remember(ledger, asOf, {
    directory,
    dueSoonDays: settings.dueSoonDays,
    assignments: byKey,
    measures: byNumber,
  });
  return { asOf, assignments, measures };
}

function isUntouched(
  known: AssignmentState,
  { assignment, entry, extension }: Pick<AssignmentState, 'assignment' | 'entry' | 'extension'>,
  verdict: Verdict | undefined,
): boolean {
  return (
    known.assignment === assignment &&
    known.entry === entry &&
    known.extension?.approved === extension?.approved &&
    known.extension?.latest === extension?.latest &&
    known.verification === (verdict?.verification ?? null) &&
    known.isReopened === (verdict?.isReopened ?? false)
  );
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function isSameNotes(one: Notes, other: Notes): boolean {
  return (
    one === other || (one.size === other.size && [...one].every(([item, text]) => other.get(item) === text))
  );
}

function assignmentState(
  found: Pick<AssignmentState, 'assignment' | 'entry' | 'extension'>,
  verdict: Verdict | undefined,
  settings: LedgerSettings,
): AssignmentState {
  const report = found.entry?.report ?? null;
  const deadline = effectiveDeadline(found.assignment.deadline, found.extension);
  return {
    ...found,
    deadline,
    verification: verdict?.verification ?? null,
    isReopened: verdict?.isReopened ?? false,
    ...against(standingOf(report), report, deadline, settings),
  };
}

const NO_NOTES: Notes = new Map();

function measureState(
  measure: Measure,
  units: readonly AssignmentState[],
  notes: Notes,
  settings: LedgerSettings,
): MeasureState {
  const report = combinedReport(units);
  const deadline = measureDeadline(measure, units);
  return {
    measure: measure.no,
    units,
    deadline,
    report,
    verification: combinedVerification(units),
    period: latestPeriod(units),
    notes,
    ...against(combinedStanding(units.map((unit) => unit.standing)), report, deadline, settings),
  };
}

/**
 * Of several units' deadlines the one that decides, so that a measure is overdue when any of its assignments is: the
 * earliest among those not done; once all are done the earliest of those done late, else the latest.
 */
function measureDeadline(measure: Measure, units: readonly AssignmentState[]): CalendarDate | null {
  const of = (states: readonly AssignmentState[]) =>
    states.flatMap(({ deadline }) => (deadline === null ? [] : [deadline])).sort();
  const [open] = of(units.filter(({ standing }) => standing !== 'done'));
  const [late] = of(units.filter(({ timeliness }) => timeliness === 'doneLate'));
  return open ?? late ?? of(units).at(-1) ?? measure.deadline;
}

function against(
  standing: Standing,
  report: Report | null,
  deadline: CalendarDate | null,
  { asOf, dueSoonDays }: LedgerSettings,
): { standing: Standing; timeliness: Timeliness; overdueDays: number } {
  const view: DeadlineView = { standing, completedOn: report?.completedOn ?? null, deadline };
  const timeliness = timelinessOn(view, asOf, dueSoonDays);
  return { standing, timeliness, overdueDays: overdueDays({ timeliness, deadline }, asOf) };
}
