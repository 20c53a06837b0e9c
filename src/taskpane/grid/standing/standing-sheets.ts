import { standingTab } from '../../../sheets/layout/standing-tab';
import { tabsByNeed, type TabsByNeed } from '../../../sheets/ledger-workbook';
import { tablesOf } from '../../../sheets/ledger-tabs';
import { isHalfChanged } from '../../../sheets/reading/drawn';
import { sheetNamed } from '../../../sheets/reading/raw-table';
import { schemaOf } from '../../../sheets/reading/read-ledger';
import { SCHEMA_VERSION } from '../../../sheets/tabs/hidden-tabs';
import type { SheetBlueprint } from '../../../base/blueprint';
import type { RawCell } from '../../../base/raw-sheet';
import type { LedgerSource } from '../../../app/runner/open-ledger';
import type { WorkbookLooks } from '../../../hosts/file/reading/looks/workbook-looks';
import { ShownTab } from '../shown-tab';
import { looksOf, standingLooks } from '../looks/standing-looks';
import { StandingPlaces } from './standing-places';

/** The tabs of a ledger as they stand in the workbook it was opened from. */
export class StandingSheets {
  private readonly before: TabsByNeed;
  private readonly standsAsDrawn: boolean;

  /** @param looks How its sheets look; nothing where its file does not tell. */
  constructor(
    private readonly source: LedgerSource,
    private readonly looks?: WorkbookLooks,
  ) {
    const { workbook, book } = source;
    this.before = tabsByNeed(book.ledger, book.findings);
    // Saving draws these anew, or puts them right first.
    this.standsAsDrawn = (schemaOf(workbook) ?? 0) < SCHEMA_VERSION || isHalfChanged(workbook);
  }

  /** A tab of the ledger as it is now, with what the clerk has on it; as it is drawn where the workbook has none like it. */
  tab(sheet: SheetBlueprint): ShownTab {
    const { workbook, book } = this.source;
    const [raw, before] = [sheetNamed(workbook, sheet.name), this.before.tab(sheet.name)];
    if (this.standsAsDrawn || raw === undefined || before === undefined) return new ShownTab(sheet);
    const standing = standingTab(raw, before, sheet, tablesOf(book.ledger).get(sheet.name));
    if (standing === undefined) return new ShownTab(sheet);
    const places = new StandingPlaces(sheet, standing, workbook.date1904);
    const file = this.looks?.sheet(sheet.name);
    const looks = file && standingLooks(file, standing, before, sheet);
    return new ShownTab(sheet, places, standing.merges, looks);
  }

  /** A sheet of the clerk's own. */
  ownTab(sheet: SheetBlueprint): ShownTab {
    const { workbook } = this.source;
    const [file, raw] = [this.looks?.sheet(sheet.name), sheetNamed(workbook, sheet.name)];
    if (file === undefined || raw === undefined) return new ShownTab(sheet);
    const numbers = new Map(raw.rows.map(({ row, cells }) => [row, numbersOf(cells)]));
    const cells = sheet.cells.map((words, index) => {
      const row = numbers.get(index + 1);
      return words.map((word, at) => row?.get(at + 1) ?? word);
    });
    return new ShownTab({ ...sheet, cells }, undefined, sheet.merges, looksOf(file, workbook.date1904));
  }
}

/** The numbers of a row by their columns: their formats show them. */
function numbersOf(cells: readonly RawCell[]): ReadonlyMap<number, number> {
  return new Map(
    cells.flatMap(({ column, value }): [number, number][] =>
      typeof value === 'number' ? [[column, value]] : [],
    ),
  );
}
