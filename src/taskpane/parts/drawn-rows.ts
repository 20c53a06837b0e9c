import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** The rows of a long list that are drawn: those in view and, wherever it is, the one the keyboard is at. */
export function drawnRows(range: Range, index: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || drawn.includes(index)) return drawn;
  return [...drawn, index].sort((a, b) => a - b);
}
