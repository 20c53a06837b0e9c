/** Faults of a file as bytes, before anyone looks for a table in it. */
export const FILE_FAULTS = [
  'file-unreadable',
  'file-empty',
  'file-not-workbook',
  'file-torn',
  'file-encoding',
  'file-encrypted',
  'file-legacy-xls',
  'file-wps',
  'file-archive',
  'file-archive-empty',
  'file-name-in-archive',
  'file-word-or-pdf',
  'file-picture',
  'file-too-large',
  'file-too-many-parts',
  'file-bad-xml',
  'file-no-sheet',
  'file-is-ledger',
  'file-is-confirmation',
  'file-text-cut',
  'file-text-changed',
  'file-text-several',
  'file-text-newer',
  'file-too-slow',
  'file-too-heavy',
] as const;
export type FileFaultCode = (typeof FILE_FAULTS)[number];

/** Why a file could not be read; `code` is also the code of the finding that reports it. */
export class WorkbookFileError extends Error {
  override readonly name = 'WorkbookFileError';
  constructor(
    readonly code: FileFaultCode,
    /** What was met, for the sentence: a limit, a part's name. */
    readonly detail = '',
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}

/** A workbook would hold more than is read back of a file: nothing was written. */
export class WorkbookTooLargeError extends Error {
  override readonly name = 'WorkbookTooLargeError';
  constructor(
    readonly cells: number,
    readonly most: number,
  ) {
    super(`${cells} cells are more than ${most}`);
  }
}
