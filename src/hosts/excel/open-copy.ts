import { asExcelHostError } from './excel-errors';

/** Bytes handed to `btoa` at a time: a call takes only so many arguments. */
const CHUNK = 0x8000;

/** Opens the .xlsx as a new workbook in a window of its own. @throws ExcelHostError */
export async function openCopy(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64(bytes));
  } catch (error) {
    throw asExcelHostError(error);
  }
}

function base64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK) {
    chunks.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)));
  }
  return btoa(chunks.join(''));
}
