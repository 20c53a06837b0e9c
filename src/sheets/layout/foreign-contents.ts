import { largestOf } from '../../base/extremes';
import type { SheetBlueprint } from '../../base/blueprint';
import { cellAddress, type RawSheet, type RawValue } from '../../base/raw-sheet';
import { contentValue } from '../../base/content-value';
import { cellText } from '../reading/raw-table';

/** A cell that holds what the product never wrote into its tab. */
export interface ForeignCell {
  readonly cell: string;
  readonly row: number;
  readonly value: string;
}

/**
 * The first cell where a tab would be drawn that holds something the product had not written anywhere on it; `undefined` where
 * drawing the tab anew loses nothing of the clerk's.
 */
export function foreignContent(
  sheet: RawSheet,
  before: SheetBlueprint,
  after: SheetBlueprint,
): ForeignCell | undefined {
  const own = new Set(before.cells.flatMap((row) => row.map((content) => plain(contentValue(content)))));
  const formulas = new Set(
    before.cells.flatMap((row) =>
      row.flatMap((content) =>
        typeof content === 'object' && content !== null && 'formula' in content ? plain(content.formula) : [],
      ),
    ),
  );
  const width = largestOf(
    after.cells.map((cells) => cells.length),
    1,
  );
  for (const { row, cells } of sheet.rows) {
    if (row > after.cells.length) return undefined;
    for (const { column, value, formula } of cells) {
      if (column > width || plain(value) === '') continue;
      const isOurs = formula === undefined ? own.has(plain(value)) : formulas.has(plain(formula));
      // A formula whose cells were deleted is a remnant of ours.
      if (isOurs || formula?.includes('#REF!') === true) continue;
      return { cell: cellAddress(row, column), row, value: cellText(value) };
    }
  }
  return undefined;
}

function plain(value: RawValue | null): string {
  return cellText(value).replace(/['\s]/g, '').toUpperCase();
}
