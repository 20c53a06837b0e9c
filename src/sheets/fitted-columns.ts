import type { CellRange } from '../base/raw-sheet';
import { largestOf } from '../base/extremes';
import { textWidth } from './row-heights';

const NARROWEST = 6;
const WIDEST = 36;

/**
 * Widths, in characters, of the columns of somebody else's sheet, by what stands in each alone: a title joined over several says
 * nothing of its column.
 * @param rows Texts as shown, every row as long as the first.
 */
export function fittedWidths(
  rows: readonly (readonly string[])[],
  merges: readonly CellRange[],
): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const joined = new Set<number>();
  for (const { top, left, right } of merges) {
    if (right > left)
      for (let column = left; column <= Math.min(right, columns); column += 1)
        joined.add(top * columns + column);
  }
  return Array.from({ length: columns }, (_, at) => {
    const widest = rows.reduce((most, row, index) => {
      const text = row[at];
      const isJoined = joined.has((index + 1) * columns + at + 1);
      return text === undefined || isJoined ? most : Math.max(most, longestLine(text));
    }, 0);
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
  });
}

function longestLine(text: string): number {
  return largestOf(text.split('\n').map(textWidth));
}
