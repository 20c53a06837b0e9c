import type { CellRange } from '../../base/raw-sheet';
import type { CellContent, CellFormat, ConditionalFormat, SheetBlueprint } from '../../base/blueprint';
import { evaluator } from '../../base/expression/evaluator';
import { contentValue } from '../../base/content-value';
import { editRule, type EditRule } from '../../app/changes/edit-cells';
import { FORMAT } from '../../sheets/theme';
import type { CellPlace } from './selection';
import type { StandingPlaces } from './standing-places';

/** A cell as the grid draws it. */
export interface GridCell {
  readonly text: string;
  readonly format: CellFormat;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Width in pixels over which its text runs on, its own included: into empty cells to its right, as in Excel. */
  readonly spill?: number;
}

type Value = ReturnType<typeof contentValue>;

/** The value as Excel would show it, for the few number formats the product uses. */
export function shownValue(content: CellContent, numberFormat: string | undefined): string {
  if (content !== null && typeof content === 'object' && 'date' in content) return content.date;
  const value = contentValue(content);
  if (value === null) return '';
  if (typeof value !== 'number' || numberFormat === undefined) return String(value);
  if (numberFormat === '0.0%') return `${(value * 100).toFixed(1)}%`;
  if (numberFormat === 'yyyy-mm-dd') return dateOfSerial(value);
  const suffix = /^0"([^"]*)"$/.exec(numberFormat)?.[1];
  return suffix === undefined ? String(value) : `${Math.round(value)}${suffix}`;
}

const SERIAL_ORIGIN = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

function dateOfSerial(serial: number): string {
  return new Date(SERIAL_ORIGIN + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

function contains({ top, left, bottom, right }: CellRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Width of one character of the workbook's default font, what a column adds to its characters, and a point, in CSS pixels. */
const CHARACTER_PX = 7;
const COLUMN_PADDING_PX = 5;
export const POINT_PX = 96 / 72;
const DEFAULT_WIDTH = 9;
const DEFAULT_ROW_PX = 20;

/** A column that is shown: its number in the sheet, its width and its distance from the first, in pixels. */
export interface GridColumn {
  readonly at: number;
  readonly width: number;
  readonly left: number;
}

/** A conditional format, its condition ready to be asked. */
interface ConditionalRule extends Pick<ConditionalFormat, 'range' | 'format'> {
  readonly holds: ReturnType<typeof evaluator<number, boolean>>;
}

/**
 * A tab as the grid draws it: formats laid one over the other, conditional ones on top, merged cells joined. Where it stands in a
 * workbook of the clerk's, rows and columns are that workbook's, and what the clerk has among them is shown.
 */
export class SheetGridModel {
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  private readonly rules: readonly ConditionalRule[];
  private readonly heights: ReadonlyMap<number, number>;

  /** @param places Where it stands; nothing where it stands as it is drawn. */
  constructor(
    readonly sheet: SheetBlueprint,
    private readonly places?: StandingPlaces,
    private readonly merges = sheet.merges,
  ) {
    this.columns = this.shownColumns();
    this.rules = sheet.conditionalFormats.map(({ range, condition, format }) => ({
      range,
      format,
      holds: evaluator(condition),
    }));
    this.rowCount = places?.rowCount ?? sheet.cells.length;
    this.heights = new Map(sheet.rowHeights.map(({ row, points }) => [row, Math.round(points * POINT_PX)]));
  }

  private shownColumns(): readonly GridColumn[] {
    const hidden = new Set(this.sheet.hiddenColumns ?? []);
    const widest = this.sheet.cells.reduce((most, row) => Math.max(most, row.length), 0);
    const columns: GridColumn[] = [];
    for (let at = 1, left = 0; at <= (this.places?.columnCount ?? widest); at++) {
      const drawn = this.drawnColumn(at);
      if (drawn !== undefined && hidden.has(drawn)) continue;
      const width = this.columnWidth(at);
      columns.push({ at, width, left });
      left += width;
    }
    return columns;
  }

  get columnCount(): number {
    return this.places?.columnCount ?? this.sheet.columnWidths.length;
  }

  /** How many rows stay above and columns at the left. */
  get freeze(): { readonly rows: number; readonly columns: number } {
    const { rows = 0, columns = 0 } = this.sheet.freeze ?? {};
    const last = this.shown({ row: rows, column: columns });
    return { rows: last.row, columns: last.column };
  }

  /** Where a drawn place is shown. */
  shown(drawn: CellPlace): CellPlace {
    return this.places?.shown(drawn) ?? drawn;
  }

  /** What is drawn in a place; `undefined` where it is the clerk's own. */
  drawnPlace(row: number, column: number): CellPlace | undefined {
    return this.places === undefined ? { row, column } : this.places.drawnPlace(row, column);
  }

  private drawnColumn(column: number): number | undefined {
    return this.places === undefined ? column : this.places.drawnColumn(column);
  }

  /** What may be typed into a place; `undefined` where nothing is taken in. */
  editRule(row: number, column: number): EditRule | undefined {
    const drawn = this.drawnPlace(row, column);
    return drawn && editRule(this.sheet, drawn.row, drawn.column);
  }

  /** Of all columns together. */
  get totalWidth(): number {
    const last = this.columns.at(-1);
    return last === undefined ? 0 : last.left + last.width;
  }

  rowHeight(row: number): number {
    const { places } = this;
    const drawn = places === undefined ? row : places.drawnRow(row);
    if (drawn !== undefined) return this.heights.get(drawn) ?? DEFAULT_ROW_PX;
    return places?.ownHeight(row, (column) => this.width(column)) ?? DEFAULT_ROW_PX;
  }

  /** Of the rows from the first to the one before `row`. */
  rowTop(row: number): number {
    let top = 0;
    for (let above = 1; above < row; above++) top += this.rowHeight(above);
    return top;
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
    return this.width(at) * CHARACTER_PX + COLUMN_PADDING_PX;
  }

  /** In characters. */
  private width(at: number): number {
    const drawn = this.drawnColumn(at);
    const width = drawn === undefined ? this.places?.ownWidth(at) : this.sheet.columnWidths[drawn - 1];
    return width ?? DEFAULT_WIDTH;
  }

  content(row: number, column: number): CellContent {
    const drawn = this.drawnPlace(row, column);
    const content = drawn === undefined ? null : this.drawnContent(drawn);
    return content === null || content === '' ? (this.places?.own(row, column) ?? content) : content;
  }

  private drawnContent({ row, column }: CellPlace): CellContent {
    return this.sheet.cells[row - 1]?.[column - 1] ?? null;
  }

  /** The joined cells a place is part of. */
  mergeAt(row: number, column: number): CellRange | undefined {
    return this.merges.find((range) => contains(range, row, column));
  }

  /** What a place shows; empty where it is covered by a merge. */
  text(row: number, column: number): string {
    return shownValue(this.content(row, column), this.format(row, column).numberFormat);
  }

  /** The cell at a place; `undefined` where it is covered by a merge. */
  cell(row: number, column: number): GridCell | undefined {
    const merge = this.mergeAt(row, column);
    if (merge !== undefined && (merge.top !== row || merge.left !== column)) return undefined;
    const format = this.format(row, column);
    const spanned = this.columns.filter(
      ({ at }) => merge !== undefined && at >= merge.left && at <= merge.right,
    );
    const spill = merge === undefined ? this.spill(row, column, format) : undefined;
    return {
      text: shownValue(this.content(row, column), format.numberFormat),
      format,
      rowSpan: merge === undefined ? 1 : merge.bottom - merge.top + 1,
      columnSpan: Math.max(1, spanned.length),
      ...(spill === undefined ? {} : { spill }),
    };
  }

  /** A text at the left of its cell that is not wrapped runs on as far as the cells beside it are empty. */
  private spill(row: number, column: number, { wrap, horizontal = 'left' }: CellFormat): number | undefined {
    if (wrap === true || horizontal !== 'left') return undefined;
    const value = contentValue(this.content(row, column));
    if (typeof value !== 'string' || value === '') return undefined;
    const own = this.columns.findIndex(({ at }) => at === column);
    const beside = this.columns.slice(own + 1);
    const end = beside.findIndex(({ at }) => this.isTaken(row, at));
    const empty = end === -1 ? beside : beside.slice(0, end);
    if (empty.length === 0) return undefined;
    return empty.reduce((sum, { width }) => sum + width, this.columnWidth(column));
  }

  private isTaken(row: number, column: number): boolean {
    return this.mergeAt(row, column) !== undefined || this.text(row, column) !== '';
  }

  private format(row: number, column: number): CellFormat {
    const drawn = this.drawnPlace(row, column);
    if (drawn === undefined) return this.content(row, column) === null ? {} : FORMAT.body;
    let format: CellFormat = {};
    for (const layer of this.sheet.formats) {
      if (contains(layer.range, drawn.row, drawn.column)) format = { ...format, ...layer.format };
    }
    const value = (column: number): Value => contentValue(this.drawnContent({ row: drawn.row, column }));
    const rule = this.rules.find(
      ({ range, holds }) => contains(range, drawn.row, drawn.column) && holds(value) === true,
    );
    return rule === undefined ? format : { ...format, ...rule.format };
  }
}
