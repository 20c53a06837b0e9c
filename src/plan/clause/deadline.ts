import type { CalendarDate } from '../../base/calendar';
import type { Doubt, TimeMention } from './dates';
import type { DeadlineKind } from '../plan';

/** When a measure is due, as its clause or body says. */
export interface Deadline {
  readonly deadline: CalendarDate | null;
  readonly deadlineKind: DeadlineKind;
  readonly milestones: readonly CalendarDate[];
}

const NO_DEADLINE: Deadline = { deadline: null, deadlineKind: 'none', milestones: [] };

/** In calendar order, each day once. */
function inOrder(dates: readonly CalendarDate[]): readonly CalendarDate[] {
  return [...new Set(dates)].sort();
}

/**
 * One deadline from all that a clause says of time: the last day named, earlier ones as milestones;
 * words without end (长期坚持, 持续推进) make every day named a milestone, and so does a recurring duty.
 * @param words the clause, for remarks
 */
export function settleDeadline(
  mentions: readonly TimeMention[],
  words: string,
): Deadline & { readonly doubts: readonly Doubt[] } {
  const doubts = mentions.flatMap((mention) => mention.doubts);
  const dates = inOrder(mentions.flatMap((mention) => mention.dates));
  const last = dates.at(-1);
  const kinds = new Set(mentions.map(({ kind }) => kind));
  if (kinds.has('recurring')) return { deadline: null, deadlineKind: 'recurring', milestones: dates, doubts };
  if (kinds.has('openEnded')) return { deadline: null, deadlineKind: 'openEnded', milestones: dates, doubts };
  if (last === undefined) return { ...NO_DEADLINE, doubts };
  const several: readonly Doubt[] = dates.length > 1 ? [{ code: 'severalDeadlines', found: words }] : [];
  return {
    deadline: last,
    deadlineKind: 'date',
    milestones: dates.slice(0, -1),
    doubts: [...doubts, ...several],
  };
}
