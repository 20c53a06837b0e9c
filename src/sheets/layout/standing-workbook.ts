import type { SheetBlueprint, WorkbookBlueprint } from '../../base/blueprint';
import type { RawWorkbook } from '../../base/raw-sheet';
import type { Reading } from '../../base/workbook-port';
import type { TableTab } from '../tabs/table-tab';
import type { Placements } from './rebase-formula';
import type { FormerWords } from './table-rows';
import type { TabLayout } from './tab-layout';

/** What is known of the workbook that is to be changed. */
export interface StandingWorkbook {
  readonly workbook: RawWorkbook;
  /** The tabs as drawn of the ledger that was read from it. */
  readonly drawn: WorkbookBlueprint;
  /** How much of a tab's cells is known; of a live workbook only what was asked for. */
  readonly reading: (tab: string) => Reading;
  /** Tables that tabs are found by. */
  readonly tables: ReadonlyMap<string, TableTab<never, string>>;
  /** By tab, the words its rows went by before, where these changed. */
  readonly former: ReadonlyMap<string, FormerWords>;
  /** Cells that a clerk types into, which the ledger has taken in. */
  readonly typed: ReadonlyMap<string, ReadonlySet<number>>;
  /** Whether an older version drew the tab, so that its content is no guide to what the clerk changed. */
  readonly outdated: boolean;
  /** Whether another version drew it, with other formulas and words: where it differs from `drawn` nobody need have changed it. */
  readonly drawnByOther: boolean;
  /**
   * Whether `drawn` is what the product wrote last. Otherwise a text or number that differs may be of an earlier state, and
   * only formulas that are gone are known to be somebody's doing.
   */
  readonly settled: boolean;
  /** A change has stopped half way: what is not read from the cells may or may not be as drawn, and is done again. */
  readonly halfChanged: boolean;
}

/** A tab that stands, as it was drawn and as it will be. */
export interface TabChange {
  readonly before: SheetBlueprint;
  readonly after: SheetBlueprint;
  readonly layout: TabLayout;
  /** The rows that the tab's pivots count are others than before. */
  readonly sourceChanged: boolean;
  /** Tabs that stand elsewhere than when the workbook was written: formulas that speak of them may not have followed. */
  readonly moved: ReadonlySet<string>;
  readonly placements: {
    readonly stood: Placements;
    readonly stays: Placements;
    readonly stands: Placements;
    /** Where all rows of the tabs lie into which rows are inserted. */
    readonly moved: Placements;
  };
}
