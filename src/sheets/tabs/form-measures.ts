import type { CalendarDate } from '../../base/calendar';
import type { Ledger } from '../../ledger/ledger';
import type { PeriodCode } from '../../ledger/records';
import { officesOfPeriod } from '../../ledger/units/offices';
import type { Measure } from '../../plan/plan';

/** A measure as an office has to report on it. */
export interface FormMeasure extends Measure {
  /** The plan's units whose measure it is: others than the office where it took over from them. */
  readonly units: readonly string[];
  /** The plan's deadline, when an approved extension has moved it. */
  readonly plannedDeadline: CalendarDate | null;
}

/** The measures an office reports on for a period, in the plan's order, each once, with the deadline in force. */
export function formMeasures(ledger: Ledger, office: string, period: PeriodCode): readonly FormMeasure[] {
  const charge = officesOfPeriod(ledger, period).find((one) => one.office === office);
  return ledger.plan.measures.flatMap((measure) => {
    const held = (charge?.assignments ?? []).filter((assignment) => assignment.measure === measure.no);
    if (held.length === 0) return [];
    const [deadline = null] = held.flatMap((one) => (one.deadline === null ? [] : [one.deadline])).sort();
    const units = held.map(({ unit }) => unit);
    const plannedDeadline = deadline === measure.deadline ? null : measure.deadline;
    return [{ ...measure, deadline, units, plannedDeadline }];
  });
}
