import type { CellRange, RawRow, RawWorkbook } from '../../../base/raw-sheet';
import type { WatchedCells } from '../../../base/workbook-port';
import { cellsOf } from '../ranges';
import { valuesBlock } from './load-blocks';
import { rawRows } from './raw-cells';
import { ACTION_BYTES } from '../requests';

/** Values asked for right before the change that overwrites them: Excel answers what stood there until then. */
export class LastLook {
  private readonly asked: { readonly range: CellRange; readonly cells: Excel.Range }[] = [];

  constructor(private readonly watched: WatchedCells) {}

  watches(name: string, column: number): boolean {
    const { sheet, ranges } = this.watched;
    return name === sheet && ranges.some(({ left, right }) => column >= left && column <= right);
  }

  /** About what `ask` takes for some rows of a sheet. */
  bytes(name: string): number {
    return name === this.watched.sheet ? this.watched.ranges.length * 4 * ACTION_BYTES : 0;
  }

  /** Of the rows from `top` to `bottom`, what is watched. */
  ask(sheet: Excel.Worksheet, name: string, top: number, bottom: number): void {
    if (name !== this.watched.sheet) return;
    for (const one of this.watched.ranges) {
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

  /** After the requests. */
  rows(): readonly RawRow[] {
    return rawRows(this.asked.map(({ range, cells }) => valuesBlock(range, cells)));
  }
}
