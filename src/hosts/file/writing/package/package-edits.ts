import type { SheetRows } from '../sheet-rows';

/** Name and description of each chart by its number in the package. */
export type ChartNames = Map<number, { readonly name: string; readonly description: string }>;

/** Place of each note's box, by number of the sheet's part, row and column, the last two counted from 0. */
export type NoteAnchors = Map<string, string>;

/** What must still be done to the package the library writes, because it cannot. */
export interface PackageEdits {
  /** Texts of parts we write ourselves, by part name. */
  readonly parts: Map<string, string>;
  /** Rows of large sheets, by the name of the sheet's part. */
  readonly rows: Map<string, SheetRows>;
  readonly chartNames: ChartNames;
  readonly noteAnchors: NoteAnchors;
}

export function noEdits(): PackageEdits {
  return { parts: new Map(), rows: new Map(), chartNames: new Map(), noteAnchors: new Map() };
}
