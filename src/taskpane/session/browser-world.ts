import { minute, today } from './clock';
import { downloadFile } from './downloads';
import { saveWorkbook } from '../storage/save-workbook';
import { folderDialogue } from '../watching/named-folder';
import type { World } from './world';

/** The world of a page in a browser; inside Excel only the workbook differs. */
export const browserWorld: World = {
  planText: async () => (await import('../../../seeds/000_a65ed4e6259fe44e.txt')).default,
  today,
  minute,
  files: async () => (await import('../../hosts/file/workbook-files')).createWorkbookFiles(),
  checkPool: async (ledger, files) => (await import('../checking/check-workers')).checkWorkers(ledger, files),
  planReader: async () => (await import('../reading/plan-reading')).planReading(),
  openLedger: async (order) => (await import('../reading/file-beside')).fileBeside(order),
  ledgerBytes: async (order) => (await import('../saving/bytes-beside')).bytesBeside(order),
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
