import { undoBatch } from '../../ledger/change/changes';
import { undoneBatches } from '../../ledger/entries';
import type { Ledger } from '../../ledger/ledger';
import type { OpenedLedger } from '../runner/open-ledger';
import type { Revision } from '../runner/use-case';

/** The ledger knows no such import or act. */
export class NothingToUndoError extends Error {
  override readonly name = 'NothingToUndoError';
}

export interface UndoInput {
  readonly batches: readonly string[];
  /** Their letters never came to be on paper: the numbers are given back. */
  readonly unsent?: boolean;
}

/**
 * 撤销: takes batches back, the last one first. Of one that is taken back already the tabs are written again: the run that did
 * it may have been interrupted. @throws NothingToUndoError
 */
export function undo({ ledger, at }: OpenedLedger, { batches, unsent }: UndoInput): Revision {
  if (batches.length === 0) throw new NothingToUndoError();
  return { ledger: batches.reduceRight((left, batch) => withoutBatch(left, batch, at, unsent), ledger) };
}

function withoutBatch(ledger: Ledger, batch: string, at: string, unsent?: boolean): Ledger {
  const undone = undoBatch(ledger, batch, at, unsent);
  if (undone !== undefined) return undone;
  if (undoneBatches(ledger.entries).has(batch)) return ledger;
  throw new NothingToUndoError(batch);
}
