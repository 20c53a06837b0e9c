import type { CheckPool } from '../../app/inbox/check-pool';
import type { BytesOrder, LedgerBytes } from '../../app/runner/ledger-bytes';
import type { OpenedFile, OpenOrder } from '../../app/runner/opened-file';
import type { PlanReader } from '../../app/plan-reading/plan-reader';
import type { Ledger } from '../../ledger/ledger';
import type { LiveWorkbook, WorkbookFiles } from '../../base/workbook-port';
import type { CalendarDate } from '../../base/calendar';
import type { FileOutlet } from '../../hosts/excel/file-outlet';
import type { WorkbookLooks } from '../../hosts/file/reading/looks/workbook-looks';
import type { SaveWorkbook } from '../storage/save-workbook';
import type { RecentLedgers } from '../storage/recent-ledgers';
import type { SessionKeeper } from '../storage/session-keeper';
import type { FolderHandle } from '../watching/named-folder';

/** What the page needs of the world around it; tests bring their own. */
export interface World {
  /** The plan as issued. */
  readonly planText: () => Promise<string>;
  readonly today: () => CalendarDate;
  /** Local time to the minute. */
  readonly minute: () => string;
  /** Spreadsheet files: loaded when first needed, not with the page. */
  readonly files: () => Promise<WorkbookFiles>;
  /** Checks files beside the page; `undefined` where there is no such thing. */
  readonly checkPool: (ledger: Ledger, files: number) => Promise<CheckPool | undefined>;
  /** Reads plans beside the page: asked for once. */
  readonly planReader: () => Promise<PlanReader>;
  /** Gets ready to open and to make ledger files: a clerk is about to. Missing where the workbook is not a file of ours. */
  readonly prepareFiles?: () => Promise<void>;
  /** Reads a ledger file, beside the page. @throws WorkbookFileError, LedgerFormatError */
  readonly openLedger: (order: OpenOrder) => Promise<OpenedFile>;
  /** Makes the file of a ledger, beside the page. @throws WorkbookFileError, LedgerFormatError */
  readonly ledgerBytes: (order: BytesOrder) => Promise<LedgerBytes>;
  /** How the sheets of a workbook look in its file; missing where the page shows no workbook. @throws WorkbookFileError */
  readonly openLooks?: (bytes: Uint8Array) => Promise<WorkbookLooks>;
  /** The workbook open in Excel around the pane; `null` for a page of its own. */
  readonly live: LiveWorkbook | null;
  /** Where a file goes that the page has made; a download is of use only where it says so. */
  readonly outlet: FileOutlet;
  readonly download: (name: string, bytes: Uint8Array) => void;
  /** Has the system's browser make papers, by what follows the # of its address; where that is the outlet. */
  readonly openPapers: (papers: string) => void;
  /** Writes a workbook where the clerk wants it. @throws Cancelled when the clerk changes their mind. */
  readonly save: SaveWorkbook;
  /** Has the clerk name a folder to be watched; `null` where the browser cannot. */
  readonly nameFolder: (() => Promise<FolderHandle>) | null;
  /** The ledger files last opened or saved; missing inside Excel, which has its own list. */
  readonly recent?: RecentLedgers;
  /** Keeps the session in the browser until it is saved; `null` inside Excel, where the workbook holds everything. */
  readonly keeper: SessionKeeper | null;
}
