import { distance } from 'fastest-levenshtein';
import type { Measure } from '../../plan/plan';
import { squeezed } from '../../base/clean-text';

/** Two texts that agree by at least this share are one text that was edited. */
const SAME_TEXT = 0.6;
/** So much agrees only with the text itself: enough to tell a measure of another unit. */
const VERY_TEXT = 0.9;

/** Share of two texts that agrees, 0 to 1. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [squeezed(a), squeezed(b)];
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - distance(left, right) / longest;
}

export function isSameText(a: string, b: string): boolean {
  return similarity(a, b) >= SAME_TEXT;
}

export interface MeasureSigns {
  /** By the hidden key. */
  readonly keyed: Measure | undefined;
  /** By the number as written. */
  readonly numbered: Measure | undefined;
  /** Empty when the row has none. */
  readonly text: string;
}

/**
 * Which measure a row speaks of. The key stands, unless the text beside it is another measure's: then only the visible columns
 * were sorted or pasted, or the plan was revised since the form was issued. Without a key the number stands, unless the text is plainly another measure's: then the rows were
 * numbered anew.
 */
export function matchMeasure(
  { keyed, numbered, text }: MeasureSigns,
  { owed, all }: { readonly owed: Iterable<Measure>; readonly all: Iterable<Measure> },
): Measure | undefined {
  if (keyed !== undefined) {
    if (text === '' || isSameText(text, keyed.text)) return keyed;
    if (numbered !== undefined && isSameText(text, numbered.text)) return numbered;
    return closestMeasure(text, owed, VERY_TEXT) ?? keyed;
  }
  if (text === '' || (numbered !== undefined && isSameText(text, numbered.text))) return numbered;
  return closestMeasure(text, owed) ?? closestMeasure(text, all, VERY_TEXT) ?? numbered;
}

/** The measure whose text is nearest; `undefined` when none is near. */
export function closestMeasure(
  text: string,
  measures: Iterable<Measure>,
  least = SAME_TEXT,
): Measure | undefined {
  let best: { measure: Measure; share: number } | undefined;
  for (const measure of measures) {
    const share = similarity(text, measure.text);
    if (share >= least && share > (best?.share ?? 0)) best = { measure, share };
  }
  return best?.measure;
}
