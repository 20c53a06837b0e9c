/** A bound on what a file may ask of us. */
export interface Limit {
  readonly max: number;
  readonly unit:
    'bytes' | 'parts' | 'sheets' | 'times' | 'levels' | 'cells' | 'merges' | 'strings' | 'characters';
  /** Why this number: what honest files reach, and what a hostile one would cost. */
  readonly reason: string;
  readonly fault: FileFaultCode;
}

const MEGABYTE = 1024 * 1024;

/** Every bound of the reader. Honest files stay far below each; a hostile one is stopped before it costs memory or time. */
export const LIMITS = Object.freeze({
  fileBytes: {
    max: 64 * MEGABYTE,
    unit: 'bytes',
    reason: 'a returned form is under 1 MB, a ledger of 50,000 entries under 10 MB; pictures may add some',
    fault: 'file-too-large',
  },
  parts: {
    max: 4000,
    unit: 'parts',
    reason: 'a sheet brings at most a handful of parts; a thousand pictures still pass',
    fault: 'file-too-many-parts',
  },
  partBytes: {
    max: 256 * MEGABYTE,
    unit: 'bytes',
    reason: 'a sheet of 50,000 × 14 cells is 30 MB; a million formatted empty rows about 100 MB',
    fault: 'file-too-large',
  },
  totalBytes: {
    max: 512 * MEGABYTE,
    unit: 'bytes',
    reason: 'all that is inflated of one file: two of the largest sheets',
    fault: 'file-too-large',
  },
  ratio: {
    max: 200,
    unit: 'times',
    reason: 'sheets deflate 5 to 40 times, formatted empty ones up to 100; bombs reach 1,000',
    fault: 'file-too-large',
  },
  ratioFreeBytes: {
    max: 4 * MEGABYTE,
    unit: 'bytes',
    reason: 'a part below this may have any ratio: it costs nothing',
    fault: 'file-too-large',
  },
  archiveDepth: {
    max: 3,
    unit: 'levels',
    reason: 'zips of zips: one for each department of an office, in one for the office',
    fault: 'file-not-workbook',
  },
  otherFormatBytes: {
    max: 16 * MEGABYTE,
    unit: 'bytes',
    reason: 'a form or a plan in an old format is under 1 MB; its library keeps ten times the size',
    fault: 'file-too-large',
  },
  textBytes: {
    max: 8 * MEGABYTE,
    unit: 'bytes',
    reason: 'a .csv of a ledger of 10,000 rows is 3 MB',
    fault: 'file-too-large',
  },
  sheets: {
    max: 500,
    unit: 'sheets',
    reason: 'one sheet a unit and a measure would be 173',
    fault: 'file-too-large',
  },
  xmlDepth: {
    max: 64,
    unit: 'levels',
    reason: 'the parts read here nest seven deep; extensions in them under thirty',
    fault: 'file-bad-xml',
  },
  cells: {
    max: 2_000_000,
    unit: 'cells',
    reason: 'cells with a value: 50,000 rows × 14 columns is 700,000; each costs about 100 bytes',
    fault: 'file-too-large',
  },
  merges: {
    max: 200_000,
    unit: 'merges',
    reason: 'one for each row of a large sheet, several times over',
    fault: 'file-too-large',
  },
  sharedStrings: {
    max: 2_000_000,
    unit: 'strings',
    reason: 'no more texts than cells',
    fault: 'file-too-large',
  },
  cellCharacters: {
    max: 65_534,
    unit: 'characters',
    reason: 'Excel and WPS hold 32,767 in a cell; other writers count surrogate pairs as one',
    fault: 'file-too-large',
  },
} as const satisfies Record<string, Limit>);

/** Throws the limit's fault when `value` is above it; `where` names the part or sheet. */
export function keepWithin(limit: Limit, value: number, where = ''): void {
  if (value <= limit.max) return;
  const bound = `> ${limit.max} ${limit.unit}`;
  throw new WorkbookFileError(limit.fault, where === '' ? bound : `${where} ${bound}`);
}
import { WorkbookFileError, type FileFaultCode } from '../../../../base/file-fault';
