import { columnsOf, isEntireColumns, isEntireRows, isUnbounded, rowsOf, type Rect } from './address';
import { normalStyle, type Style } from './style';
import type { CellValue } from './values';

export interface Cell {
  value: CellValue;
  /** Without the leading “=”. */
  formula?: string | undefined;
  /** Entered with a leading apostrophe. */
  quoted?: boolean | undefined;
  /** Filled by a formula that spills from another cell. */
  spilled?: boolean | undefined;
  style?: Style | undefined;
  link?: Hyperlink | undefined;
}

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export interface RowData {
  readonly cells: Map<number, Cell>;
  style?: Style | undefined;
  /** Points; undefined: as high as its content. */
  height?: number | undefined;
  hidden: boolean;
}

export interface ColumnData {
  style?: Style | undefined;
  /** Points; undefined: the standard width. */
  width?: number | undefined;
  hidden: boolean;
}

/** 8.43 characters of the Normal font, in points. */
const standardWidth = 48;
const standardHeight = 15;

/** The cells of one sheet, sparse, with what is said of whole rows and columns. */
export class Grid {
  readonly rows = new Map<number, RowData>();
  readonly columns = new Map<number, ColumnData>();

  cell(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.cells.get(column);
  }

  value(row: number, column: number): CellValue {
    return this.cell(row, column)?.value ?? null;
  }

  ensureCell(row: number, column: number): Cell {
    const { cells } = this.ensureRow(row);
    const known = cells.get(column);
    if (known) return known;
    const cell: Cell = { value: null };
    cells.set(column, cell);
    return cell;
  }

  ensureRow(row: number): RowData {
    const known = this.rows.get(row);
    if (known) return known;
    const data: RowData = { cells: new Map(), hidden: false };
    this.rows.set(row, data);
    return data;
  }

  ensureColumn(column: number): ColumnData {
    const known = this.columns.get(column);
    if (known) return known;
    const data: ColumnData = { hidden: false };
    this.columns.set(column, data);
    return data;
  }

  styleAt(row: number, column: number): Style {
    const rowData = this.rows.get(row);
    return (
      rowData?.cells.get(column)?.style ?? rowData?.style ?? this.columns.get(column)?.style ?? normalStyle
    );
  }

  /** Restyles a block; of whole rows and columns also the cells that do not exist yet. */
  restyle(rect: Rect, change: (style: Style) => Style): void {
    if (isEntireColumns(rect)) this.restyleColumns(rect, change);
    else if (isEntireRows(rect)) this.restyleRows(rect, change);
    else {
      for (let row = rect.top; row <= rect.bottom; row += 1) {
        for (let column = rect.left; column <= rect.right; column += 1) {
          const style = change(this.styleAt(row, column));
          this.ensureCell(row, column).style = style;
        }
      }
    }
  }

  private restyleColumns(rect: Rect, change: (style: Style) => Style): void {
    for (const [row, data] of this.rows) {
      for (const [column, cell] of data.cells) {
        if (column >= rect.left && column <= rect.right) cell.style = change(this.styleAt(row, column));
      }
    }
    for (let column = rect.left; column <= rect.right; column += 1) {
      const data = this.ensureColumn(column);
      data.style = change(data.style ?? normalStyle);
    }
  }

  private restyleRows(rect: Rect, change: (style: Style) => Style): void {
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      const data = this.ensureRow(row);
      for (const [column, cell] of data.cells) cell.style = change(this.styleAt(row, column));
      data.style = change(data.style ?? normalStyle);
    }
  }

  /** Back to Normal: cells, whole rows and columns, and cells that would take after a row or column left as it is. */
  resetStyles(rect: Rect): void {
    for (const [, , cell] of this.cellsIn(rect)) cell.style = normalStyle;
    const columns = [...this.columns].filter(([column]) => column >= rect.left && column <= rect.right);
    const rows = [...this.rows].filter(([row]) => row >= rect.top && row <= rect.bottom);
    if (isEntireColumns(rect)) for (const [, data] of columns) data.style = undefined;
    if (isEntireRows(rect)) for (const [, data] of rows) data.style = undefined;
    const inherits = [...columns, ...rows].some(([, data]) => data.style !== undefined);
    if (inherits && !isUnbounded(rect)) this.restyle(rect, () => normalStyle);
  }

  /** Existing cells of a block, by row and column. */
  *cellsIn(rect: Rect): Generator<readonly [row: number, column: number, cell: Cell]> {
    for (const row of existing(this.rows, rect.top, rect.bottom, rowsOf(rect))) {
      const cells = this.rows.get(row)?.cells;
      if (!cells) continue;
      for (const column of existing(cells, rect.left, rect.right, columnsOf(rect))) {
        const cell = cells.get(column);
        if (cell) yield [row, column, cell];
      }
    }
  }

  /** The smallest block around everything inside `within`, or undefined when there is nothing. */
  usedRect(within: Rect, valuesOnly: boolean): Rect | undefined {
    let used: Rect | undefined;
    for (const [row, column, cell] of this.cellsIn(within)) {
      const formatted = !valuesOnly && cell.style !== undefined && cell.style !== normalStyle;
      if (cell.value === null && cell.formula === undefined && !formatted) continue;
      used = used
        ? {
            top: Math.min(used.top, row),
            left: Math.min(used.left, column),
            bottom: Math.max(used.bottom, row),
            right: Math.max(used.right, column),
          }
        : { top: row, left: column, bottom: row, right: column };
    }
    return used;
  }

  widthOf(column: number): number {
    return this.columns.get(column)?.width ?? standardWidth;
  }

  heightOf(row: number): number {
    return this.rows.get(row)?.height ?? standardHeight;
  }
}

function existing(
  map: ReadonlyMap<number, unknown>,
  from: number,
  to: number,
  span: number,
): Iterable<number> {
  if (span <= map.size) {
    const wanted: number[] = [];
    for (let index = from; index <= to; index += 1) if (map.has(index)) wanted.push(index);
    return wanted;
  }
  return [...map.keys()].filter((index) => index >= from && index <= to).sort((a, b) => a - b);
}
