import { standingTab } from '../../sheets/layout/standing-tab';
import { tabsByNeed, type TabsByNeed } from '../../sheets/ledger-workbook';
import { tablesOf } from '../../sheets/ledger-tabs';
import { isHalfChanged } from '../../sheets/reading/drawn';
import { sheetNamed } from '../../sheets/reading/raw-table';
import { schemaOf } from '../../sheets/reading/read-ledger';
import { SCHEMA_VERSION } from '../../sheets/tabs/hidden-tabs';
import type { SheetBlueprint } from '../../base/blueprint';
import type { LedgerSource } from '../../app/runner/open-ledger';
import { SheetGridModel } from './sheet-grid-model';
import { StandingPlaces } from './standing-places';

/** The tabs of a ledger as they stand in the workbook it was opened from. */
export class StandingSheets {
  private readonly before: TabsByNeed;
  private readonly standsAsDrawn: boolean;

  constructor(private readonly source: LedgerSource) {
    const { workbook, book } = source;
    this.before = tabsByNeed(book.ledger, book.findings);
    // Saving draws these anew, or puts them right first.
    this.standsAsDrawn = (schemaOf(workbook) ?? 0) < SCHEMA_VERSION || isHalfChanged(workbook);
  }

  /** A tab of the ledger as it is now, with what the clerk has on it; as it is drawn where the workbook has none like it. */
  model(sheet: SheetBlueprint): SheetGridModel {
    const { workbook, book } = this.source;
    const [raw, before] = [sheetNamed(workbook, sheet.name), this.before.tab(sheet.name)];
    if (this.standsAsDrawn || raw === undefined || before === undefined) return new SheetGridModel(sheet);
    const standing = standingTab(raw, before, sheet, tablesOf(book.ledger).get(sheet.name));
    if (standing === undefined) return new SheetGridModel(sheet);
    const places = new StandingPlaces(sheet, standing, workbook.date1904);
    return new SheetGridModel(sheet, places, standing.merges);
  }
}
