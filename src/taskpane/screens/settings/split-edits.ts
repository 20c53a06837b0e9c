import type { Split } from '../../../ledger/records';
import { namesOf } from '../../parts/names-of';

/** What keeps measures from going to another office, and which they are. */
export interface MeasuresFault {
  readonly kind: 'unreadable' | 'notOwed' | 'taken';
  readonly measures: readonly (number | string)[];
}

/** “12、15” as numbers, each once, in order. */
export function measuresIn(text: string): readonly number[] {
  return [...new Set(namesOf(text).map(Number))].sort((a, b) => a - b);
}

/** What is wrong with measures typed for one office, beside those that are with `others`; `null` when nothing is. */
export function measuresFault(
  text: string,
  owed: readonly number[],
  others: readonly Split[],
): MeasuresFault | null {
  const pieces = namesOf(text);
  const unreadable = pieces.filter((piece) => !/^\d+$/u.test(piece));
  if (pieces.length === 0 || unreadable.length > 0) return { kind: 'unreadable', measures: unreadable };
  const numbers = measuresIn(text);
  const notOwed = numbers.filter((no) => !owed.includes(no));
  if (notOwed.length > 0) return { kind: 'notOwed', measures: notOwed };
  const taken = numbers.filter((no) => others.some(({ measures }) => measures.includes(no)));
  return taken.length > 0 ? { kind: 'taken', measures: taken } : null;
}
