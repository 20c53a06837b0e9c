import type { WorkbookFiles } from '../../base/workbook-port';
import { isOfLibrary, otherFormat } from './reading/other-formats/other-format';
import { unpack } from './reading/package/archive';
import { markWorkbook } from './grafting/marking/mark-workbook';
import { workbookAsRead } from './grafting/marking/workbook-as-read';
import { formTextFile } from './reading/form-text-file';
import { readReturn } from './reading/read-return';
import { writeWorkbook } from './writing/write-xlsx';

/** Reads and writes workbook files in memory; what writes, and what reads text, loads when it is first needed. */
export function createWorkbookFiles(): WorkbookFiles {
  return {
    mayHang: (bytes) => isOfLibrary(otherFormat(bytes)),
    read: async (bytes, file) => formTextFile(bytes, file) ?? readReturn(bytes, file),
    unpack: (bytes) => Promise.resolve().then(() => unpack(bytes)),
    write: writeWorkbook,
    mark: async (bytes, front, marks) =>
      markWorkbook(await changeable(bytes), await writeWorkbook(front), marks),
  };
}

/** The bytes of a workbook that can be changed part by part: its own, or of what could be read of another format. */
async function changeable(bytes: Uint8Array): Promise<Uint8Array> {
  const typed = formTextFile(bytes, '');
  if (typed !== undefined) return writeWorkbook(workbookAsRead(typed));
  if (otherFormat(bytes) === undefined) return bytes;
  return writeWorkbook(workbookAsRead(await readReturn(bytes, '')));
}
