import type { CalendarDate } from './calendar';
import type { Doubt, TimeMention } from './dates';
import type { DeadlineKind } from './types';

/** When a measure is due, as its clause or body says. */
export interface Deadline {
  readonly deadline: CalendarDate | null;
  readonly deadlineKind: DeadlineKind;
  readonly milestones: readonly CalendarDate[];
}

export const NO_DEADLINE: Deadline = { deadline: null, deadlineKind: 'none', milestones: [] };

/** In calendar order, each day once. */
function inOrder(dates: readonly CalendarDate[]): readonly CalendarDate[] {
  return [...new Set(dates)].sort();
}

/**
 * One deadline from all that a clause says of time: the last day named, earlier ones as milestones;
 * words without end (长期坚持, 持续推进) make every day named a milestone, and so does a recurring duty.
 * @param folded the text in which the mentions stand
 */
export function settleDeadline(
  mentions: readonly TimeMention[],
  folded: string,
): Deadline & { readonly doubts: readonly Doubt[] } {
  const doubts = mentions.flatMap((mention) => mention.doubts);
  const dates = inOrder(withoutRangeStarts(mentions, folded).flatMap((mention) => mention.dates));
  const has = (kind: TimeMention['kind']): boolean => mentions.some((mention) => mention.kind === kind);
  const timing = ((): Deadline => {
    if (has('recurring')) return { deadline: null, deadlineKind: 'recurring', milestones: dates };
    if (has('openEnded')) return { deadline: null, deadlineKind: 'openEnded', milestones: dates };
    const last = dates.at(-1);
    return last === undefined
      ? NO_DEADLINE
      : { deadline: last, deadlineKind: 'date', milestones: dates.slice(0, -1) };
  })();
  const several = timing.deadlineKind === 'date' && timing.milestones.length > 0;
  return { ...timing, doubts: several ? [...doubts, { code: 'severalDeadlines', found: folded }] : doubts };
}

/** “6月至12月” is one stretch of time: only its end counts. */
function withoutRangeStarts(mentions: readonly TimeMention[], folded: string): readonly TimeMention[] {
  return mentions.filter((mention, index) => {
    const next = mentions[index + 1];
    return next === undefined || !/^ *[-至到] *$/.test(folded.slice(mention.end, next.start));
  });
}
