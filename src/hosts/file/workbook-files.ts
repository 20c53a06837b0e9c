import type { WorkbookFiles } from '../../sheets/workbook-host';
import { unpack } from './reading/archive';
import { markWorkbook } from './grafting/mark-workbook';
import { readWorkbook } from './reading/read-workbook';
import { writeWorkbook } from './writing/write-workbook';

/** Reads and writes workbook files in memory; the writing library loads with the first write. */
export function createWorkbookFiles(): WorkbookFiles {
  return {
    read: (bytes, file) => Promise.resolve().then(() => readWorkbook(bytes, file)),
    unpack: (bytes) => Promise.resolve().then(() => unpack(bytes)),
    write: writeWorkbook,
    mark: async (bytes, front, marks) => markWorkbook(bytes, await writeWorkbook(front), marks),
  };
}
