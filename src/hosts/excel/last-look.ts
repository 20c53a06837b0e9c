import type { CellRange, RawRow } from '../../returns/raw-sheet';
import type { WatchedCells } from '../../sheets/workbook-host';
import { cellsOf } from './ranges';
import { valuesBlock } from './load-blocks';
import { rawRows } from './raw-cells';
import { ACTION_BYTES } from './requests';

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

  /** After the requests. */
  rows(): readonly RawRow[] {
    return rawRows(this.asked.map(({ range, cells }) => valuesBlock(range, cells)));
  }
}
