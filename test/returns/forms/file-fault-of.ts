import { WorkbookFileError } from '../../../src/base/file-fault';

/** The code of what a step refuses a file with; “read” when it refuses none. */
export function fileFaultOf(step: () => unknown): string {
  try {
    step();
    return 'read';
  } catch (error) {
    if (error instanceof WorkbookFileError) return error.code;
    throw error;
  }
}
