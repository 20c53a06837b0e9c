import type { SheetBlueprint, WorkbookBlueprint } from '../../base/blueprint';
import { contentValue } from '../../base/content-value';
import type { GaveWay } from '../../base/workbook-difference';
import type { RawWorkbook } from '../../base/raw-sheet';
import { cellText, sheetNamed } from '../reading/raw-table';
import type { TabLayout } from './tab-layout';

/** What somebody had made of something of ours, and that is as it was again or could not be. */
export type Repair =
  RestoredCell | RestoredRow | RedrawnTab | RefusedEntry | LeftOut | CarriedOver | HeldLedger;

/** An older version drew the workbook: what it drew otherwise is nobody's doing, and is as this version draws it. */
export interface CarriedOver {
  readonly kind: 'carriedOver';
}

/** The workbook could not be read: a ledger that was held beside it took its place, and the tabs show that one. */
export interface HeldLedger {
  readonly kind: 'held';
  /** Where reading stopped: “填报明细!C12”, a tab alone, or nothing where that cannot be told. */
  readonly place: string;
}

/** Something of ours that did not come: the clerk has something of that kind in its place, and keeps it. */
export interface LeftOut extends GaveWay {
  readonly kind: 'leftOut';
}

/** A cell that a clerk types into, with something in it that cannot be understood: it is in the log, and what stood there before is back. */
export interface RefusedEntry {
  readonly kind: 'entry';
  readonly sheet: string;
  /** “G12”, as the workbook was. */
  readonly cell: string;
  readonly found: string;
}

/** A cell in which something else stood; a clerk's own entry is none. */
export interface RestoredCell {
  readonly kind: 'cell';
  readonly sheet: string;
  /** “C12”, as the workbook will be. */
  readonly cell: string;
  /** What stood there: its formula with “=”, else its text; empty for a cell that had been emptied. */
  readonly found: string;
}

/** A row that was gone. */
export interface RestoredRow {
  readonly kind: 'row';
  readonly sheet: string;
  /** From 1, as the workbook will be. */
  readonly row: number;
  /** The first words in it. */
  readonly label: string;
}

/** A tab drawn as a whole: it was missing, or too little of it was left to go by. */
export interface RedrawnTab {
  readonly kind: 'tab';
  readonly sheet: string;
  readonly reason: 'missing' | 'unlike';
}

/** A tab that the ledger had not drawn before is new: nobody has changed it. */
export function redrawnTabs(
  { workbook, drawn }: { readonly workbook: RawWorkbook; readonly drawn: WorkbookBlueprint },
  after: WorkbookBlueprint,
  layouts: ReadonlyMap<string, TabLayout>,
): readonly RedrawnTab[] {
  return after.sheets.flatMap(({ name }): readonly RedrawnTab[] => {
    const before = drawn.sheets.find((sheet) => sheet.name === name);
    if (before === undefined || layouts.has(name)) return [];
    const reason = sheetNamed(workbook, name) === undefined ? 'missing' : 'unlike';
    return [{ kind: 'tab', sheet: name, reason }];
  });
}

/** Rows of a tab that stands that were drawn before and are no longer there. */
export function restoredRows(sheet: SheetBlueprint, layout: TabLayout | undefined): readonly RestoredRow[] {
  return (layout?.lostRows ?? []).flatMap((row) => {
    const at = layout?.stands.rows.get(row);
    const words = sheet.cells[row - 1]?.map((content) => cellText(contentValue(content)).trim()) ?? [];
    const label = words.find((word) => word !== '');
    return at === undefined || label === undefined
      ? []
      : [{ kind: 'row', sheet: sheet.name, row: at, label }];
  });
}
