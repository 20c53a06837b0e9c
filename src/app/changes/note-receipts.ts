import { takeReceipts, type NewReceipt, type Received } from '../../ledger/change/take-receipts';
import type { OpenedLedger } from '../runner/open-ledger';

export interface ReceiptsInput {
  readonly receipts: readonly NewReceipt[];
}

/** 收件登记: photos, evidence, and returns that were sent back. */
export function noteReceipts({ ledger, at }: OpenedLedger, { receipts }: ReceiptsInput): Received {
  return takeReceipts(ledger, receipts, at);
}
