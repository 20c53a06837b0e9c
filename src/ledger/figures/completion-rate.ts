import { COMPLETION_RATE, ruleOf } from '../stated-rules';
import type { Tally } from './summary';

const rate = ruleOf(COMPLETION_RATE);

/** The rule `COMPLETION_RATE`: 0 to 1; `null` where nothing can be done. */
export function completionRate({
  done,
  measures,
  ongoing,
}: Pick<Tally, 'done' | 'measures' | 'ongoing'>): number | null {
  const found = rate({ done, measures, ongoing });
  return found === 'none' ? null : found;
}
