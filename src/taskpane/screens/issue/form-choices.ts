import { formFileName } from '../../../app/changes/issue-forms';
import type { Ledger } from '../../../ledger/ledger';
import { officesOfPeriod } from '../../../ledger/units/offices';
import { periodEnd, returnDue } from '../../../ledger/period';
import { daysBetween, type CalendarDate } from '../../../base/calendar';

/** A form that can be issued. */
export interface OwedForm {
  readonly office: string;
  /** What it can be looked for by: its own name, those of the units it answers for, and the short names of all of them. */
  readonly names: readonly string[];
  readonly measures: number;
  readonly file: string;
}

/** The forms of the ledger's period: one for each office in charge of anything then. */
export function owedForms(ledger: Ledger): readonly OwedForm[] {
  const { period } = ledger.settings;
  const shortNames = new Map(ledger.directory.units.map((unit) => [unit.name, unit.shortNames]));
  return officesOfPeriod(ledger, period).map(({ office, assignments }) => ({
    office,
    names: [...new Set([office, ...assignments.map(({ unit }) => unit)])].flatMap((name) => [
      name,
      ...(shortNames.get(name) ?? []),
    ]),
    measures: new Set(assignments.map(({ measure }) => measure)).size,
    file: formFileName(office, period),
  }));
}

/** Those whose office, or a unit that it took over from, bears what was typed in its name; nothing typed finds all. */
export function formsNamed(forms: readonly OwedForm[], typed: string): readonly OwedForm[] {
  return forms.filter(({ names }) => names.some((name) => name.includes(typed.trim())));
}

export function dueDate({ settings }: Ledger): CalendarDate {
  return returnDue(settings.period, settings.returnWithinDays);
}

/** Days after the period's end that make a day the last one for returns; none before the period is over. */
export function returnWithinDays({ settings }: Ledger, dueOn: CalendarDate): number {
  return Math.max(0, daysBetween(periodEnd(settings.period), dueOn));
}
