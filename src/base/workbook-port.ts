import type { CellRange, RawRow, RawWorkbook } from './raw-sheet';
import type { Severity } from './severity';
import type { WorkbookBlueprint } from './blueprint';
import type { GaveWay, WorkbookDifference } from './workbook-difference';

/**
 * The workbook a use case works on: an .xlsx in memory or a live one in Excel.
 * Sheets that a write does not name are left as they are.
 */
export interface WorkbookHost {
  /**
   * Every sheet with its values, formulas, formats, merges and hidden rows. With `parts` a host may leave out everything but
   * the values of these; the other sheets then come without rows.
   */
  read(parts?: TabParts): Promise<RawWorkbook>;
  /** Writes the tabs whole: new ones are added, those of the same name replaced, in the given order before foreign ones. */
  write(blueprint: WorkbookBlueprint): Promise<void>;
  /**
   * Changes what the difference names and leaves everything else as it is.
   * @returns what gave way to something of the clerk's
   * @throws RangeError when it changes a tab that is not there: nothing has been changed then.
   */
  change?(difference: WorkbookDifference): Promise<readonly GaveWay[]>;
  /** Reads what a change of the workbook begins from, where a person sits before it. */
  beginRevision?(parts: TabParts): Promise<WorkbookRevision>;
  /** Brings a tab to the front and selects a cell (“C12”). */
  select(sheet: string, cell: string): Promise<void>;
}

/** Tabs, or columns of them (“G:N”), in groups: Excel gives a group in one answer, one group after the other. */
export type TabParts = readonly (readonly TabPart[])[];

export interface TabPart {
  readonly tab: string;
  readonly columns?: string;
  /** Its formulas too, where they are not too much. */
  readonly formulas?: true;
  /** Neither measures nor entries make it longer: all that is wanted of it comes at once. */
  readonly isSmall?: true;
  /** Few workbooks have it: it is asked for once it is known to be there. */
  readonly isOptional?: true;
}

/**
 * How much of a tab's cells is known: everything, with what the formulas came to; all but that, where Excel works them out by
 * itself; the values alone; nothing.
 */
export type Reading = 'results' | 'formulas' | 'values' | 'nothing';

/** Somebody else has written the ledger since it was read: nothing has been written over it. */
export class WorkbookChangedError extends Error {
  override readonly name = 'WorkbookChangedError';
}

/** A change of a workbook that has been read for it. */
export interface WorkbookRevision {
  readonly workbook: RawWorkbook;
  /** How much of a tab was read. */
  reading(tab: string): Reading;
  /**
   * As `WorkbookHost.write`; and what stood in some cells the moment before: somebody may have typed there since the workbook
   * was read.
   * @throws WorkbookChangedError when the guard does not hold its text any more, as `change` does
   */
  write(blueprint: WorkbookBlueprint, cells: WatchedCells): Promise<readonly RawRow[]>;
  /**
   * Changes what the difference names and nothing else; gives what `write` gives. The watched cells, and the rows given back,
   * are where they were when the workbook was read: before rows were inserted. A host without it writes the tabs whole.
   */
  change?(difference: WorkbookDifference, cells: WatchedCells): Promise<readonly RawRow[]>;
}

/** Cells of one sheet, whose values are wanted. */
export interface WatchedCells {
  readonly sheet: string;
  readonly ranges: readonly CellRange[];
  readonly kept?: KeptCells;
}

/**
 * Copies of values, made right before the watched cells are overwritten: a sheet of their own that is gone again when the
 * write has come to its end and nothing was typed before it.
 */
export interface KeptCells {
  readonly sheet: string;
  /** In the same rows, from `column` on. */
  readonly copies: readonly { readonly sheet: string; readonly from: CellRange; readonly column: number }[];
}

/** The workbook open in Excel, with a person before it. */
export interface LiveWorkbook extends WorkbookHost {
  /** Name of the sheet in front. */
  activeSheet(): Promise<string>;
  /** The sheet in front whole; of the others the values of `parts`. */
  readActive(parts: TabParts): Promise<ActiveSheet>;
  /**
   * Marks cells in place with a fill and a note, in place of the marks an earlier call made. What stands in the cells and
   * their own formats are not touched. `false` when the sheet is protected and Excel keeps it so: nothing is marked then.
   */
  mark(active: Pick<ActiveSheet, 'sheet' | 'commented'>, marks: readonly CellMark[]): Promise<boolean>;
  /** Takes the marks away again. `false` as with `mark`. */
  clearMarks(sheet: string): Promise<boolean>;
  /** Calls back when somebody else has changed cells or sheets, as Excel reports it; the returned function stops that. */
  watch?(told: () => void): Promise<() => Promise<void>>;
  diagnosis?(): Diagnosis;
  /** Calls back when all but something that is only looked at could be done, the rest having been written. */
  onUndone?(told: (what: LeftUndone) => void): void;
  /** Opens a copy of an .xlsx in a window of its own, as a workbook not yet saved. */
  openCopy(bytes: Uint8Array): Promise<void>;
}

/** What is known of the Excel around the page: for whoever helps, without anything of the workbook. */
export interface Diagnosis {
  readonly platform: string;
  readonly version: string;
  readonly language: string;
  /** Requirement sets, with the highest version where there are several. */
  readonly sets: readonly string[];
  /** The last steps that Excel refused, the newest first. */
  readonly refused: readonly RefusedStep[];
}

export interface RefusedStep {
  readonly code: string;
  /** Excel's own code, and the member of the library that it refused. */
  readonly excelCode: string;
  readonly place: string;
}

/** Frozen panes, gridlines, the tab in front, a sheet that nobody needs any more; or notes; or slicers. */
export type LeftUndone = 'window' | 'notes' | 'slicers';

export interface ActiveSheet {
  readonly sheet: string;
  readonly workbook: RawWorkbook;
  /** Cells (“C12”) that carry notes or comments of their own; no second one fits there. */
  readonly commented: ReadonlySet<string>;
}

/** A file inside an archive. */
export interface PackedFile {
  /** Its path there, with forward slashes. */
  readonly name: string;
  /** @throws WorkbookFileError when it is torn or beyond a limit. */
  read(): Promise<Uint8Array>;
}

/** Workbook files that pass through the product's hands: forms going out, returns coming in. */
export interface WorkbookFiles {
  /**
   * Whether reading these bytes may never come to an end, so that they are only to be read where that can be ended from
   * outside, or where the same bytes were read there before.
   */
  mayHang(bytes: Uint8Array): boolean;
  /** @throws WorkbookFileError when the bytes are no workbook that can be read safely. */
  read(bytes: Uint8Array, file: string): Promise<RawWorkbook>;
  /**
   * The files inside an archive, by their path there, junk left out; `undefined` when the bytes are no archive of files.
   * @throws WorkbookFileError when it is one that cannot be read safely.
   */
  unpack(bytes: Uint8Array): Promise<readonly PackedFile[] | undefined>;
  /** A whole new .xlsx. */
  write(blueprint: WorkbookBlueprint): Promise<Uint8Array>;
  /**
   * A copy of a workbook with cells marked and the blueprint's tabs in front; whatever else it holds stays as it was.
   * @throws WorkbookFileError when the bytes are no workbook of a kind that can be changed.
   */
  mark(bytes: Uint8Array, front: WorkbookBlueprint, marks: readonly CellMark[]): Promise<MarkedCopy>;
}

/** A cell to show to whoever filled it in. Of several marks of one cell the first gives the fill. */
export interface CellMark {
  readonly sheet: string;
  /** “F12”. */
  readonly cell: string;
  readonly severity: Severity;
  readonly note: string;
}

export interface MarkedCopy {
  readonly bytes: Uint8Array;
  /** The only one under which Excel opens it. */
  readonly extension: 'xlsx' | 'xlsm';
}
