import type { CellRange, RawRow } from '../../returns/raw-sheet';
import { cellsOf } from './ranges';
import { rawRows } from './raw-cells';
import { ACTION_BYTES, type Step } from './requests';

/** Values asked for at the head of the request that overwrites them: Excel answers what stood there just before. */
export class LastLook implements Step {
  readonly bytes: number;
  private asked: readonly { readonly range: CellRange; readonly cells: Excel.Range }[] = [];

  constructor(
    private readonly sheet: Excel.Worksheet | undefined,
    private readonly ranges: readonly CellRange[],
  ) {
    this.bytes = ranges.length * 4 * ACTION_BYTES;
  }

  play(): void {
    const { sheet } = this;
    if (sheet === undefined) return;
    this.asked = this.ranges.map((range) => ({ range, cells: cellsOf(sheet, range).load('values') }));
  }

  /** After the request. */
  rows(): readonly RawRow[] {
    const byRow = new Map<number, RawRow>();
    for (const { range, cells } of this.asked) {
      const values = cells.values as readonly (readonly unknown[])[];
      const block = { top: range.top, left: range.left, values, formulas: [], formats: [], hidden: [] };
      for (const row of rawRows(block)) {
        byRow.set(row.row, { ...row, cells: [...(byRow.get(row.row)?.cells ?? []), ...row.cells] });
      }
    }
    return [...byRow.values()].sort((a, b) => a.row - b.row);
  }
}
