import type { Tally } from './summary';

/**
 * 完成率, the one of every tab, paper and screen: 已完成 ÷ (措施 − 长期坚持). What goes on without end is never done, so it
 * counts on neither side. 0 to 1; `null` where nothing can be done.
 */
export function completionRate({
  done,
  measures,
  ongoing,
}: Pick<Tally, 'done' | 'measures' | 'ongoing'>): number | null {
  const doable = measures - ongoing;
  return doable === 0 ? null : done / doable;
}
