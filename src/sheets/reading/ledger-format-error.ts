/** What is wrong with a tab that the ledger is read from; the sentences are `ledgerFault.<fault>` of the locales. */
export type LedgerFault =
  | 'tab-missing'
  | 'tab-renamed'
  | 'tab-unrecognised'
  | 'column-missing'
  | 'column-twice'
  | 'cell-unreadable'
  | 'row-twice'
  | 'row-unknown'
  | 'row-missing'
  | 'entry-missing'
  | 'many-edits'
  | 'ledger-there'
  | 'tab-taken'
  | 'old-format'
  | 'unfinished';

/** Where it is, and what stands there. */
export interface FaultPlace {
  readonly sheet: string;
  /** From 1; 0 where no row is at fault. */
  readonly row?: number;
  /** “C12”. */
  readonly cell?: string;
  /** The header, the label, the sheet that looks like the missing one. */
  readonly name?: string;
  readonly value?: string;
}

/** A workbook that is no ledger, or one that cannot be read whole: nothing is guessed from part of it. */
export class LedgerFormatError extends Error {
  override readonly name = 'LedgerFormatError';
  /** Tab and row at fault. */
  readonly sheet: string;
  readonly row: number;

  constructor(
    readonly code: 'not-a-ledger' | 'newer-version' | 'damaged',
    readonly fault?: LedgerFault,
    readonly place: FaultPlace = { sheet: '' },
  ) {
    super([code, fault, place.sheet, place.cell ?? place.row].filter(Boolean).join(' '));
    this.sheet = place.sheet;
    this.row = place.row ?? 0;
  }
}

/** What `read` gives; `undefined` where it finds the workbook to be no ledger, or a damaged one. */
export function unlessDamaged<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof LedgerFormatError) return undefined;
    throw error;
  }
}

/** @throws LedgerFormatError always */
export function damaged(fault: LedgerFault, place: FaultPlace): never {
  throw new LedgerFormatError('damaged', fault, place);
}
