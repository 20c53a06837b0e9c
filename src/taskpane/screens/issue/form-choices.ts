import { formFileName } from '../../../app/changes/issue-forms';
import type { Ledger } from '../../../ledger/ledger';
import { officesOfPeriod } from '../../../ledger/units/offices';
import { periodEnd, returnDue } from '../../../ledger/period';
import { daysBetween, type CalendarDate } from '../../../base/calendar';

/** A form that can be issued. */
export interface OwedForm {
  readonly unit: string;
  readonly measures: number;
  readonly file: string;
}

/** The forms of the ledger's period: one for each office in charge of anything then. */
export function owedForms(ledger: Ledger): readonly OwedForm[] {
  const { period } = ledger.settings;
  return officesOfPeriod(ledger, period).map(({ office, assignments }) => ({
    unit: office,
    measures: new Set(assignments.map(({ measure }) => measure)).size,
    file: formFileName(office, period),
  }));
}

export function dueDate({ settings }: Ledger): CalendarDate {
  return returnDue(settings.period, settings.returnWithinDays);
}

/** Days after the period's end that make a day the last one for returns; none before the period is over. */
export function returnWithinDays({ settings }: Ledger, dueOn: CalendarDate): number {
  return Math.max(0, daysBetween(periodEnd(settings.period), dueOn));
}
