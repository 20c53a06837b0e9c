import { papersKept, sentBackDay } from '../figures/receipts';
import { nextBatch, type Ledger } from '../ledger';
import type { LogRecord, ReceiptRecord } from '../records';

/** What is to be recorded of a file: all but when, and in which batch. */
export type NewReceipt = Omit<ReceiptRecord, 'at' | 'batch'>;

export interface Received {
  readonly ledger: Ledger;
  /** `null` when the ledger knows all of it already. */
  readonly batch: string | null;
  readonly added: readonly ReceiptRecord[];
}

/** 收件登记: records files beside the returns that are read, each once, as one batch with a line of 操作记录 for each. */
export function takeReceipts(ledger: Ledger, receipts: readonly NewReceipt[], at: string): Received {
  const batch = nextBatch(ledger);
  const fresh = [...new Map(receipts.map((one) => [keyOf(one), one])).values()].filter(isNews(ledger));
  const added = fresh.map((receipt): ReceiptRecord => ({ ...receipt, at, batch }));
  if (added.length === 0) return { ledger, batch: null, added };
  const log = added.map(({ office, file }): LogRecord => ({
    at,
    batch,
    action: 'receipt',
    file,
    detail: office,
  }));
  return {
    ledger: { ...ledger, receipts: [...ledger.receipts, ...added], log: [...ledger.log, ...log] },
    batch,
    added,
  };
}

function keyOf({ kind, office, period, sha256 }: NewReceipt): string {
  return [kind, office, period, sha256].join(' ');
}

function isNews(ledger: Ledger): (receipt: NewReceipt) => boolean {
  const known = new Set(papersKept(ledger).map(keyOf));
  return (receipt) => {
    if (receipt.kind === 'sentBack') return sentBackDay(ledger, receipt.sha256) !== receipt.on;
    if (receipt.kind === 'notSentBack') return typeof sentBackDay(ledger, receipt.sha256) === 'string';
    return !known.has(keyOf(receipt));
  };
}
