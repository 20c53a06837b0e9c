import { formFileName } from '../../../app/issue-forms';
import { ledgerAssignments, type Ledger } from '../../../ledger/ledger';
import { periodEnd, returnDue } from '../../../ledger/period';
import { daysBetween, type CalendarDate } from '../../../plan/calendar';

/** A form that can be issued. */
export interface OwedForm {
  readonly unit: string;
  readonly measures: number;
  readonly file: string;
}

/** The forms of the ledger's period, in the order of the directory; a unit that owes nothing gets none. */
export function owedForms(ledger: Ledger): readonly OwedForm[] {
  const measures = new Map<string, number>();
  for (const { unit } of ledgerAssignments(ledger)) measures.set(unit, (measures.get(unit) ?? 0) + 1);
  return ledger.directory.units.flatMap(({ name }) => {
    const count = measures.get(name);
    if (count === undefined) return [];
    return [{ unit: name, measures: count, file: formFileName(name, ledger.settings.period) }];
  });
}

export function dueDate({ settings }: Ledger): CalendarDate {
  return returnDue(settings.period, settings.returnWithinDays);
}

/** Days after the period's end that make a day the last one for returns; none before the period is over. */
export function returnWithinDays({ settings }: Ledger, dueOn: CalendarDate): number {
  return Math.max(0, daysBetween(periodEnd(settings.period), dueOn));
}
