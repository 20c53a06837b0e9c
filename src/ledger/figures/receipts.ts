import type { CalendarDate } from '../../base/calendar';
import { undoneBatches } from '../entries';
import type { Ledger } from '../ledger';
import type { PeriodCode, ReceiptRecord } from '../records';

/** Records that were not taken back, in the order in which they came. */
function liveReceipts(ledger: Ledger): readonly ReceiptRecord[] {
  const undone = undoneBatches(ledger.entries);
  return ledger.receipts.filter(({ batch }) => !undone.has(batch));
}

/** A photo, scan or piece of evidence of which the ledger says that it came. */
export interface KeptPaper extends ReceiptRecord {
  readonly kind: 'picture' | 'evidence';
}

/** All of them, in the order in which they came. */
export function papersKept(ledger: Ledger): readonly KeptPaper[] {
  return liveReceipts(ledger).filter(isPaper);
}

function isPaper(record: ReceiptRecord): record is KeptPaper {
  return record.kind === 'picture' || record.kind === 'evidence';
}

/** For each return of a period that stands as sent back, the last word on that; the last to go back comes last. */
export function returnsSentBack(ledger: Ledger, period: PeriodCode): readonly ReceiptRecord[] {
  const last = new Map<string, ReceiptRecord>();
  for (const record of liveReceipts(ledger)) {
    if (record.period !== period || (record.kind !== 'sentBack' && record.kind !== 'notSentBack')) continue;
    last.delete(record.sha256);
    last.set(record.sha256, record);
  }
  return [...last.values()].filter(({ kind }) => kind === 'sentBack');
}

/**
 * The day on which a file was last sent back: `null` where it was not after all, or that was taken back; `undefined` where the
 * ledger knows nothing of it.
 */
export function sentBackDay(ledger: Ledger, sha256: string): CalendarDate | null | undefined {
  const ofFile = (record: ReceiptRecord) =>
    record.sha256 === sha256 && (record.kind === 'sentBack' || record.kind === 'notSentBack');
  if (!ledger.receipts.some(ofFile)) return undefined;
  const last = liveReceipts(ledger).findLast(ofFile);
  return last?.kind === 'sentBack' ? last.on : null;
}
