import { appended, onceForGrowing } from '../base/once-for';
import { assignmentKey } from './units/assignments';
import { comparePeriods } from './period';
import type { ActEntry, Entry, PeriodCode, ReportEntry, Verification } from './records';

/** Batches taken back. Read from the end, so that an undo which was itself undone has no effect. */
export const undoneBatches = onceForGrowing(
  (entries: readonly Entry[]): ReadonlySet<string> => {
    const undone = new Set<string>();
    for (let at = entries.length - 1; at >= 0; at--) {
      const entry = entries[at];
      if (entry?.kind === 'undo' && !undone.has(entry.batch)) undone.add(entry.undone);
    }
    return undone;
  },
  (undone, added) => (hasUndo(added) ? undefined : undone),
);

function hasUndo(entries: readonly Entry[]): boolean {
  return entries.some(({ kind }) => kind === 'undo');
}

/** The entries that count: all but those of undone batches. */
export const liveEntries = onceForGrowing(
  (entries: readonly Entry[]): readonly Entry[] => {
    const undone = undoneBatches(entries);
    return entries.filter((entry) => !undone.has(entry.batch));
  },
  (live, added, before) => {
    if (hasUndo(added)) return undefined;
    const undone = undoneBatches(before);
    return appended(
      live,
      added.filter(({ batch }) => !undone.has(batch)),
    );
  },
);

/** Whether a report takes the place of another of the same assignment. */
export function supersedes(later: ReportEntry, earlier: ReportEntry): boolean {
  const byPeriod = comparePeriods(later.period, earlier.period);
  return byPeriod > 0 || (byPeriod === 0 && later.id > earlier.id);
}

/** The report entry in force for each assignment: of the latest period, the latest taken in. Keys: `assignmentKey`. */
export function entriesInForce(entries: readonly Entry[]): ReadonlyMap<string, ReportEntry> {
  return latestReports(liveEntries(entries));
}

/** Of entries that count. */
const latestReports = onceForGrowing(
  (live: readonly Entry[]) => withReports(new Map(), live),
  (inForce, added) => withReports(inForce, added),
);

function withReports(
  before: ReadonlyMap<string, ReportEntry>,
  live: readonly Entry[],
): ReadonlyMap<string, ReportEntry> {
  const inForce = new Map(before);
  for (const entry of live) {
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
  return withReports(
    new Map(),
    liveEntries(entries).filter((entry) => entry.kind === 'report' && entry.period === period),
  );
}

/** Whether the coordinating office itself did it. */
export function isAct(entry: Entry): entry is ActEntry {
  return entry.kind === 'verification' || entry.kind === 'extension' || entry.kind === 'letter';
}

/** What the clerk noted of a measure, by item; without those taken away again. */
export type Notes = ReadonlyMap<string, string>;

/** The notes of each measure that has any: of each item the last one. */
export function notesInForce(entries: readonly Entry[]): ReadonlyMap<number, Notes> {
  return latestNotes(liveEntries(entries));
}

const latestNotes = onceForGrowing(notesAmong, (notes, added) =>
  added.some(({ kind }) => kind === 'note') ? undefined : notes,
);

function notesAmong(live: readonly Entry[]): ReadonlyMap<number, Notes> {
  const notes = new Map<number, Map<string, string>>();
  for (const entry of live) {
    if (entry.kind !== 'note') continue;
    const { measure, item, text } = entry;
    const known = notes.get(measure) ?? new Map<string, string>();
    notes.set(measure, known);
    if (text === '') known.delete(item);
    else known.set(item, text);
  }
  return notes;
}

/** What the office found of an assignment. */
export interface Verdict {
  readonly verification: Verification;
  /** A closed claim has since been changed by the unit: it waits to be verified anew. */
  readonly isReopened: boolean;
}

const WAITING: Verdict = { verification: 'pending', isReopened: false };

/**
 * The verdict on each assignment that has a report. A claim that was sent back waits again once the unit reports anew; a
 * closed one stays closed while later reports claim the same, and only a changed claim opens it again.
 */
export function verdictsInForce(entries: readonly Entry[]): ReadonlyMap<string, Verdict> {
  return latestVerdicts(liveEntries(entries));
}

const latestVerdicts = onceForGrowing(
  (live: readonly Entry[]) => withVerdicts(new Map(), new Map(), live),
  (verdicts, added, before) => withVerdicts(verdicts, latestReports(before), added),
);

/** @param reported The reports in force before these entries. */
function withVerdicts(
  before: ReadonlyMap<string, Verdict>,
  reported: ReadonlyMap<string, ReportEntry>,
  live: readonly Entry[],
): ReadonlyMap<string, Verdict> {
  const reports = new Map(reported);
  const verdicts = new Map(before);
  for (const entry of live) {
    if (entry.kind === 'report') {
      const key = assignmentKey(entry.measure, entry.unit);
      const known = reports.get(key);
      if (known !== undefined && !supersedes(entry, known)) continue;
      reports.set(key, entry);
      verdicts.set(key, nextVerdict(verdicts.get(key), known, entry));
    } else if (entry.kind === 'verification') {
      const key = assignmentKey(entry.measure, entry.unit);
      if (reports.has(key)) verdicts.set(key, { verification: entry.verification, isReopened: false });
    }
  }
  return verdicts;
}

/** The verdict on an assignment once a unit has reported anew. @param known The report that was in force. */
export function nextVerdict(
  verdict: Verdict | undefined,
  known: ReportEntry | undefined,
  { report }: ReportEntry,
): Verdict {
  if (verdict === undefined || known === undefined) return WAITING;
  const isSame = report.status === known.report.status && report.completedOn === known.report.completedOn;
  if (verdict.verification === 'closed')
    return isSame ? verdict : { verification: 'pending', isReopened: true };
  return { verification: 'pending', isReopened: verdict.isReopened };
}
