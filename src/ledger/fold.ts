import type { CalendarDate } from '../plan/calendar';
import type { Measure } from '../plan/types';
import { assignmentKey } from './assignments';
import { combinedReport, combinedVerification, latestPeriod } from './combine';
import { entriesInForce, verificationsAfter } from './entries';
import { ledgerAssignments, type Ledger } from './ledger';
import {
  combinedStanding,
  overdueDays,
  standingOf,
  timelinessOn,
  type DeadlineView,
  type Standing,
} from './timeliness';
import type {
  Assignment,
  LedgerSettings,
  PeriodCode,
  Report,
  ReportEntry,
  Timeliness,
  Verification,
} from './types';

/** Where one assignment stands on a day. */
export interface AssignmentState {
  readonly assignment: Assignment;
  readonly entry: ReportEntry | null;
  readonly standing: Standing;
  readonly timeliness: Timeliness;
  readonly overdueDays: number;
  readonly verification: Verification | null;
}

/** Where one measure stands on a day, over all its units. */
export interface MeasureState {
  readonly measure: number;
  readonly units: readonly AssignmentState[];
  readonly report: Report | null;
  readonly standing: Standing;
  readonly timeliness: Timeliness;
  readonly overdueDays: number;
  readonly verification: Verification | null;
  readonly period: PeriodCode | null;
}

export interface LedgerState {
  readonly asOf: CalendarDate;
  readonly assignments: readonly AssignmentState[];
  readonly measures: readonly MeasureState[];
}

/** Folds the entries into where everything stands on `asOf`. */
export function foldLedger(ledger: Ledger, asOf: CalendarDate = ledger.settings.asOf): LedgerState {
  const inForce = entriesInForce(ledger.entries);
  const verifications = verificationsAfter(ledger.entries, inForce);
  const settings = { ...ledger.settings, asOf };
  const byMeasure = new Map<number, AssignmentState[]>();
  const assignments = ledgerAssignments(ledger).map((assignment) => {
    const key = assignmentKey(assignment.measure, assignment.unit);
    const state = assignmentState(assignment, inForce.get(key), verifications.get(key), settings);
    const siblings = byMeasure.get(assignment.measure);
    if (siblings === undefined) byMeasure.set(assignment.measure, [state]);
    else siblings.push(state);
    return state;
  });
  const measures = ledger.plan.measures.map((measure) =>
    measureState(measure, byMeasure.get(measure.no) ?? [], settings),
  );
  return { asOf, assignments, measures };
}

function assignmentState(
  assignment: Assignment,
  entry: ReportEntry | undefined,
  verification: Verification | undefined,
  settings: LedgerSettings,
): AssignmentState {
  const report = entry?.report ?? null;
  return {
    assignment,
    entry: entry ?? null,
    verification: verification ?? null,
    ...against(standingOf(report), report, assignment.deadline, settings),
  };
}

function measureState(
  measure: Measure,
  units: readonly AssignmentState[],
  settings: LedgerSettings,
): MeasureState {
  const report = combinedReport(units);
  return {
    measure: measure.no,
    units,
    report,
    verification: combinedVerification(units),
    period: latestPeriod(units),
    ...against(combinedStanding(units.map((unit) => unit.standing)), report, measure.deadline, settings),
  };
}

function against(
  standing: Standing,
  report: Report | null,
  deadline: CalendarDate | null,
  { asOf, dueSoonDays }: LedgerSettings,
): { standing: Standing; timeliness: Timeliness; overdueDays: number } {
  const view: DeadlineView = { standing, completedOn: report?.completedOn ?? null, deadline };
  return {
    standing,
    timeliness: timelinessOn(view, asOf, dueSoonDays),
    overdueDays: overdueDays(view, asOf),
  };
}
