import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { contentValue } from '../../base/content-value';
import type { CellRange } from '../../base/raw-sheet';
import type { EditRule } from '../../app/changes/edit-cells';
import type { CellLook } from '../../hosts/file/reading/looks/look-styles';
import type { CellPlace } from './selecting/selection';
import type { ShownTab } from './shown-tab';

/** A cell as the grid draws it. */
export interface GridCell {
  readonly text: string;
  readonly format: CellLook;
  /** Numbers and dates stay in one line, and stand at the right where nothing else is said. */
  readonly kind: 'text' | 'number' | 'truth';
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Width in pixels over which its text runs on, its own included: into empty cells to its right, as in Excel. */
  readonly spill?: number;
}

/** A column that is shown: its number in the sheet, its width and its distance from the first, in pixels. */
export interface GridColumn {
  readonly at: number;
  readonly width: number;
  readonly left: number;
}

const NO_WIDTHS: ReadonlyMap<number, number> = new Map();
const NONE_FOLDED: ReadonlySet<number> = new Set();

/** The rows of a tab as they stand, without those that are hidden in its file. */
export function standingOrder(tab: ShownTab): readonly number[] {
  return Array.from({ length: tab.rowCount }, (_, index) => index + 1).filter((row) => !tab.isHiddenRow(row));
}

/**
 * A tab as the grid draws it, line by line: a line is a row that is shown, whatever its number, so that what is filtered or
 * sorted needs no thought where cells are selected, copied or scrolled to. Columns keep their numbers.
 */
export class SheetGridModel {
  readonly columns: readonly GridColumn[];
  readonly sheet: SheetBlueprint;
  private readonly lines: ReadonlyMap<number, number>;
  /** Where lines begin, as far as they were asked for: what is drawn anew at every scroll asks for the last. */
  private readonly tops: number[] = [0];

  /** @param order The rows that are shown, from the first line on. @param widths Of columns that the clerk made wider or narrower here. @param folded Columns that are folded up. */
  constructor(
    readonly tab: ShownTab,
    private readonly order: readonly number[] = standingOrder(tab),
    private readonly widths: ReadonlyMap<number, number> = NO_WIDTHS,
    folded: ReadonlySet<number> = NONE_FOLDED,
  ) {
    this.sheet = tab.sheet;
    this.lines = new Map(order.map((row, index) => [row, index + 1]));
    const columns: GridColumn[] = [];
    for (let at = 1, left = 0; at <= tab.lastColumn; at++) {
      if (tab.isHiddenColumn(at) || folded.has(at)) continue;
      const width = this.columnWidth(at);
      columns.push({ at, width, left });
      left += width;
    }
    this.columns = columns;
  }

  get rowCount(): number {
    return this.order.length;
  }

  get columnCount(): number {
    return this.tab.columnCount;
  }

  /** The number of a line's row in the sheet. */
  rowNumber(line: number): number {
    return this.order[line - 1] ?? line;
  }

  /** Selected lines as the rows of the sheet between which they lie. */
  rowsOf({ top, bottom, left, right }: CellRange): CellRange {
    const ends = [this.rowNumber(top), this.rowNumber(bottom)];
    return { top: Math.min(...ends), bottom: Math.max(...ends), left, right };
  }

  /** How many rows of the sheet from the first to the last named are shown. */
  countShown(first: number, last: number): number {
    return this.order.filter((row) => row >= first && row <= last).length;
  }

  /** The line of a row; of one that is not shown the nearest below it. */
  lineOf(row: number): number {
    const line = this.lines.get(row);
    if (line !== undefined) return line;
    const below = this.order.findIndex((one) => one >= row);
    return below === -1 ? row - (this.order.at(-1) ?? 0) + this.order.length : below + 1;
  }

  /** How many lines stay above and columns at the left. */
  get freeze(): { readonly rows: number; readonly columns: number } {
    const { rows = 0, columns = 0 } = this.sheet.freeze ?? {};
    const last = this.tab.shown({ row: rows, column: columns });
    const lines = this.order.findIndex((row) => row > last.row);
    return { rows: lines === -1 ? Math.min(last.row, this.rowCount) : lines, columns: last.column };
  }

  /** Where a drawn place is shown, or would be. */
  shown(drawn: CellPlace): CellPlace {
    const { row, column } = this.tab.shown(drawn);
    return { row: this.lineOf(row), column };
  }

  /** Whether the row of a drawn place is among those shown. */
  isShown(drawn: CellPlace): boolean {
    return this.lines.has(this.tab.shown(drawn).row);
  }

  /** What is drawn in a place; `undefined` where it is the clerk's own. */
  drawnPlace(line: number, column: number): CellPlace | undefined {
    return this.tab.drawnPlace(this.rowNumber(line), column);
  }

  /** What may be typed into a place; `undefined` where nothing is taken in. */
  editRule(line: number, column: number): EditRule | undefined {
    return this.tab.editRule(this.rowNumber(line), column);
  }

  /** Of all columns together. */
  get totalWidth(): number {
    const last = this.columns.at(-1);
    return last === undefined ? 0 : last.left + last.width;
  }

  rowHeight(line: number): number {
    return this.tab.rowHeight(this.rowNumber(line));
  }

  /** Of the lines from the first to the one before `line`. */
  rowTop(line: number): number {
    const { tops } = this;
    let last = tops.at(-1) ?? 0;
    for (let above = tops.length; above < line; above++) {
      last += this.rowHeight(above);
      tops.push(last);
    }
    return tops[line - 1] ?? 0;
  }

  /** Left edge of any column, also one to the right of all that hold something. */
  columnLeft(column: number): number {
    const shown = this.columns.find(({ at }) => at >= column);
    if (shown !== undefined) return shown.left;
    let left = this.totalWidth;
    for (let at = (this.columns.at(-1)?.at ?? 0) + 1; at < column; at++) left += this.columnWidth(at);
    return left;
  }

  /** Of any column, in pixels. */
  columnWidth(at: number): number {
    return this.widths.get(at) ?? this.tab.columnWidth(at);
  }

  content(line: number, column: number): CellContent {
    return this.tab.content(this.rowNumber(line), column);
  }

  /** What a place holds in words. */
  text(line: number, column: number): string {
    return this.tab.text(this.rowNumber(line), column);
  }

  /** The joined cells a place is part of, as far as their lines stand together. */
  mergeAt(line: number, column: number): CellRange | undefined {
    const merge = this.tab.mergeAt(this.rowNumber(line), column);
    if (merge === undefined) return undefined;
    const isIn = (at: number) => {
      const row = this.order[at - 1] ?? 0;
      return row >= merge.top && row <= merge.bottom;
    };
    let [top, bottom] = [line, line];
    while (isIn(top - 1)) top -= 1;
    while (isIn(bottom + 1)) bottom += 1;
    return { ...merge, top, bottom };
  }

  /** The cell at a place; `undefined` where it is covered by a merge. */
  cell(line: number, column: number): GridCell | undefined {
    const merge = this.mergeAt(line, column);
    const spanned =
      merge === undefined ? [] : this.columns.filter(({ at }) => at >= merge.left && at <= merge.right);
    if (merge !== undefined && (merge.top !== line || spanned[0]?.at !== column)) return undefined;
    const row = this.rowNumber(line);
    const origin = (merge && this.tab.mergeAt(row, column)) ?? { top: row, left: column };
    const format = this.tab.format(origin.top, origin.left);
    const value = contentValue(this.tab.content(origin.top, origin.left));
    const spill =
      merge === undefined && typeof value === 'string' ? this.spill(line, column, format) : undefined;
    return {
      text: this.tab.text(origin.top, origin.left),
      format,
      kind: typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'truth' : 'text',
      rowSpan: merge === undefined ? 1 : merge.bottom - merge.top + 1,
      columnSpan: Math.max(1, spanned.length),
      ...(spill === undefined ? {} : { spill }),
    };
  }

  /** A text at the left of its cell that is not wrapped runs on as far as the cells beside it are empty. */
  private spill(line: number, column: number, { wrap, horizontal = 'left' }: CellLook): number | undefined {
    if (wrap === true || horizontal !== 'left' || this.text(line, column) === '') return undefined;
    const own = this.columns.findIndex(({ at }) => at === column);
    let width = this.columnWidth(column);
    for (const beside of this.columns.slice(own + 1)) {
      if (this.isTaken(line, beside.at)) break;
      width += beside.width;
    }
    return width === this.columnWidth(column) ? undefined : width;
  }

  private isTaken(line: number, column: number): boolean {
    return this.mergeAt(line, column) !== undefined || this.text(line, column) !== '';
  }
}
