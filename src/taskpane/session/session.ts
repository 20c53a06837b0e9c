import type { Repair } from '../../sheets/layout/repairs';
import type { ReturnFile } from '../../app/inbox/check-returns';
import { EMPTY_INBOX, type Inbox } from '../../app/inbox/inbox';
import type { PivotChoice } from '../../ledger/figures/pivot-choice';
import type { Ledger } from '../../ledger/ledger';
import type { MessageKey, MessageValues } from '../../locales/translate';
import type { SheetBlueprint } from '../../base/blueprint';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import { TAB_WORD } from '../../sheets/words';
import type { ScreenId } from '../screens/registry';
import type { WatchedFolder } from '../watching/named-folder';
import type { PlanDraft } from './plan-draft';

/** What is going on, for the progress line. */
export interface Work {
  readonly done: number;
  readonly total: number;
  /** File or unit at hand; empty when there is none to name. */
  readonly item: string;
  /** Cancelling ends it at once. */
  readonly canStop?: true;
}

/** What the last action came to, as a sentence of the locale: it changes with the language. */
export interface Notice {
  readonly intent: 'success' | 'warning' | 'error' | 'info';
  readonly key: MessageKey;
  readonly values: MessageValues;
}

/** A cell of the ledger workbook that the clerk asked to see; `asked` tells two requests for the same cell apart. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
  readonly asked: number;
}

/** The file on the clerk's disk that the ledger was last saved to, as it was then. */
export interface SavedFile {
  readonly handle: FileSystemFileHandle;
  readonly lastModified: number;
}

/** A file the clerk picked. */
export interface PickedFile {
  readonly name: string;
  /** The way back to it on the disk, where the browser gave one. */
  readonly saved?: SavedFile;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What the clerk has typed, picked and opened on the screens, by name; plain data, so that it can be kept. */
export type ScreenState = Readonly<Record<string, unknown>>;

/** What the clerk asked for that takes the open ledger, with its unsaved changes, from the page. */
export type Leaving = { readonly to: 'open'; readonly file: PickedFile } | { readonly to: 'start' };

/** Everything the page knows. The ledger is a value; the workbook's bytes are made when they are wanted. */
export interface Session {
  readonly ledger: Ledger | null;
  /** A document on its way to become a ledger, or a revision of the one that is open. */
  readonly draft: PlanDraft | null;
  readonly findings: readonly FindingLine[];
  readonly fileName: string;
  /** The workbook the ledger was opened from: the clerk's own sheets in it are kept when it is saved. */
  readonly source: Uint8Array | null;
  /** Those sheets, to be looked at. */
  readonly ownSheets: readonly SheetBlueprint[];
  /** Where saving writes without asking; `null` where that is not possible or was never asked. */
  readonly savedFile: SavedFile | null;
  /** Sample returns to try the check with; empty when the ledger is no sample. */
  readonly sampleReturns: readonly ReturnFile[];
  /** Whatever has come in for the ledger's plan. */
  readonly inbox: Inbox;
  /** The folder whose new files come in by themselves; `null` while none is watched. */
  readonly watched: WatchedFolder | null;
  /** The batch of the last import on this page; `null` once it was taken back or more came. */
  readonly imported: string | null;
  /** The batches of each edit made in the grid, oldest first: what 撤销修改 takes back, one edit at a time. */
  readonly edits: readonly (readonly string[])[];
  /** The sheet of a returned file that the clerk asked to see, its faults marked. */
  readonly returnedSheet: SheetBlueprint | null;
  /** The part of 汇总 that is shown. */
  readonly summaryPart: SummaryPart;
  /** How the pivot is turned; `null` as it begins. */
  readonly pivot: PivotChoice | null;
  /** The tab of the workbook in front; empty for the first. */
  readonly tab: string;
  /** The cell to show in the workbook beside the pane. */
  readonly place: Place | null;
  /** Changed since it was opened or downloaded. */
  readonly unsaved: boolean;
  readonly screen: ScreenId;
  /** What the clerk has typed, picked and opened on the screens. */
  readonly screenState: ScreenState;
  readonly work: Work | null;
  readonly notice: Notice | null;
  /** Cells of the product that somebody had changed in the workbook; shown until the clerk has read the message. */
  readonly repairs: readonly Repair[];
  /** Waits until the clerk has said what becomes of the unsaved changes. */
  readonly leaving: Leaving | null;
}

/** The parts of 汇总. */
export const SUMMARY_PARTS = ['figures', 'pivot', 'pages'] as const;
export type SummaryPart = (typeof SUMMARY_PARTS)[number];

export const EMPTY_SESSION: Session = {
  ledger: null,
  draft: null,
  findings: [],
  fileName: TAB_WORD.fileName,
  source: null,
  ownSheets: [],
  savedFile: null,
  sampleReturns: [],
  inbox: EMPTY_INBOX,
  watched: null,
  imported: null,
  edits: [],
  returnedSheet: null,
  summaryPart: 'figures',
  pivot: null,
  tab: '',
  place: null,
  unsaved: false,
  screen: 'start',
  screenState: {},
  work: null,
  notice: null,
  repairs: [],
  leaving: null,
};

/** What outlives the page: all but what is going on. */
export type KeptSession = Omit<Session, 'work' | 'notice' | 'repairs' | 'leaving'>;
