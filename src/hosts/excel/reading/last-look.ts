import type { CellRange, RawRow, RawWorkbook } from '../../../base/raw-sheet';
import type { ChangedTab } from '../../../base/workbook-difference';
import type { WatchedCells } from '../../../base/workbook-port';
import { rowAfter, rowBefore } from '../moved-rows';
import { cellsOf } from '../ranges';
import { valuesBlock } from './load-blocks';
import { rawRows } from './raw-cells';
import { ACTION_BYTES } from '../requests';

/** Values asked for right before the change that overwrites them: Excel answers what stood there until then. */
export class LastLook {
  private readonly asked: { readonly range: CellRange; readonly cells: Excel.Range }[] = [];

  /** @param insertedRows Of the watched sheet, before the first look. */
  constructor(
    private readonly watched: WatchedCells,
    private readonly insertedRows: ChangedTab['insertedRows'] = [],
  ) {}

  watches(name: string, column: number): boolean {
    const { sheet, ranges } = this.watched;
    return name === sheet && ranges.some(({ left, right }) => column >= left && column <= right);
  }

  /** About what `ask` takes for some rows of a sheet. */
  bytes(name: string): number {
    return name === this.watched.sheet ? this.watched.ranges.length * 4 * ACTION_BYTES : 0;
  }

  /** Whether one of the cells is watched, where it stands now. */
  touches(name: string, cells: readonly { readonly row: number; readonly column: number }[]): boolean {
    if (name !== this.watched.sheet) return false;
    return this.rangesNow().some(({ top, left, bottom, right }) =>
      cells.some(({ row, column }) => row >= top && row <= bottom && column >= left && column <= right),
    );
  }

  /** Of the rows from `top` to `bottom`, as they stand now, what is watched. */
  ask(sheet: Excel.Worksheet, name: string, top: number, bottom: number): void {
    if (name !== this.watched.sheet) return;
    for (const one of withNeighbours(this.rangesNow())) {
      const range = { ...one, top: Math.max(one.top, top), bottom: Math.min(one.bottom, bottom) };
      if (range.top > range.bottom) continue;
      this.asked.push({ range, cells: cellsOf(sheet, range).load('values') });
    }
  }

  /** Whether nothing of it was changed since the workbook was read. After the requests. */
  isAsIn(workbook: RawWorkbook): boolean {
    const { sheet, ranges } = this.watched;
    const isWatched = (row: number, column: number) =>
      ranges.some(
        ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
      );
    const cells = (rows: readonly RawRow[]) =>
      rows.flatMap((row) =>
        row.cells.flatMap(({ column, value }) =>
          isWatched(row.row, column) ? [[row.row, column, value]] : [],
        ),
      );
    const read = workbook.sheets.find(({ name }) => name === sheet)?.rows ?? [];
    return JSON.stringify(cells(read)) === JSON.stringify(cells(this.rows()));
  }

  /** Where they stood before rows were inserted. After the requests. */
  rows(): readonly RawRow[] {
    return rawRows(this.asked.map(({ range, cells }) => valuesBlock(range, cells))).flatMap((found) => {
      const row = rowBefore(this.insertedRows, found.row);
      const cells = found.cells.filter(({ column }) => this.watches(this.watched.sheet, column));
      return row === undefined || cells.length === 0 ? [] : [{ ...found, row, cells }];
    });
  }

  private rangesNow(): readonly CellRange[] {
    const now = (row: number) => rowAfter(this.insertedRows, row);
    return this.watched.ranges.map((one) => ({ ...one, top: now(one.top), bottom: now(one.bottom) }));
  }
}

/** Columns so near each other are asked for at once, with what lies between: that is less than asking once more. */
const NEAR = 3;

function withNeighbours(ranges: readonly CellRange[]): readonly CellRange[] {
  const joined: CellRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.left - other.left)) {
    const last = joined.at(-1);
    const isBeside =
      last?.top === range.top && last.bottom === range.bottom && range.left - last.right <= NEAR;
    if (last !== undefined && isBeside)
      joined.splice(-1, 1, { ...last, right: Math.max(last.right, range.right) });
    else joined.push(range);
  }
  return joined;
}
