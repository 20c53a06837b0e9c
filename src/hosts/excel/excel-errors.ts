/** What kept Excel from doing its part; each has a sentence under `excel.error.<code>`. */
export type ExcelErrorCode =
  | 'access-denied'
  | 'already-exists'
  | 'busy'
  | 'cell-edit'
  | 'dates-from-1904'
  | 'disconnected'
  | 'filtered'
  | 'inactive-workbook'
  | 'invalid-argument'
  | 'invalid-operation'
  | 'item-gone'
  | 'merged'
  | 'no-window'
  | 'other-window'
  | 'not-supported'
  | 'pivot-in-the-way'
  | 'request-too-large'
  | 'response-too-large'
  | 'sheet-protected'
  | 'unknown';

/**
 * Codes of learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling, and those with which
 * the library reports a broken line.
 */
const CODE_OF_EXCEL: ReadonlyMap<string, ExcelErrorCode> = new Map([
  ['AccessDenied', 'access-denied'],
  ['ItemAlreadyExists', 'already-exists'],
  ['ActivityLimitReached', 'busy'],
  ['RequestAborted', 'busy'],
  ['ServiceNotAvailable', 'busy'],
  ['Timeout', 'busy'],
  ['InvalidOperationInCellEditMode', 'cell-edit'],
  ['ConnectionFailure', 'disconnected'],
  ['HostRestartNeeded', 'disconnected'],
  ['FilteredRangeConflict', 'filtered'],
  ['InactiveWorkbook', 'inactive-workbook'],
  ['InvalidArgument', 'invalid-argument'],
  ['InvalidOperation', 'invalid-operation'],
  ['ConflictingOperation', 'invalid-operation'],
  ['InsertDeleteConflict', 'invalid-operation'],
  ['NonBlankCellOffSheet', 'invalid-operation'],
  ['InvalidReference', 'item-gone'],
  ['InvalidBinding', 'item-gone'],
  ['InvalidObjectPath', 'item-gone'],
  ['ItemNotFound', 'item-gone'],
  ['MergedRangeConflict', 'merged'],
  ['RangeExceedsLimit', 'request-too-large'],
  ['ApiNotAvailable', 'not-supported'],
  ['ApiNotFound', 'not-supported'],
  ['NotImplemented', 'not-supported'],
  ['UnsupportedOperation', 'not-supported'],
  ['UnsupportedFeature', 'not-supported'],
  ['PivotTableRangeConflict', 'pivot-in-the-way'],
  ['RequestPayloadSizeLimitExceeded', 'request-too-large'],
  ['ResponsePayloadSizeLimitExceeded', 'response-too-large'],
]);

/** Excel refused or was not there; `excelCode` and `place` are for the log, not for the reader. */
export class ExcelHostError extends Error {
  override readonly name = 'ExcelHostError';
  constructor(
    readonly code: ExcelErrorCode,
    /** Excel's own code. */
    readonly excelCode: string,
    /** The member of the library it happened in, where known. */
    readonly place: string,
    options?: ErrorOptions,
    /** The sheet it is about, where the sentence names one. */
    readonly sheet = '',
  ) {
    super(`${code}: ${excelCode}${place === '' ? '' : ` (${place})`}`, options);
  }
}

/** Excel was not there for a moment: the same may go well when it is asked again. */
export function isPassing(error: unknown): boolean {
  return error instanceof ExcelHostError && PASSING.has(error.code);
}

const PASSING: ReadonlySet<ExcelErrorCode> = new Set(['busy', 'cell-edit', 'disconnected']);

/** An error of the library by its code; anything else is returned as it is. */
export function asExcelHostError(error: unknown): unknown {
  if (!(error instanceof OfficeExtension.Error)) return error;
  const { code, debugInfo } = error;
  const place = debugInfo?.errorLocation ?? '';
  const known = CODE_OF_EXCEL.get(code) ?? (isBehindAnother(code, place) ? 'other-window' : 'unknown');
  return new ExcelHostError(known, code, place, { cause: error });
}

/**
 * What Excel refuses while another workbook is in front, by a code that says nothing by itself: the table of
 * learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting.
 */
const OF_THE_WINDOW =
  /^(?:Chart\.activate|Range\.select|Table\.clearFilters|Worksheet\.(?:activate|gridlines|showGridlines|showHeadings)|WorksheetCollection\.add|WorksheetFreezePanes\.\w+)$/i;

function isBehindAnother(code: string, place: string): boolean {
  return code === 'InvalidSelection' || (code === 'GeneralException' && OF_THE_WINDOW.test(place));
}
