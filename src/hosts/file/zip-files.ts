import { writeZip, type ZipFile } from './packing/write-zip';

/** A zip names no earlier day; a file made from the same ledger is then the same file. */
const FIRST_DAY = { year: 1980, month: 1, day: 1 } as const;

/** One .zip of files that are packed already, as .xlsx and .docx are. The same files give the same bytes. */
export function zipFiles(files: readonly ZipFile[]): Uint8Array {
  return writeZip(files, { day: FIRST_DAY, stored: true });
}
