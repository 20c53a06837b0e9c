import { grouped } from '../base/grouped';
import { onceFor, onceForGrowing } from '../base/once-for';
import { liveEntries, nextVerdict, supersedes, type Verdict } from './entries';
import { nextExtension, type ExtensionState } from './extensions';
import { periodRank } from './period';
import type { Entry, PeriodCode, ReportEntry } from './records';
import { assignmentKey } from './units/assignments';

/** An entry that speaks of one assignment. */
type AssignmentEntry = Extract<Entry, { readonly kind: 'report' | 'verification' | 'extension' }>;

type Timeline = readonly AssignmentEntry[];

/**
 * The entries of each assignment in the order in which they came, without what was undone. Keys: `assignmentKey`. A ledger is
 * looked at as it stood in each of its periods: so none of them goes through all entries again.
 */
export function timelines(entries: readonly Entry[]): ReadonlyMap<string, Timeline> {
  return timelinesOf(liveEntries(entries));
}

const timelinesOf = onceForGrowing(byAssignment, (known, added) => {
  const more = byAssignment(added);
  if (more.size === 0) return known;
  const all = new Map(known);
  for (const [key, timeline] of more) all.set(key, [...(known.get(key) ?? []), ...timeline]);
  return all;
});

function byAssignment(live: readonly Entry[]): ReadonlyMap<string, Timeline> {
  return grouped(live.filter(isOfAssignment), ({ measure, unit }) => assignmentKey(measure, unit));
}

function isOfAssignment(entry: Entry): entry is AssignmentEntry {
  return entry.kind === 'report' || entry.kind === 'verification' || entry.kind === 'extension';
}

/** What the entries of an assignment come to. */
export interface Known {
  readonly entry: ReportEntry | null;
  readonly verdict: Verdict | undefined;
  readonly extension: ExtensionState | null;
}

/** What holds once the entries up to one of them have come. */
interface Step extends Known {
  readonly rank: number;
}

/** @param upTo What later periods brought is left out. */
export function knownOf(timeline: Timeline, upTo?: PeriodCode): Known {
  const { steps, inOrder } = stepsOf(timeline);
  if (upTo === undefined) return steps.at(-1) ?? NOTHING;
  const last = periodRank(upTo);
  if (!inOrder)
    return stepsIn(timeline.filter(({ period }) => periodRank(period) <= last)).steps.at(-1) ?? NOTHING;
  return steps.findLast(({ rank }) => rank <= last) ?? NOTHING;
}

const NOTHING: Known = { entry: null, verdict: undefined, extension: null };

/**
 * What each entry brought, one after the other: a ledger is looked at in each of its periods, and an entry is gone through
 * once for all of them. Only where entries came in the order of their periods does the last one of a period end it.
 */
const stepsOf = onceFor(stepsIn);

function stepsIn(timeline: Timeline): { readonly steps: readonly Step[]; readonly inOrder: boolean } {
  let entry: ReportEntry | null = null;
  let verdict: Verdict | undefined;
  let extension: ExtensionState | null = null;
  let [highest, inOrder] = [Number.NEGATIVE_INFINITY, true];
  const steps = timeline.map((one): Step => {
    const rank = periodRank(one.period);
    if (rank < highest) inOrder = false;
    highest = rank;
    if (one.kind === 'extension') extension = nextExtension(extension, one);
    else if (one.kind === 'verification') {
      if (entry !== null) verdict = { verification: one.verification, isReopened: false };
    } else if (entry === null || supersedes(one, entry)) {
      verdict = nextVerdict(verdict, entry ?? undefined, one);
      entry = one;
    }
    return { rank, entry, verdict, extension };
  });
  return { steps, inOrder };
}
