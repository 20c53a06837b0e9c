import type { CalendarDate } from './calendar';
import type { Expression } from './expression/expression';
import type { CellRange } from './raw-sheet';

/** A whole workbook, or the tabs to put into one. */
export interface WorkbookBlueprint {
  readonly sheets: readonly SheetBlueprint[];
  /**
   * The names of the tabs in the order in which a live workbook is given them: a write that stops half way leaves the later
   * ones as they were. Those not named come last. Default: as they stand.
   */
  readonly writeOrder?: readonly string[];
  /** Names the formulas use, each for one cell or range. */
  readonly names: readonly DefinedName[];
  /** Shown in the file's properties. */
  readonly title: string;
  /** The tab in front when the file is opened. */
  readonly activeSheet: string;
  /** Not empty while a live workbook is being written: where it stays so, the write has stopped half way. */
  readonly mark?: WriteMark;
  /** Must still hold its text when a live workbook is written; otherwise nothing is written. */
  readonly guard?: WriteMark;
}

/** A cell with a text that says how far a write has come. */
export interface WriteMark {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}

/** One tab, described once and played by either host. Rows and columns count from 1. */
export interface SheetBlueprint {
  readonly name: string;
  /**
   * Of a tab that is not there yet: its name in a live workbook until it is whole, protected and all. A tab that bears it
   * already was begun and not finished.
   */
  readonly workingName?: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** `RRGGBB`. */
  readonly tabColor?: string;
  /** Width of each column, in characters of the default font (a Chinese character takes two). */
  readonly columnWidths: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Row by row from A1; every row as long as the widest. */
  readonly cells: readonly (readonly CellContent[])[];
  /** Applied in order; a later one wins, property by property. */
  readonly formats: readonly RangeFormat[];
  /** Heights in points of rows that do not keep the default; a `fitted` one may change with the row's text. */
  readonly rowHeights: readonly {
    readonly row: number;
    readonly points: number;
    readonly fitted?: true;
  }[];
  readonly merges: readonly CellRange[];
  readonly tables: readonly TableBlueprint[];
  readonly validations: readonly RangeValidation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly charts: readonly ChartBlueprint[];
  readonly pivots: readonly PivotBlueprint[];
  readonly notes: readonly CellNote[];
  /** Rows above and columns left of the frozen line. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** A filter over a range that is no table. */
  readonly autoFilter?: CellRange;
  /** With it, every cell is locked but those of `unlocked`. No password: it guards against slips, not people. */
  readonly protection?: { readonly unlocked: readonly CellRange[] };
  readonly print?: PrintSetup;
  readonly showGridlines: boolean;
}

/** A string is always text, whatever it begins with; formulas and links say so. */
export type CellContent = string | number | boolean | null | DateCell | FormulaCell | LinkCell;

/** Stored as a serial number; needs a date format. */
export interface DateCell {
  readonly date: CalendarDate;
}

export interface FormulaCell {
  /** Without the leading “=”, English function names, comma as separator. */
  readonly formula: string;
  /** What the formula gives now: written beside it, so that viewers that do not compute show it. */
  readonly result: string | number | boolean;
}

/** A link to a cell of the same workbook. */
export interface LinkCell {
  readonly text: string;
  readonly sheet: string;
  readonly cell: string;
}

export interface RangeFormat {
  readonly range: CellRange;
  readonly format: CellFormat;
}

export interface CellFormat {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly font?: string;
  /** `RRGGBB`. */
  readonly color?: string;
  /** `RRGGBB`. */
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Thin lines on all four sides of every cell, `RRGGBB`. */
  readonly border?: string;
  readonly numberFormat?: string;
}

export interface TableBlueprint {
  /** Unique in the workbook; letters (Chinese too), digits, underscore. */
  readonly name: string;
  /** Header row included. */
  readonly range: CellRange;
  /** Excel's built-in style. */
  readonly style: 'TableStyleLight1' | 'TableStyleLight9' | 'TableStyleMedium2';
  readonly banded: boolean;
}

export interface RangeValidation {
  readonly range: CellRange;
  readonly rule: ValidationRule;
  readonly prompt: ValidationMessage;
  readonly error: ValidationMessage;
}

/** Title at most 32 characters, text at most 255: Excel's limits. */
export interface ValidationMessage {
  readonly title: string;
  readonly text: string;
}

export type ValidationRule =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  /** One of what stands in the cells of a name: for a list that is too long to be said in the rule. */
  | { readonly kind: 'namedList'; readonly name: string }
  | { readonly kind: 'wholeNumber'; readonly min: number; readonly max: number }
  | { readonly kind: 'decimal'; readonly min: number; readonly max: number }
  | { readonly kind: 'date'; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: 'textLength'; readonly max: number };

/** One rule over one contiguous range: the condition is judged in each row of it, over the columns it names by number. */
export interface ConditionalFormat {
  readonly range: CellRange;
  readonly condition: Expression<number, boolean>;
  readonly format: { readonly fill?: string; readonly color?: string; readonly bold?: boolean };
}

export interface ChartBlueprint {
  readonly name: string;
  readonly title: string;
  readonly kind: 'stackedBar' | 'stackedColumn' | 'clusteredBar' | 'clusteredColumn' | 'line';
  /** Sheet the figures stand on. */
  readonly sheet: string;
  readonly categories: CellRange;
  readonly series: readonly {
    readonly nameCell: { readonly row: number; readonly column: number };
    /** What stands in that cell: Excel is told a series' name as a text. */
    readonly name: string;
    readonly values: CellRange;
    readonly color: string;
  }[];
  /** Where it lies on this tab. */
  readonly place: CellRange;
  readonly valueAxisTitle?: string;
}

/** A native PivotTable over a table of the workbook. */
export interface PivotBlueprint {
  readonly name: string;
  readonly sourceTable: string;
  /** Report filters, one below the other above the table; with `item` only its rows count. */
  readonly filters: readonly { readonly field: string; readonly item?: string }[];
  /** Several stand in one column, those of the first folded up until somebody opens one. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly PivotValueField[];
  /** Whether each row has its total at the right. */
  readonly rowTotals: boolean;
  /** Caption of the value by which the items of the first row field are sorted, the largest first; by name without it. */
  readonly sortBy?: string;
  /** The first cell of the table; `filters` stand above it, with an empty row between. */
  readonly anchor: { readonly row: number; readonly column: number };
  /** Buttons beside the table that filter it, and others of its tab in hosts that can connect them. */
  readonly slicers?: readonly SlicerBlueprint[];
}

/** Buttons with the values of a field: the ones that are pressed count. */
export interface SlicerBlueprint {
  /** Unlike that of every other one in the workbook. */
  readonly name: string;
  /** What stands above the buttons. */
  readonly caption: string;
  readonly field: string;
  /** The cells over which it lies on its tab. */
  readonly place: CellRange;
  /** The same in points from the corner of the tab, for a host that takes no cells. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  /** How many buttons stand side by side. */
  readonly columns: number;
}

export interface PivotValueField {
  readonly field: string;
  readonly caption: string;
  /** `average` leaves out what is no number. */
  readonly summarize: 'sum' | 'count' | 'average';
  readonly numberFormat: '0' | '0%';
  /** Shown as a share of its row’s total. */
  readonly shareOfRow?: true;
}

export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface PrintSetup {
  readonly paper: 'A3' | 'A4';
  readonly orientation: 'portrait' | 'landscape';
  /** First and last row to repeat on each page that comes after them. */
  readonly repeatRows?: { readonly from: number; readonly to: number };
  readonly area?: CellRange;
  /** Fit the width to one page; the height flows, unless it is to fit too. */
  readonly fitWidth: boolean;
  readonly fitHeight?: true;
  /** In per cent; only where the width is not fitted. */
  readonly scale?: number;
  /** Columns with which a new page begins; only where the width is not fitted. */
  readonly breakBefore?: readonly number[];
  /** Rows with which a new page begins. */
  readonly breakAbove?: readonly number[];
  /** In millimetres. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  /** “第 X 页 共 Y 页” stands in the middle of the foot; this on its left. */
  readonly footerLeft: string;
}
