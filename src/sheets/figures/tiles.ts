import type { CellContent, FormulaCell } from '../../base/blueprint';
import { range } from '../tab-builder';
import { COLOR } from '../theme';
import type { SummaryRows } from './summary-rows';

/** A figure over the word that says what it is, two columns wide: live, or as it was when the paper was made. */
export type Tile = TileLooks & (FormulaCell | { readonly value: number | string });

interface TileLooks {
  readonly word: string;
  /** `RRGGBB` of the figure. */
  readonly color: string;
  /** Of the figure; a whole number where it is left out. */
  readonly numberFormat?: string;
}

/** Tiles side by side from the first column on. @returns the row of the figures; the words stand in the next */
export function addTiles(rows: SummaryRows, tiles: readonly Tile[]): number {
  const width = 2 * tiles.length;
  const row = rows.add(tiles.flatMap((tile) => [contentOf(tile), null]));
  rows.add(tiles.flatMap(({ word }) => [word, null]));
  tiles.forEach(({ color }, index) => {
    const left = 2 * index + 1;
    rows.merges.push(range(row, left, row, left + 1), range(row + 1, left, row + 1, left + 1));
    rows.format(range(row, left, row, left + 1), { bold: true, size: 22, color });
  });
  rows.format(range(row, 1, row + 1, width), {
    horizontal: 'center',
    vertical: 'middle',
    fill: COLOR.lockedFill,
  });
  rows.format(range(row + 1, 1, row + 1, width), { size: 10, color: COLOR.muted });
  tiles.forEach(({ numberFormat }, index) => {
    const left = 2 * index + 1;
    if (numberFormat !== undefined) rows.format(range(row, left, row, left + 1), { numberFormat });
  });
  return row;
}

function contentOf(tile: Tile): CellContent {
  return 'formula' in tile ? { formula: tile.formula, result: tile.result } : tile.value;
}
