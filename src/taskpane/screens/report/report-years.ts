import type { Ledger } from '../../../ledger/ledger';
import { yearOf } from '../../../base/calendar';

/** Years a report can be written of, the latest first: those of the plan that have begun. */
export function reportYears({ plan, settings }: Ledger): readonly number[] {
  const now = yearOf(settings.asOf);
  const from = plan.years.from === 0 ? now : Math.min(plan.years.from, now);
  return Array.from({ length: now - from + 1 }, (_, index) => now - index);
}

/** The report of a year is owed in the first quarter of the next. */
export function reportYear(ledger: Ledger): number {
  const { asOf } = ledger.settings;
  const owed = asOf.slice(5) <= '03-31' ? yearOf(asOf) - 1 : yearOf(asOf);
  return reportYears(ledger).includes(owed) ? owed : yearOf(asOf);
}
