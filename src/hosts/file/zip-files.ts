import { zipSync, type Zippable } from 'fflate';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Already packed, as .xlsx and .docx are: packing again gains nothing. */
const STORED = 0;
/** The earliest day a zip can name; a file made from the same ledger is then the same file. */
const EPOCH = '1980-01-01T00:00:00';

/** One .zip of files; names keep their Chinese characters (flagged UTF-8). The same files give the same bytes. */
export function zipFiles(files: readonly NamedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, { level: STORED, mtime: EPOCH }];
  return zipSync(entries);
}
