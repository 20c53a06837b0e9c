import { asExcelHostError, ExcelHostError, isPassing } from './excel-errors';

/** Bytes handed to `btoa` at a time: a call takes only so many arguments. */
const CHUNK = 0x8000;

/** What says of itself why no window opened; anything else is that this Excel opens none for this file. */
function isTold(error: ExcelHostError): boolean {
  return error.code === 'request-too-large' || isPassing(error);
}

/**
 * Opens the .xlsx as a new workbook in a window of its own. Excel for Mac takes none with macros (OfficeDev/office-js issue
 * 2537), and none at all opens where a policy hardens extensions (issue 3568). @throws ExcelHostError
 */
export async function openCopy(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64(bytes));
  } catch (error) {
    const known = asExcelHostError(error);
    if (!(known instanceof ExcelHostError) || isTold(known)) throw known;
    throw new ExcelHostError('no-window', known.excelCode, 'Excel.createWorkbook', { cause: error });
  }
}

function base64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK) {
    chunks.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)));
  }
  return btoa(chunks.join(''));
}
