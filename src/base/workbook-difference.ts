import type {
  CellContent,
  CellFormat,
  CellNote,
  ChartBlueprint,
  ConditionalFormat,
  DefinedName,
  PivotBlueprint,
  PrintSetup,
  RangeFormat,
  RangeValidation,
  SheetBlueprint,
  WriteMark,
} from './blueprint';
import type { CellRange } from './raw-sheet';

/**
 * What has to change in a workbook as it stands, so that it shows another state of the ledger. Everything that is not named
 * here stays: it may be the clerk's. All rows and columns are the workbook's own, counted after the rows of
 * `insertedRows` have moved down.
 */
export interface WorkbookDifference {
  /** Tabs in the order in which a live workbook is to take them: a write that stops half way leaves the later ones as they were. */
  readonly tabs: readonly TabDifference[];
  /** Our tabs from left to right, by their names in the workbook. A new tab goes behind the nearest one before it in this list. */
  readonly order: readonly string[];
  /** Names of the workbook that may be new or lie elsewhere; one that lies there already needs no change. */
  readonly names: readonly DefinedName[];
  /** Brought to the front; nothing where the clerk's choice stays. */
  readonly activeSheet?: string;
  /** Shown in the file's properties when the workbook has no title yet. */
  readonly title: string;
  readonly mark?: WriteMark;
  /** A cell that must still hold this text when a live workbook is changed; otherwise nothing is changed. */
  readonly guard?: WriteMark;
}

export type TabDifference = DrawnTab | ChangedTab;

/** A tab that is not there, or is to be drawn anew as a whole: then what stands on it outside of our cells stays. */
export interface DrawnTab {
  readonly kind: 'draw';
  readonly sheet: SheetBlueprint;
}

/** The changes of one tab that is there. A list that is empty changes nothing. */
export interface ChangedTab {
  readonly kind: 'change';
  /** Its name in the workbook. */
  readonly sheet: string;
  /**
   * Rows inserted over the whole width, topmost first; `before` counts with the earlier ones already inserted. As in Excel
   * everything follows: cells, formulas, ranges, names, notes, pictures.
   */
  readonly insertedRows: readonly { readonly before: number; readonly count: number }[];
  /** Values and formulas; the cell keeps its look. `null` empties it. */
  readonly cells: readonly CellChange[];
  /** The whole look of these cells; other cells keep theirs. */
  readonly formats: readonly RangeFormat[];
  /** What changes in the looks of cells that stay; none of them lies in a range of `formats`. */
  readonly details: readonly LookDetail[];
  /**
   * Heights in points, `null` the default one. A row whose height is neither `was` nor left to Excel was set by the clerk
   * and keeps it.
   */
  readonly rowHeights: readonly {
    readonly row: number;
    readonly points: number | null;
    readonly was: number | null;
  }[];
  /**
   * Excel tables that cover other rows: only the rows of `range` count, from the header to the last row of data, a row of totals
   * lies below it. The table keeps its columns, the clerk's among them, and calculated columns go on in the new rows.
   */
  readonly tables: readonly { readonly name: string; readonly range: CellRange }[];
  readonly merges: ListDifference<CellRange>;
  readonly validations: ListDifference<RangeValidation>;
  /** Rules to remove are identified by range and formula. */
  readonly conditionalFormats: ListDifference<ConditionalFormat>;
  /** Our own notes, identified by cell and text. */
  readonly notes: ListDifference<CellNote>;
  /** Charts of ours by name: one that is removed and added changes its ranges and keeps its place and looks. */
  readonly charts: ListDifference<ChartBlueprint>;
  /** One that is removed and added has new figures: its source is read anew, and the clerk's turning of it stays. */
  readonly pivots: PivotDifference;
  /** Which rows repeat in print and what the foot says, when they change; margins and paper stay as they are. */
  readonly print?: PrintSetup;
  /** Rows with which a new page begins, and those with which none of ours begins any more. */
  readonly pageBreaks: ListDifference<number>;
  /** What is printed, where that changes: only where it is still what it was drawn as. */
  readonly printArea?: { readonly was: CellRange; readonly now: CellRange };
}

/** These cells get another size of letters or number format; all else of their looks stays, for it may be the clerk's. */
export interface LookDetail {
  readonly range: CellRange;
  readonly format: DetailFormat;
}

export type DetailFormat = Pick<CellFormat, 'size' | 'numberFormat'>;

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /**
   * The number format its tab gives the cell, when it is not General. It is not set by this; a live workbook tells by it how
   * it will read an entry.
   */
  readonly numberFormat?: string;
  /** The cell is a link so far. */
  readonly wasLink?: true;
  /** Somebody emptied it, perhaps by merging it with others: an open workbook takes nothing in beneath a merge. */
  readonly wasEmptied?: true;
}

export interface PivotDifference extends ListDifference<PivotBlueprint> {
  /** Names of those that stand where the tab is drawn anew: they go and come again in their place. */
  readonly inTheWay?: readonly string[];
}

export interface ListDifference<Item> {
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** Something of ours that did not come because the clerk has something of that kind in its place. */
export interface GaveWay {
  readonly what: 'merge' | 'validation' | 'note' | 'link' | 'pivot';
  readonly sheet: string;
  /** “C12”, “A4:C4”, as the workbook then is. */
  readonly cells: string;
}
