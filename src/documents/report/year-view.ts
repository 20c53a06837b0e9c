import { stateOfPeriod, trend, type PeriodFigures } from '../../ledger/figures/trend';
import type { AssignmentState, LedgerState } from '../../ledger/fold';
import { grouped } from '../../base/grouped';
import { must } from '../../base/invariant';
import type { Ledger } from '../../ledger/ledger';
import { periodEnd } from '../../ledger/period';
import { summarise, type Summary } from '../../ledger/figures/summary';
import type { PeriodCode, Unit } from '../../ledger/records';
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
  /** The plan's units by name. */
  readonly directory: ReadonlyMap<string, Unit>;
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
    directory: new Map(ledger.directory.units.map((unit) => [unit.name, unit])),
    periods: trend(ledger).filter(({ period }) => yearOf(periodEnd(period)) === year),
  };
}

/** A measure of the plan by its number. */
export function measureIn({ measures }: YearView, no: number): Measure {
  return must(measures.get(no), `measure ${no}`);
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

/** How these tasks fall on units, those with most first: “较多的是市政府办公室16项、市编办6项等12个单位”. */
export function unitsWithMost(states: readonly AssignmentState[], most: number): string {
  const counts = [...grouped(states, ({ assignment }) => assignment.unit)]
    .map(([unit, of]) => ({ unit, count: of.length }))
    .toSorted((a, b) => b.count - a.count);
  const named = counts.slice(0, most).map(({ unit, count }) => `${unit}${count}项`);
  return counts.length > most
    ? `较多的是${named.join('、')}等${counts.length}个单位`
    : `分布在${named.join('、')}`;
}
