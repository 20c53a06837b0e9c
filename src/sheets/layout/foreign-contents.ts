import { largestOf } from '../../base/extremes';
import type { SheetBlueprint } from '../../base/blueprint';
import { cellAddress, type RawSheet, type RawValue } from '../../base/raw-sheet';
import { contentValue } from '../../base/content-value';
import { cellText } from '../reading/raw-table';
import { STANDING_WORD } from '../words';

/** A cell that holds what the product never wrote into its tab. */
export interface ForeignCell {
  readonly cell: string;
  readonly row: number;
  readonly value: string;
}

/** The headings of the PivotTable that earlier versions drew where the tab now has words of its own. */
const HEADS_OF_PIVOTS = [
  '填报数',
  '应报项数',
  '填报状态',
  '牵头单位',
  '单位',
  '总计',
  ...Object.values(STANDING_WORD),
];

/**
 * The first cell where a tab would be drawn that holds something the product had not written anywhere on it; `undefined` where
 * drawing the tab anew loses nothing of the clerk's.
 */
export function foreignContent(
  sheet: RawSheet,
  before: SheetBlueprint,
  after: SheetBlueprint,
): ForeignCell | undefined {
  const shown = after.pivots.length === 0 ? [] : HEADS_OF_PIVOTS;
  const own = new Set([
    ...before.cells.flatMap((row) => row.map((content) => plain(contentValue(content)))),
    ...shown.map(plain),
  ]);
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
