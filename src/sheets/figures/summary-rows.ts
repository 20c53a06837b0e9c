import type { CellRange } from '../../base/raw-sheet';
import type { LedgerSettings } from '../../ledger/records';
import { must } from '../../base/invariant';
import { contentValue } from '../../base/content-value';
import type { CellContent, ChartBlueprint, RangeFormat, SheetBlueprint } from '../../base/blueprint';
import { asOfSubtitle } from '../subtitle';
import { range, subtitleFormat } from '../tab-builder';
import { FORMAT } from '../theme';
import { SAMPLE_MARK } from '../words';

/** Columns of the tables; the charts stand to their right. */
export const WIDTH = 12;
export const FULL_WIDTH = WIDTH + 12;
/** Two lines: 其中逾期完成 is wider than its column. */
export const HEADER_POINTS = 34;

/** Where a block's data stand on the tab, for formats and charts. */
export interface Block {
  readonly header: number;
  readonly first: number;
  readonly last: number;
}

/** Collects a tab's rows from the top down. */
export class SummaryRows {
  readonly cells: CellContent[][] = [];
  readonly formats: RangeFormat[] = [];
  readonly merges: CellRange[] = [];
  readonly headers: number[] = [];

  constructor(private readonly width = WIDTH) {}

  /** Title and subtitle over the columns up to `right`; the subtitle says day and period. */
  title(text: string, settings: LedgerSettings, right = this.width): void {
    this.add([`${text}${settings.sample ? SAMPLE_MARK : ''}`]);
    this.add([asOfSubtitle(settings)]);
    this.merges.push(range(1, 1, 1, right), range(2, 1, 2, right));
    this.format(range(1, 1, 1, right), FORMAT.title);
    this.format(range(2, 1, 2, right), subtitleFormat(settings.sample));
  }

  /** Heights of the title rows and the headers. */
  heights(headerPoints: number): SheetBlueprint['rowHeights'] {
    return [
      { row: 1, points: 32 },
      { row: 2, points: 20 },
      ...this.headers.map((row) => ({ row, points: headerPoints })),
    ];
  }

  get next(): number {
    return this.cells.length + 1;
  }

  add(cells: readonly CellContent[]): number {
    this.cells.push([...cells, ...Array.from({ length: this.width - cells.length }, () => null)]);
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

  /** A column of a block as a chart shows it; named by its head, or by another cell. */
  series(
    { header, first, last }: Block,
    column: number,
    color: string,
    nameCell: ChartBlueprint['series'][number]['nameCell'] = { row: header, column },
  ): ChartBlueprint['series'][number] {
    const naming = must(this.cells[nameCell.row - 1]?.[nameCell.column - 1], 'the name of a series');
    const name = String(contentValue(naming));
    return { nameCell, name, values: range(first, column, last, column), color };
  }

  /** @returns its row */
  heading(text: string): number {
    if (this.next > 3) this.add([]);
    const row = this.add([text]);
    this.format(range(row, 1, row, this.width), FORMAT.heading);
    return row;
  }
}
