import type { CalendarDate } from '../../base/calendar';
import { earlierAnswers } from '../../ledger/earlier-answers';
import type { Ledger } from '../../ledger/ledger';
import { returnDue } from '../../ledger/period';
import type { PeriodCode, ReportEntry } from '../../ledger/records';
import { officesOfPeriod } from '../../ledger/units/offices';
import type { Measure } from '../../plan/plan';

/** A measure as an office has to report on it. */
export interface FormMeasure extends Measure {
  /** The plan's units whose measure it is: others than the office where it took over from them. */
  readonly units: readonly string[];
  /** The plan's deadline, when an approved extension has moved it. */
  readonly plannedDeadline: CalendarDate | null;
  /** What was last reported of it for an earlier period. */
  readonly last: ReportEntry | null;
  /** Why that was sent back; `null` when it was not. */
  readonly sentBack: string | null;
}

/** Everything a form says before it is filled in: what a sheet and a page are drawn from. */
export interface FormContent {
  /** The plan's title, its identity and its years. */
  readonly title: string;
  readonly plan: string;
  readonly years: { readonly from: number; readonly to: number };
  readonly unit: string;
  readonly period: PeriodCode;
  /** Last day on which the return is in time. */
  readonly due: CalendarDate;
  readonly sample: boolean;
  readonly measures: readonly FormMeasure[];
  /** Those closed in a period before: listed, and not asked again. */
  readonly closed: readonly FormMeasure[];
}

/** What the form of an office for a period holds. */
export function formContent(ledger: Ledger, unit: string, period: PeriodCode): FormContent {
  const { plan, settings } = ledger;
  const { open, closed } = measuresOf(ledger, unit, period);
  return {
    title: plan.title,
    plan: plan.id,
    years: plan.years,
    unit,
    period,
    due: returnDue(period, settings.returnWithinDays),
    sample: settings.sample,
    measures: open,
    closed,
  };
}

/** The measures an office reports on for a period, in the plan's order, each once, with the deadline in force. */
export function formMeasures(ledger: Ledger, office: string, period: PeriodCode): readonly FormMeasure[] {
  return measuresOf(ledger, office, period).open;
}

function measuresOf(
  ledger: Ledger,
  office: string,
  period: PeriodCode,
): { readonly open: readonly FormMeasure[]; readonly closed: readonly FormMeasure[] } {
  const charge = officesOfPeriod(ledger, period).find((one) => one.office === office);
  const earlier = earlierAnswers(ledger, period);
  const open: FormMeasure[] = [];
  const closed: FormMeasure[] = [];
  for (const measure of ledger.plan.measures) {
    const held = (charge?.assignments ?? []).filter((assignment) => assignment.measure === measure.no);
    if (held.length === 0) continue;
    const [deadline = null] = held.flatMap((one) => (one.deadline === null ? [] : [one.deadline])).sort();
    const units = held.map(({ unit }) => unit);
    const plannedDeadline = deadline === measure.deadline ? null : measure.deadline;
    const answer = earlier(measure.no, units);
    const last = answer?.entry ?? null;
    const list = answer?.isClosed === true ? closed : open;
    list.push({ ...measure, deadline, units, plannedDeadline, last, sentBack: answer?.sentBack ?? null });
  }
  return { open, closed };
}
