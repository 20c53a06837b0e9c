import { minute, today } from './clock';
import { downloadFile } from './downloads';
import { saveWorkbook } from '../storage/save-workbook';
import type { FilesBeside } from '../ledger-files/files-beside';
import { folderDialogue } from '../watching/named-folder';
import type { World } from './world';

let filesBeside: Promise<FilesBeside> | undefined;

/** One for the page: its worker keeps what it has read. What does not come is asked for again the next time. */
function ledgerFiles(): Promise<FilesBeside> {
  filesBeside ??= import('../ledger-files/files-beside').then(
    (files) => new files.FilesBeside(),
    (error: unknown) => {
      filesBeside = undefined;
      throw error;
    },
  );
  return filesBeside;
}

/** The world of a page in a browser; inside Excel only the workbook differs. */
export const browserWorld: World = {
  planText: async () => (await import('../../../seeds/000_a65ed4e6259fe44e.txt')).default,
  today,
  minute,
  files: async () => (await import('../../hosts/file/workbook-files')).createWorkbookFiles(),
  checkPool: async (ledger, files) => (await import('../checking/check-workers')).checkWorkers(ledger, files),
  planReader: async () => (await import('../reading/plan-reading')).planReading(),
  prepareFiles: async () => (await ledgerFiles()).prepare(),
  openLedger: async (order) => (await ledgerFiles()).open(order),
  ledgerBytes: async (order) => (await ledgerFiles()).make(order),
  openLooks: async (bytes) =>
    new (await import('../../hosts/file/reading/looks/workbook-looks')).WorkbookLooks(bytes),
  live: null,
  outlet: 'download',
  download: downloadFile,
  openPapers: () => undefined,
  save: saveWorkbook,
  nameFolder: folderDialogue(),
  keeper: null,
};
