import type { RawSource } from '../../../../base/raw-sheet';
import { fileKind } from '../package/file-kind';

/** Formats that are read by the library of this room. */
export type OtherFormat = Exclude<RawSource['format'], 'xlsx' | 'csv'>;

/** The format, by its bytes; `undefined` when the file is none that this room reads. */
export function otherFormat(bytes: Uint8Array): OtherFormat | undefined {
  return fileKind(bytes) === 'legacy-workbook' ? 'xls' : undefined;
}
