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

/** How these tasks fall on units, as `withMost` says it. */
export function unitsWithMost(states: readonly AssignmentState[], most: number): string {
  const counts = [...grouped(states, ({ assignment }) => assignment.unit)].map(([name, of]) => ({
    name,
    count: of.length,
  }));
  return withMost(counts, '单位', most);
}

/**
 * Where tasks are: “分布在市编办3项、市财政局2项”; of many, those that have more than the others: “涉及12个单位，较多的是市政府
 * 办公室16项、市编办6项”.
 */
export function withMost(
  counts: readonly { readonly name: string; readonly count: number }[],
  what: string,
  most: number,
): string {
  const sorted = counts.toSorted((a, b) => b.count - a.count);
  const named = (some: typeof counts) => some.map(({ name, count }) => `${name}${count}项`).join('、');
  if (sorted.length <= most) return `分布在${named(sorted)}`;
  const least = sorted.at(-1)?.count ?? 0;
  const larger = sorted.slice(0, most).filter(({ count }) => count > least);
  const told = larger.length === 0 ? `每个${what}${least}项` : `较多的是${named(larger)}`;
  return `涉及${sorted.length}个${what}，${told}`;
}
