import type { CalendarDate } from '../../base/calendar';
import { TIME_SHAPES, type DateContext, type TimeKind, type Years } from './time-shapes';
import type { RemarkCode } from '../plan';

/** A reading that is not certain; `found` are the words in question. */
export interface Doubt {
  readonly code: RemarkCode;
  readonly found: string;
}

/** Words about time found in a text: where they stand and what they say. */
export interface TimeMention {
  readonly start: number;
  readonly end: number;
  /** The words themselves, folded. */
  readonly found: string;
  readonly kind: TimeKind;
  readonly dates: readonly CalendarDate[];
  readonly doubts: readonly Doubt[];
}

/** What may begin words about time: a quick sieve, so that the table is not tried at every sign. */
const MAY_BEGIN =
  /[每自从本印发下公施方通意文要办立即马长持常逐始适随不贯按12一二十“"'三四五六七八九第Q上春夏秋冬入主汛元国中寒暑两今当明次年全0\d]/;

/**
 * All words about time in a folded text, from left to right. “6月至12月” is one stretch of time, of which the end counts;
 * “7月1日起” is a day from which on something holds without end.
 * @param years the plan's years, for dates that name none
 */
export function findTimes(folded: string, years: Years | undefined): readonly TimeMention[] {
  const mentions: TimeMention[] = [];
  let lastYear: number | undefined;
  let at = 0;
  while (at < folded.length) {
    const mention = MAY_BEGIN.test(folded.charAt(at)) ? readTime(folded, at, { years, lastYear }) : undefined;
    if (mention === undefined) {
      at += 1;
      continue;
    }
    lastYear = mention.year ?? lastYear;
    const before = mentions.at(-1);
    if (before && /^ *[-至到] *$/.test(folded.slice(before.end, at)))
      mentions[mentions.length - 1] = { ...before, dates: [] };
    mentions.push(mention);
    at = mention.end;
  }
  return mentions;
}

function readTime(
  folded: string,
  at: number,
  context: DateContext,
): (TimeMention & { readonly year: number | undefined }) | undefined {
  const afterDigit = /\d/.test(folded.charAt(at - 1));
  for (const { pattern, read, notAfterDigit = false } of TIME_SHAPES) {
    if (notAfterDigit && afterDigit) continue;
    pattern.lastIndex = at;
    const found = pattern.exec(folded);
    if (found === null || found[0] === '') continue;
    const reading = read(found.groups ?? {}, context);
    const end = at + found[0].length;
    const begins = reading.kind === 'date' && /^起(?!草)/.test(folded.slice(end, end + 2));
    const doubts = reading.doubts.map((code) => ({ code, found: found[0] }));
    return {
      start: at,
      end,
      found: found[0],
      kind: begins ? 'openEnded' : reading.kind,
      dates: reading.dates,
      doubts,
      year: reading.year,
    };
  }
  return undefined;
}
