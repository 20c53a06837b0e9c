import type { LiveWorkbook, WorkbookFiles, WorkbookHost } from '../../sheets/workbook-host';
import type { CalendarDate } from '../../plan/calendar';

/** A workbook in memory that can become a file. */
export interface WorkbookInMemory extends WorkbookHost {
  toBytes(): Promise<Uint8Array>;
}

/** What the page needs of the world around it; tests bring their own. */
export interface World {
  /** The plan as issued. */
  readonly planText: () => Promise<string>;
  readonly today: () => CalendarDate;
  readonly instant: () => string;
  /** Spreadsheet files: loaded when first needed, not with the page. */
  readonly files: () => Promise<WorkbookFiles>;
  readonly newWorkbook: () => Promise<WorkbookInMemory>;
  readonly openWorkbook: (bytes: Uint8Array, file: string) => Promise<WorkbookInMemory>;
  /** The workbook open in Excel around the pane; `null` for a page of its own. */
  readonly live: LiveWorkbook | null;
  readonly download: (name: string, bytes: Uint8Array) => void;
}
