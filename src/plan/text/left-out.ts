import { sourceOf, type Source } from '../../base/fold-text';
import type { TextSpan } from '../plan';

/** A text without some of its characters, and the way back to where its words stand as issued. */
interface LeftOut {
  readonly source: Source;
  readonly asIssued: (span: TextSpan) => TextSpan;
}

/** Leaves out stretches that are in order and do not overlap. */
export function leaveOut({ text }: Source, stretches: readonly TextSpan[]): LeftOut {
  const kept: string[] = [];
  /** Where each stretch that stays begins, in the shorter text and in the text as issued. */
  const places: { readonly at: number; readonly issued: number }[] = [];
  let length = 0;
  let from = 0;
  for (const { start, end } of [...stretches, { start: text.length, end: text.length }]) {
    places.push({ at: length, issued: from });
    kept.push(text.slice(from, start));
    length += start - from;
    from = end;
  }
  const issued = (position: number): number => {
    let [low, high] = [0, places.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((places[middle]?.at ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return position - (places[low]?.at ?? 0) + (places[low]?.issued ?? 0);
  };
  return {
    source: sourceOf(kept.join('')),
    asIssued: ({ start, end }) => ({ start: issued(start), end: issued(end - 1) + 1 }),
  };
}

/** Of a text that came out of a PDF with a gap behind each character so many of a hundred have one. */
const GAPS_OF_HUNDRED = 60;

/** Whether most of a text's Chinese characters have a single space behind them. Counted sign by sign: a list of all of them would fill the memory. */
function isGapped(folded: string): boolean {
  let [characters, gaps] = [0, 0];
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    if (code < FIRST_HAN || code > LAST_HAN) continue;
    characters += 1;
    if (folded.charAt(at + 1) === ' ' && !'\n '.includes(folded.charAt(at + 2))) gaps += 1;
  }
  return gaps * 100 >= characters * GAPS_OF_HUNDRED;
}
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** The single spaces of a text that has one behind most of its Chinese characters; none of any other text. */
export function gapsIn({ folded }: Source): readonly TextSpan[] {
  if (!isGapped(folded)) return [];
  return [...folded.matchAll(/[^ \r\n] (?=[^ \r\n])/g)].map(({ index }) => ({
    start: index + 1,
    end: index + 2,
  }));
}
