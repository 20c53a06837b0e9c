import { onceFor } from '../base/once-for';
import { liveEntries, nextVerdict, supersedes, type Verdict } from './entries';
import { nextExtension, type ExtensionState } from './extensions';
import { periodRank } from './period';
import type { Entry, PeriodCode, ReportEntry } from './records';
import { assignmentKey } from './units/assignments';

/** An entry that speaks of one assignment. */
type AssignmentEntry = Extract<Entry, { readonly kind: 'report' | 'verification' | 'extension' }>;

/**
 * The entries of each assignment in the order in which they came, without what was undone. Keys: `assignmentKey`. A ledger is
 * looked at as it stood in each of its periods: so none of them goes through all entries again.
 */
export const timelines = onceFor(
  (entries: readonly Entry[]): ReadonlyMap<string, readonly AssignmentEntry[]> => {
    const byAssignment = new Map<string, AssignmentEntry[]>();
    for (const entry of liveEntries(entries)) {
      if (entry.kind !== 'report' && entry.kind !== 'verification' && entry.kind !== 'extension') continue;
      const key = assignmentKey(entry.measure, entry.unit);
      const known = byAssignment.get(key);
      if (known === undefined) byAssignment.set(key, [entry]);
      else known.push(entry);
    }
    return byAssignment;
  },
);

/** What the entries of an assignment come to. */
export interface Known {
  readonly entry: ReportEntry | null;
  readonly verdict: Verdict | undefined;
  readonly extension: ExtensionState | null;
}

/** @param upTo What later periods brought is left out. */
export function knownOf(timeline: readonly AssignmentEntry[], upTo?: PeriodCode): Known {
  const last = upTo === undefined ? Number.POSITIVE_INFINITY : periodRank(upTo);
  let entry: ReportEntry | undefined;
  let verdict: Verdict | undefined;
  let extension: ExtensionState | null = null;
  for (const one of timeline) {
    if (periodRank(one.period) > last) continue;
    if (one.kind === 'extension') extension = nextExtension(extension, one);
    else if (one.kind === 'verification') {
      if (entry !== undefined) verdict = { verification: one.verification, isReopened: false };
    } else if (entry === undefined || supersedes(one, entry)) {
      verdict = nextVerdict(verdict, entry, one);
      entry = one;
    }
  }
  return { entry: entry ?? null, verdict, extension };
}
