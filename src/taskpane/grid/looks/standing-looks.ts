import type { SheetBlueprint } from '../../../base/blueprint';
import type { CellRange } from '../../../base/raw-sheet';
import type { CellLook } from '../../../hosts/file/reading/looks/look-styles';
import type { SheetLooks } from '../../../hosts/file/reading/looks/sheet-looks';
import type { StandingTab } from '../../../sheets/layout/standing-tab';
import { FormatLayers } from './format-layers';
import { inverted } from '../standing/standing-places';

/** How cells of a tab look in the clerk's workbook. */
export interface TabLooks {
  /** `undefined` where the cell will look as it is drawn. */
  readonly look: (row: number, column: number) => CellLook | undefined;
  /** In characters, 0 where hidden; `undefined` where the workbook says nothing. */
  readonly width: (column: number) => number | undefined;
  /** In points, 0 where hidden; `undefined` where the row will be as high as it is drawn. */
  readonly height: (row: number) => number | undefined;
  readonly filter: CellRange | undefined;
  readonly showsGridlines: boolean;
  /** Serial numbers of its days count from 1904. */
  readonly date1904: boolean;
}

/** A sheet that the product does not draw looks as its file says. */
export function looksOf(file: SheetLooks, date1904: boolean): TabLooks {
  return {
    look: (row, column) => file.look(row, column),
    width: (column) => file.columnWidth(column),
    height: (row) => file.rowHeight(row),
    filter: file.filter,
    showsGridlines: file.showsGridlines,
    date1904,
  };
}

/**
 * A tab of ours looks as its file says, but for cells and rows that are new or that saving gives another look (as
 * `formatChanges` of the sheets does).
 */
export function standingLooks(
  file: SheetLooks,
  { stands, stays, origin }: StandingTab,
  before: SheetBlueprint,
  after: SheetBlueprint,
): TabLooks {
  const then = new FormatLayers(before.formats);
  const now = new FormatLayers(after.formats);
  const [rowsThen, rowsNow] = [inverted(stays.rows), inverted(stands.rows)];
  const [columnsThen, columnsNow] = [inverted(stays.columns), inverted(stands.columns)];
  const heights = [before, after].map(
    ({ rowHeights }) => new Map(rowHeights.map(({ row, points }) => [row, points])),
  );
  const isSame = (row: number, column: number): boolean => {
    const [was, is] = [rowsThen.get(row), rowsNow.get(row)];
    const [from, to] = [columnsThen.get(column), columnsNow.get(column)];
    if (was === undefined || from === undefined) return is === undefined || to === undefined;
    if (is === undefined || to === undefined) return false;
    const [one, other] = [then.at(was, from), now.at(is, to)];
    return one === other || JSON.stringify(one) === JSON.stringify(other);
  };
  return {
    look: (row, column) => {
      const at = origin(row);
      return at === undefined || !isSame(row, column) ? undefined : file.look(at, column);
    },
    width: (column) => file.columnWidth(column),
    height: (row) => {
      const at = origin(row);
      const [was, is] = [rowsThen.get(row), rowsNow.get(row)];
      const [high, willBe] = [heights[0]?.get(was ?? 0), heights[1]?.get(is ?? 0)];
      const isNew = was === undefined && is !== undefined;
      return at === undefined || isNew || high !== willBe ? undefined : file.rowHeight(at);
    },
    filter: file.filter,
    showsGridlines: file.showsGridlines,
    date1904: false,
  };
}
