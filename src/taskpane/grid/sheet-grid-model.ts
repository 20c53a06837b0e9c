import type { CellRange } from '../../base/raw-sheet';
import type { CellContent, CellFormat, ConditionalFormat, SheetBlueprint } from '../../base/blueprint';
import { evaluator } from '../../base/expression/evaluator';
import { contentValue } from '../../base/content-value';

/** A cell as the grid draws it. */
export interface GridCell {
  readonly text: string;
  readonly format: CellFormat;
  readonly rowSpan: number;
  readonly columnSpan: number;
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

/** A tab as the grid draws it: formats laid one over the other, conditional ones on top, merged cells joined. */
export class SheetGridModel {
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  private readonly rules: readonly ConditionalRule[];
  private readonly heights: ReadonlyMap<number, number>;

  constructor(readonly sheet: SheetBlueprint) {
    const hidden = new Set(sheet.hiddenColumns ?? []);
    const widest = sheet.cells.reduce((most, row) => Math.max(most, row.length), 0);
    const columns: GridColumn[] = [];
    for (let at = 1, left = 0; at <= widest; at++) {
      if (hidden.has(at)) continue;
      const width = this.columnWidth(at);
      columns.push({ at, width, left });
      left += width;
    }
    this.columns = columns;
    this.rules = sheet.conditionalFormats.map(({ range, condition, format }) => ({
      range,
      format,
      holds: evaluator(condition),
    }));
    this.rowCount = sheet.cells.length;
    this.heights = new Map(sheet.rowHeights.map(({ row, points }) => [row, Math.round(points * POINT_PX)]));
  }

  /** Of all columns together. */
  get width(): number {
    const last = this.columns.at(-1);
    return last === undefined ? 0 : last.left + last.width;
  }

  rowHeight(row: number): number {
    return this.heights.get(row) ?? DEFAULT_ROW_PX;
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
    let left = this.width;
    for (let at = (this.columns.at(-1)?.at ?? 0) + 1; at < column; at++) left += this.columnWidth(at);
    return left;
  }

  /** Of any column, in pixels. */
  columnWidth(at: number): number {
    return (this.sheet.columnWidths[at - 1] ?? DEFAULT_WIDTH) * CHARACTER_PX + COLUMN_PADDING_PX;
  }

  private readonly value = (row: number, column: number): Value => contentValue(this.content(row, column));

  content(row: number, column: number): CellContent {
    return this.sheet.cells[row - 1]?.[column - 1] ?? null;
  }

  /** The joined cells a place is part of. */
  mergeAt(row: number, column: number): CellRange | undefined {
    return this.sheet.merges.find((range) => contains(range, row, column));
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
    return {
      text: shownValue(this.content(row, column), format.numberFormat),
      format,
      rowSpan: merge === undefined ? 1 : merge.bottom - merge.top + 1,
      columnSpan: Math.max(1, spanned.length),
    };
  }

  private format(row: number, column: number): CellFormat {
    let format: CellFormat = {};
    for (const layer of this.sheet.formats) {
      if (contains(layer.range, row, column)) format = { ...format, ...layer.format };
    }
    const rule = this.rules.find(
      ({ range, holds }) => contains(range, row, column) && holds((at) => this.value(row, at)) === true,
    );
    return rule === undefined ? format : { ...format, ...rule.format };
  }
}
