import type { CalendarDate } from '../base/calendar';
import type { Measure } from '../plan/plan';
import { assignmentKey } from './units/assignments';
import { combinedReport, combinedVerification, latestPeriod } from './combine';
import { entriesInForce, notesInForce, verdictsInForce, type Notes, type Verdict } from './entries';
import { effectiveDeadline, extensionStates, type ExtensionState } from './extensions';
import { ledgerAssignments, type Ledger } from './ledger';
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

function foldedOn(ledger: Ledger, asOf: CalendarDate): LedgerState {
  const { entries } = ledger;
  const inForce = entriesInForce(entries);
  const verdicts = verdictsInForce(entries);
  const extensions = extensionStates(entries);
  const notes = notesInForce(entries);
  const settings = { ...ledger.settings, asOf };
  const byMeasure = new Map<number, AssignmentState[]>();
  const assignments = ledgerAssignments(ledger).map((assignment) => {
    const key = assignmentKey(assignment.measure, assignment.unit);
    const entry = inForce.get(key) ?? null;
    const extension = extensions.get(key) ?? null;
    const state = assignmentState({ assignment, entry, extension }, verdicts.get(key), settings);
    const siblings = byMeasure.get(assignment.measure);
    if (siblings === undefined) byMeasure.set(assignment.measure, [state]);
    else siblings.push(state);
    return state;
  });
  const measures = ledger.plan.measures.map((measure) =>
    measureState(measure, byMeasure.get(measure.no) ?? [], notes.get(measure.no) ?? NO_NOTES, settings),
  );
  return { asOf, assignments, measures };
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
