import { stateOfPeriod, trend, type PeriodFigures } from '../../ledger/figures/trend';
import type { AssignmentState, LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { periodEnd } from '../../ledger/period';
import { summarise, type Summary } from '../../ledger/figures/summary';
import type { PeriodCode } from '../../ledger/records';
import { calendarDate, yearOf, type CalendarDate } from '../../base/calendar';
import type { Measure } from '../../plan/plan';
import { planNames, type PlanNames } from '../wording';

/** A ledger as a year's report sees it: what was known by the end of the year, and where everything then stood. */
export interface YearView {
  readonly ledger: Ledger;
  readonly year: number;
  /** The last day of the year, or the ledger's day where that comes first. */
  readonly asOf: CalendarDate;
  readonly names: PlanNames;
  /** Judged by what fell due in the year, its last day included, once the year is over. */
  readonly state: LedgerState;
  readonly summary: Summary;
  readonly measures: ReadonlyMap<number, Measure>;
  /** The year's periods in order, each as it was. */
  readonly periods: readonly PeriodFigures[];
}

export function yearView(ledger: Ledger, year: number): YearView {
  const lastDay = calendarDate(year, 12, 31) ?? ledger.settings.asOf;
  const asOf = ledger.settings.asOf < lastDay ? ledger.settings.asOf : lastDay;
  const state = stateOfPeriod(ledger, String(year) as PeriodCode);
  return {
    ledger,
    year,
    asOf,
    names: planNames(ledger.plan),
    state,
    summary: summarise(ledger, asOf, state),
    measures: new Map(ledger.plan.measures.map((measure) => [measure.no, measure])),
    periods: trend(ledger).filter(({ period }) => yearOf(periodEnd(period)) === year),
  };
}

/** Whether the report in force says something of this year: reported in it, and not done before it. */
export function isOfYear({ entry }: AssignmentState, year: number): boolean {
  if (entry === null || yearOf(periodEnd(entry.period)) !== year) return false;
  const { completedOn } = entry.report;
  return completedOn === null || yearOf(completedOn) >= year;
}

/** What is overdue, longest first. */
export function overdueOf({ state }: YearView): readonly AssignmentState[] {
  return state.assignments
    .filter(({ timeliness }) => timeliness === 'overdue')
    .toSorted((a, b) => b.overdueDays - a.overdueDays || a.assignment.measure - b.assignment.measure);
}

/** Measures of each unit, units in the order in which they first occur: “市编办（第1、2项）”. */
export function byUnit(states: readonly AssignmentState[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { assignment } of states) {
    found.set(assignment.unit, [...(found.get(assignment.unit) ?? []), assignment.measure]);
  }
  return found;
}
