import { WorkbookFileError, type FileFaultCode } from '../../../src/base/file-fault';
import { readWorkbook } from '../../../src/hosts/file/reading/xlsx/read-xlsx';

/** The fault a file is refused with; `undefined` when it reads. Any other error fails the test. */
export function faultOf(bytes: Uint8Array): FileFaultCode | undefined {
  return faultWithDetail(bytes)?.code;
}

export function faultWithDetail(bytes: Uint8Array): WorkbookFileError | undefined {
  try {
    readWorkbook(bytes, 'file.xlsx');
    return undefined;
  } catch (error) {
    if (error instanceof WorkbookFileError) return error;
    throw error;
  }
}
