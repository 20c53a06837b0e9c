import { assignmentKey } from '../../ledger/units/assignments';
import { liveEntries } from '../../ledger/entries';
import type { Ledger } from '../../ledger/ledger';
import { officesOfPeriod, type OfficeCharge } from '../../ledger/units/offices';
import { comparePeriods } from '../../ledger/period';
import type { PeriodCode, ReportEntry } from '../../ledger/records';
import { placeOf } from '../../plan/units/place';
import type { ReturnContext } from '../../returns/checked-return';

/**
 * What the rules across periods and units need of a ledger; built once for any number of files.
 * @param hasLedger `false` where the ledger was only made up from a plan, to hold a form against.
 */
export function returnContext(ledger: Ledger, hasLedger = true): ReturnContext {
  const reports = new Map<string, ReportEntry[]>();
  for (const entry of liveEntries(ledger.entries)) {
    if (entry.kind !== 'report') continue;
    const key = assignmentKey(entry.measure, entry.unit);
    const known = reports.get(key);
    if (known === undefined) reports.set(key, [entry]);
    else known.push(entry);
  }
  const later = (a: ReportEntry, b: ReportEntry) => comparePeriods(a.period, b.period) || a.id - b.id;
  const charges = new Map<PeriodCode, readonly OfficeCharge[]>();
  const offices = (period: PeriodCode) => {
    const known = charges.get(period) ?? officesOfPeriod(ledger, period);
    charges.set(period, known);
    return known;
  };
  return {
    plan: ledger.plan,
    directory: ledger.directory,
    place: placeOf(ledger.plan),
    offices,
    period: ledger.settings.period,
    hasLedger,
    asOf: ledger.settings.asOf,
    lastReport: (measure, office, before) =>
      (offices(before).find((charge) => charge.office === office)?.assignments ?? [])
        .filter((assignment) => assignment.measure === measure)
        .flatMap(({ unit }) => reports.get(assignmentKey(measure, unit)) ?? [])
        .filter((entry) => comparePeriods(entry.period, before) < 0)
        .sort(later)
        .at(-1),
  };
}
