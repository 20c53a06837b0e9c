import type { ActTarget } from '../../ledger/change/acts';

/** Whether one unit's measure has the words in its unit or text, or is the number. */
export function hasWords(
  { unit, text, measure }: ActTarget & { readonly text: string },
  words: string,
): boolean {
  const wanted = words.trim();
  return unit.includes(wanted) || text.includes(wanted) || String(measure) === wanted;
}
