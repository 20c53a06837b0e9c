import { isCellError, type CellRange, type RawCell, type RawRow, type RawSheet } from '../../base/raw-sheet';

/** A sheet by coordinates; a cell inside a merge answers with the merge's content when asked for it. */
export class SheetGrid {
  private readonly rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  private readonly mergesByColumn = new Map<number, CellRange[]>();

  constructor(readonly sheet: RawSheet) {
    this.rows = new Map(
      sheet.rows.map((row) => [row.row, new Map(row.cells.map((cell) => [cell.column, cell]))]),
    );
    for (const merge of sheet.merges) {
      if (merge.top === merge.bottom) continue;
      const known = this.mergesByColumn.get(merge.left);
      if (known === undefined) this.mergesByColumn.set(merge.left, [merge]);
      else known.push(merge);
    }
  }

  get rawRows(): readonly RawRow[] {
    return this.sheet.rows;
  }

  /** The cell itself. */
  at(row: number, column: number): RawCell | undefined {
    return this.rows.get(row)?.get(column);
  }

  /** The cell, or the first of the rows it is merged with. */
  spread(row: number, column: number): RawCell | undefined {
    const own = this.at(row, column);
    if (own !== undefined) return own;
    const merge = this.mergeOver(row, column);
    return merge === undefined ? undefined : this.at(merge.top, merge.left);
  }

  /** Whether the cell takes its content from a row above. */
  isSpread(row: number, column: number): boolean {
    const merge = this.mergeOver(row, column);
    return merge !== undefined && merge.top !== row;
  }

  private mergeOver(row: number, column: number): CellRange | undefined {
    return this.mergesByColumn.get(column)?.find(({ top, bottom }) => row >= top && row <= bottom);
  }
}

/** The text a cell shows, derived from its raw value. */
export function shownText(cell: RawCell | undefined): string {
  const value = cell?.value;
  if (value === undefined) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}
