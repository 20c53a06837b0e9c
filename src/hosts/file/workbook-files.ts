import type { WorkbookFiles } from '../../base/workbook-port';
import { unpack } from './reading/package/archive';
import { markWorkbook } from './grafting/marking/mark-workbook';
import { readReturn } from './reading/read-return';
import { writeWorkbook } from './writing/write-xlsx';

/** Reads and writes workbook files in memory; what writes, and what reads text, loads when it is first needed. */
export function createWorkbookFiles(): WorkbookFiles {
  return {
    read: readReturn,
    unpack: (bytes) => Promise.resolve().then(() => unpack(bytes)),
    write: writeWorkbook,
    mark: async (bytes, front, marks) => markWorkbook(bytes, await writeWorkbook(front), marks),
  };
}
