/** A workbook that is no ledger, or one that cannot be read whole: nothing is guessed from part of it. */
export class LedgerFormatError extends Error {
  override readonly name = 'LedgerFormatError';
  constructor(
    readonly code: 'not-a-ledger' | 'newer-version' | 'damaged',
    /** Tab and row at fault. */
    readonly sheet = '',
    readonly row = 0,
    /** The very cell, such as `B5`, where its value is at fault and nothing else. */
    readonly cell = '',
  ) {
    super(`${code} ${sheet} ${row}`.trim());
  }
}
