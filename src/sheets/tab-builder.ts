import { columnLetters, type CellRange } from '../base/raw-sheet';
import type { CellContent, CellFormat, RangeFormat, SheetBlueprint, TableBlueprint } from '../base/blueprint';
import { COLOR, FORMAT } from './theme';

/** One column of a tab's main table. */
export interface TabColumn {
  readonly header: string;
  /** In characters; a Chinese character takes two. */
  readonly width: number;
  readonly format?: CellFormat;
  readonly hidden?: boolean;
}

export interface TitledTable {
  readonly name: string;
  readonly title: string;
  /** Second line: the day and period the tab speaks of. */
  readonly subtitle: CellContent;
  readonly sample: boolean;
  readonly columns: readonly TabColumn[];
  readonly rows: readonly (readonly CellContent[])[];
  /** Over so many columns stand title and subtitle; over all of them where nothing is said. */
  readonly headWidth?: number;
  /** Excel's name for the table; without it the range is formatted but no table. */
  readonly table?: string;
}

/** Title, subtitle and header stand above the data. */
export const HEADER_ROW = 3;
export const FIRST_ROW = HEADER_ROW + 1;

export function range(top: number, left: number, bottom: number, right: number): CellRange {
  return { top, left, bottom, right };
}

/** The last row that a sheet can have. */
const LAST_ROW = 1_048_576;

/** The columns from the first to the last named, however far down they go. */
export function columnsTo(last: number): CellRange {
  return range(1, 1, LAST_ROW, last);
}

/** “$A$4:$A$143”, for formulas. */
export function absolute(target: CellRange): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row}`;
  const start = corner(target.top, target.left);
  const end = corner(target.bottom, target.right);
  return start === end ? start : `${start}:${end}`;
}

/** “台账!$A$4:$A$143”. */
export function onSheet(sheet: string, target: CellRange): string {
  return `${sheet}!${absolute(target)}`;
}

/** A sheet of cells and widths and nothing else: what every tab starts from. */
export function plainSheet(
  name: string,
  cells: SheetBlueprint['cells'],
  columnWidths: readonly number[],
): SheetBlueprint {
  return {
    name,
    visibility: 'visible',
    columnWidths,
    cells,
    formats: [],
    rowHeights: [],
    merges: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    pivots: [],
    notes: [],
    showGridlines: false,
  };
}

/**
 * The form all tabs share: a centred title over the columns, a subtitle, one header row, the rows. An empty table keeps
 * one blank row, as Excel's tables must.
 */
export function titledTable(tab: TitledTable): SheetBlueprint {
  const width = tab.columns.length;
  const { headWidth = width } = tab;
  const blank = Array.from({ length: width }, () => null);
  const rows = tab.rows.length === 0 ? [blank] : tab.rows;
  const lastRow = HEADER_ROW + rows.length;
  const firstLine = (content: CellContent): CellContent[] => [content, ...blank.slice(1)];
  const cells = [
    firstLine(tab.title),
    firstLine(tab.subtitle),
    tab.columns.map((column) => column.header),
    ...rows,
  ];
  const widths = tab.columns.map((column) => column.width);
  return {
    ...plainSheet(tab.name, cells, widths),
    hiddenColumns: tab.columns.flatMap((column, index) => (column.hidden === true ? [index + 1] : [])),
    formats: [
      { range: range(1, 1, 1, width), format: FORMAT.title },
      { range: range(2, 1, 2, width), format: subtitleFormat(tab.sample) },
      { range: range(HEADER_ROW, 1, HEADER_ROW, width), format: FORMAT.header },
      { range: range(FIRST_ROW, 1, lastRow, width), format: FORMAT.body },
      ...columnFormats(tab.columns, FIRST_ROW, lastRow),
    ],
    rowHeights: [
      { row: 1, points: 32 },
      { row: 2, points: 20 },
      { row: HEADER_ROW, points: 26 },
    ],
    merges: [range(1, 1, 1, headWidth), range(2, 1, 2, headWidth)],
    tables: tab.table === undefined ? [] : [tableOver(tab.table, lastRow, width)],
    freeze: { rows: HEADER_ROW, columns: 0 },
  };
}

function tableOver(name: string, lastRow: number, width: number): TableBlueprint {
  return {
    name,
    range: range(HEADER_ROW, 1, lastRow, width),
    style: 'TableStyleLight1',
    banded: false,
  };
}

export function subtitleFormat(sample: boolean): CellFormat {
  return sample ? { ...FORMAT.subtitle, color: COLOR.sample, bold: true } : FORMAT.subtitle;
}

function columnFormats(columns: readonly TabColumn[], top: number, bottom: number): readonly RangeFormat[] {
  return columns.flatMap(({ format }, index) =>
    format === undefined ? [] : [{ range: range(top, index + 1, bottom, index + 1), format }],
  );
}
