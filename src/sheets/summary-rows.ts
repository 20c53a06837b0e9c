import type { CellRange } from '../returns/raw-sheet';
import type { CellContent, RangeFormat } from './blueprint';
import { range } from './tab-builder';
import { FORMAT } from './theme';

/** Columns of the tables; the charts stand to their right. */
export const WIDTH = 12;
export const FULL_WIDTH = WIDTH + 12;
export const HEADER_POINTS = 22;

/** Where a block's data stand on the tab, for formats and charts. */
export interface Block {
  readonly header: number;
  readonly first: number;
  readonly last: number;
}

/** Collects the tab's rows from the top down. */
export class SummaryRows {
  readonly cells: CellContent[][] = [];
  readonly formats: RangeFormat[] = [];
  readonly merges: CellRange[] = [];
  readonly headers: number[] = [];

  get next(): number {
    return this.cells.length + 1;
  }

  add(cells: readonly CellContent[]): number {
    this.cells.push([...cells, ...Array.from({ length: WIDTH - cells.length }, () => null)]);
    return this.cells.length;
  }

  format(target: CellRange, format: RangeFormat['format']): void {
    this.formats.push({ range: target, format });
  }

  header(cells: readonly string[], right: number): number {
    const row = this.add(cells);
    this.headers.push(row);
    this.format(range(row, 1, row, right), FORMAT.header);
    return row;
  }

  heading(text: string): void {
    if (this.next > 3) this.add([]);
    const row = this.add([text]);
    this.format(range(row, 1, row, WIDTH), FORMAT.heading);
  }
}
