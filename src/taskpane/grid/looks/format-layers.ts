import type { CellFormat, RangeFormat } from '../../../base/blueprint';
import { must } from '../../../base/invariant';

const NO_FORMAT: CellFormat = {};

/**
 * Formats laid one over the other, a later one winning property by property. Found by column, and those of one row by that row:
 * a list of 20,000 rows may have as many formats.
 */
export class FormatLayers {
  private readonly wide: number[] = [];
  private readonly ofRow = new Map<number, number[]>();
  private readonly ofColumn = new Map<number, readonly number[]>();
  private readonly resolved = new Map<string, CellFormat>();

  constructor(private readonly layers: readonly RangeFormat[]) {
    layers.forEach(({ range: { top, bottom } }, order) => {
      if (top !== bottom) this.wide.push(order);
      else this.ofRow.set(top, [...(this.ofRow.get(top) ?? []), order]);
    });
  }

  at(row: number, column: number): CellFormat {
    const over = this.wideIn(column).filter((order) => this.isOver(order, row, column));
    const alone = (this.ofRow.get(row) ?? []).filter((order) => this.isOver(order, row, column));
    const orders = alone.length === 0 ? over : [...over, ...alone].sort((a, b) => a - b);
    if (orders.length === 0) return NO_FORMAT;
    const key = orders.join();
    const known = this.resolved.get(key);
    if (known !== undefined) return known;
    const format: CellFormat = Object.assign({}, ...orders.map((order) => this.layer(order).format));
    this.resolved.set(key, format);
    return format;
  }

  private wideIn(column: number): readonly number[] {
    const known = this.ofColumn.get(column);
    if (known !== undefined) return known;
    const found = this.wide.filter((order) => {
      const { left, right } = this.layer(order).range;
      return column >= left && column <= right;
    });
    this.ofColumn.set(column, found);
    return found;
  }

  private isOver(order: number, row: number, column: number): boolean {
    const { top, bottom, left, right } = this.layer(order).range;
    return row >= top && row <= bottom && column >= left && column <= right;
  }

  private layer(order: number): RangeFormat {
    return must(this.layers[order], 'the format of that order');
  }
}
