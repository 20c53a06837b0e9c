import { largestOf, smallestOf } from '../../base/extremes';
import { firstLine } from '../../base/pivots/pivot-layout';
import type { SheetBlueprint } from '../../base/blueprint';
import type { CellRange, RawCell, RawSheet } from '../../base/raw-sheet';
import { unlessDamaged } from '../reading/ledger-format-error';
import type { TableTab } from '../tabs/table-tab';
import { placedRange, placeOf, type Placement } from './placement';
import { tabLayout } from './tab-layout';

/** A tab of ours as its workbook will show it once it is saved: where what is drawn will stand, and what the clerk has around it. */
export interface StandingTab {
  readonly stands: Placement;
  /** Where what was drawn before stands once rows have been inserted. */
  readonly stays: Placement;
  /** The row of the workbook as it was read; `undefined` of one that will be inserted. */
  readonly origin: (row: number) => number | undefined;
  /** Cells of the clerk's own, by row and column of the workbook as it will be. */
  readonly own: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  /** Cells that are joined, ours and the clerk's. */
  readonly merges: readonly CellRange[];
  /** The last row and column of ours there. */
  readonly lastRow: number;
  readonly lastColumn: number;
}

/**
 * Where a tab of a ledger will stand in the workbook it was opened from. `undefined` where it will be drawn anew.
 * @param before The tab as drawn of the ledger that was opened. @param after The same of the ledger as it is now.
 */
export function standingTab(
  sheet: RawSheet,
  before: SheetBlueprint,
  after: SheetBlueprint,
  table: TableTab<never, string> | undefined,
): StandingTab | undefined {
  const layout = unlessDamaged(() => tabLayout(sheet, before, after, table));
  if (layout === undefined) return undefined;
  const { stays, stands, moved, origin } = layout;
  const typed = new Set(table?.keysWith('typed').map((key) => table.at(key)));
  const ours = [ourCells(after, stands, typed), ourCells(before, stays, typed)];
  const movedRow = (row: number) => moved?.rows.get(row) ?? row;
  const inPivot = pivotCells(sheet, before, layout.stood);
  const own = new Map<number, ReadonlyMap<number, RawCell>>();
  for (const { row, cells } of sheet.rows) {
    const at = movedRow(row);
    const foreign = cells.filter(
      ({ column }) => !inPivot(row, column) && !ours.some((places) => places.has(`${at}:${column}`)),
    );
    if (foreign.length > 0) own.set(at, new Map(foreign.map((cell) => [cell.column, cell])));
  }
  const drawnMerges = after.merges.flatMap((range) => placedRange(stands, range) ?? []);
  const formerMerges = before.merges.flatMap((range) => placedRange(stays, range) ?? []);
  const ownMerges = sheet.merges
    .map((range) => ({ ...range, top: movedRow(range.top), bottom: movedRow(range.bottom) }))
    .filter((range) => ![...drawnMerges, ...formerMerges].some((one) => meet(one, range)));
  return {
    stands,
    stays,
    origin,
    own,
    merges: [...drawnMerges, ...ownMerges],
    lastRow: largestOf(stands.rows.values(), 0),
    lastColumn: largestOf(stands.columns.values(), 0),
  };
}

/** Places in which the product has written something, or takes in what is written. */
function ourCells({ cells }: SheetBlueprint, at: Placement, typed: ReadonlySet<number>): ReadonlySet<string> {
  const places = new Set<string>();
  cells.forEach((row, index) => {
    row.forEach((content, column) => {
      if ((content === null || content === '') && !typed.has(column + 1)) return;
      const place = placeOf(at, index + 1, column + 1);
      if (place !== undefined) places.add(`${place.row}:${place.column}`);
    });
  });
  return places;
}

/** Whether a cell shows part of a PivotTable of ours: its filters, and what hangs together from its corner down. */
function pivotCells(
  sheet: RawSheet,
  { pivots, cells }: SheetBlueprint,
  stood: Placement,
): (row: number, column: number) => boolean {
  const corners = pivots.map((pivot) => {
    const below = placeOf(stood, Math.min(pivot.anchor.row, cells.length), pivot.anchor.column);
    const row = (below?.row ?? 0) + Math.max(0, pivot.anchor.row - cells.length);
    return {
      row,
      first: row - pivot.anchor.row + firstLine(pivot),
      left: below?.column ?? pivot.anchor.column,
    };
  });
  const places = corners.map(({ row, first, left }) => {
    const filled = new Set(
      sheet.rows.filter((one) => one.cells.some(({ column }) => column === left)).map((one) => one.row),
    );
    let last = row;
    while (filled.has(last + 1)) last += 1;
    const beyond = smallestOf(corners.flatMap((other) => (other.left > left ? [other.left] : [])));
    return { first, last, left, beyond };
  });
  return (row, column) =>
    places.some(
      ({ first, last, left, beyond }) => row >= first && row <= last && column >= left && column < beyond,
    );
}

function meet(one: CellRange, other: CellRange): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}
