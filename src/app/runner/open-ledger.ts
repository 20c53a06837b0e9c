import type { RawWorkbook } from '../../base/raw-sheet';
import type { Ledger } from '../../ledger/ledger';
import { LedgerFormatError } from '../../sheets/reading/ledger-format-error';
import { foreignSheetsOf, readLedger, type LedgerBook } from '../../sheets/reading/read-ledger';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import { withLocalTimes } from './local-times';
import { takeInHandEdits, type EditedLedger } from './take-hand-edits';

/** A ledger as a use case finds it, with what was typed into its status columns. */
export interface OpenedLedger extends EditedLedger {
  /** When the change is made, in local time to the minute: its records all bear it. */
  readonly at: string;
  /** Of the last check. */
  readonly findings: readonly FindingLine[];
  /** Sheets that are the clerk's own. */
  readonly foreignSheets: readonly string[];
  /** The workbook it was read from, or for whose damaged tabs a held ledger stands in; `null` where there is none. */
  readonly source: LedgerSource | null;
}

/** What stood in a workbook when it was opened. */
export interface LedgerSource {
  readonly workbook: RawWorkbook;
  readonly book: LedgerBook;
  /** Why a held ledger stands in for the one in the workbook, where one does. */
  readonly heldFor?: LedgerFormatError;
}

export interface OpeningOptions {
  /** Of the records made, in local time to the minute. */
  readonly at: string;
  /** The ledger as last seen: it stands in when somebody deleted or damaged a tab that holds it. */
  readonly held?: Ledger;
}

/** A ledger to be changed, as a workbook has it. @throws LedgerFormatError when it holds none and none is held */
export function openLedger(workbook: RawWorkbook, { at, held }: OpeningOptions): OpenedLedger {
  const source = sourceOr(workbook, held);
  const { ledger, findings, foreignSheets } = source.book;
  const edited = takeInHandEdits(workbook, ledger, at);
  return { ...edited, at, findings, foreignSheets, source };
}

/** The one place in which cells become a ledger. @throws LedgerFormatError */
export function ledgerSource(workbook: RawWorkbook): LedgerSource {
  const book = readLedger(workbook);
  return { workbook, book: { ...book, ledger: withLocalTimes(book.ledger) } };
}

/** What is held stands in for a damaged workbook, never for one of a newer version. */
function sourceOr(workbook: RawWorkbook, held: Ledger | undefined): LedgerSource {
  try {
    return ledgerSource(workbook);
  } catch (error) {
    if (!(error instanceof LedgerFormatError) || error.code === 'newer-version' || held === undefined)
      throw error;
    const book = { ledger: held, findings: [], foreignSheets: foreignSheetsOf(workbook) };
    return { workbook, book, heldFor: error };
  }
}
