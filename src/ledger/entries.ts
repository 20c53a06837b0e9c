import { assignmentKey } from './units/assignments';
import { comparePeriods } from './period';
import type { Entry, PeriodCode, ReportEntry, Verification } from './records';

/** Batches taken back. Read from the end, so that an undo which was itself undone has no effect. */
export function undoneBatches(entries: readonly Entry[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at];
    if (entry?.kind === 'undo' && !undone.has(entry.batch)) undone.add(entry.undone);
  }
  return undone;
}

/** The entries that count: all but those of undone batches. */
export function liveEntries(entries: readonly Entry[]): readonly Entry[] {
  const undone = undoneBatches(entries);
  return entries.filter((entry) => !undone.has(entry.batch));
}

function supersedes(later: ReportEntry, earlier: ReportEntry): boolean {
  const byPeriod = comparePeriods(later.period, earlier.period);
  return byPeriod > 0 || (byPeriod === 0 && later.id > earlier.id);
}

/** The report entry in force for each assignment: of the latest period, the latest taken in. Keys: `assignmentKey`. */
export function entriesInForce(entries: readonly Entry[]): ReadonlyMap<string, ReportEntry> {
  const inForce = new Map<string, ReportEntry>();
  for (const entry of liveEntries(entries)) {
    if (entry.kind !== 'report') continue;
    const key = assignmentKey(entry.measure, entry.unit);
    const known = inForce.get(key);
    if (known === undefined || supersedes(entry, known)) inForce.set(key, entry);
  }
  return inForce;
}

/** The live reports of one period, the latest for each assignment. */
export function reportsOfPeriod(
  entries: readonly Entry[],
  period: PeriodCode,
): ReadonlyMap<string, ReportEntry> {
  return entriesInForce(
    liveEntries(entries).filter((entry) => entry.kind === 'report' && entry.period === period),
  );
}

/** A verdict of the office holds until the unit reports anew. */
export function verificationsAfter(
  entries: readonly Entry[],
  inForce: ReadonlyMap<string, ReportEntry>,
): ReadonlyMap<string, Verification> {
  const found = new Map<string, Verification>();
  for (const [key] of inForce) found.set(key, 'pending');
  for (const entry of liveEntries(entries)) {
    if (entry.kind !== 'verification') continue;
    const key = assignmentKey(entry.measure, entry.unit);
    if (entry.id > (inForce.get(key)?.id ?? Infinity)) found.set(key, entry.verification);
  }
  return found;
}
