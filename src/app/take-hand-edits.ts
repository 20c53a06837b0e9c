import { logged, takeHandEdits } from '../ledger/changes';
import { foldLedger } from '../ledger/fold';
import type { Ledger } from '../ledger/ledger';
import type { RawWorkbook } from '../returns/raw-sheet';
import { findHandEdits, type RefusedEdit } from '../sheets/hand-edits';

export interface EditedLedger {
  readonly ledger: Ledger;
  /** Entries added: an edit of a measure with several units adds one for each. */
  readonly taken: number;
  readonly refused: readonly RefusedEdit[];
}

/**
 * Takes in what was typed into the ledger tab before anything writes it anew. An edit that cannot be understood is not
 * guessed at: its text goes into the log, so that writing the tab loses nothing.
 */
export function takeInHandEdits(workbook: RawWorkbook, ledger: Ledger, at: string): EditedLedger {
  const { edits, refused } = findHandEdits(workbook, foldLedger(ledger));
  const change = takeHandEdits(ledger, edits, at);
  const noted = refused.reduce(
    (state, { cell, value }) => logged(state, 'handEditRefused', `${cell}：${value}`, at),
    change.ledger,
  );
  return { ledger: noted, taken: change.added.length, refused };
}
