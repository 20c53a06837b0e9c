import { isAct, liveEntries } from '../../../ledger/entries';
import type { Ledger } from '../../../ledger/ledger';
import type { ActEntry } from '../../../ledger/records';

/** Acts done together, which are taken back together. */
export interface ActBatch {
  readonly batch: string;
  readonly kind: ActEntry['kind'];
  readonly on: string;
  /** As 操作记录 has them, a line each. */
  readonly details: readonly string[];
}

/** What the office did last and has not taken back, the latest first. */
export function recentActs(ledger: Ledger, most: number): readonly ActBatch[] {
  const batches = new Map<string, ActBatch>();
  for (const entry of liveEntries(ledger.entries).toReversed()) {
    if (!isAct(entry) || batches.has(entry.batch)) continue;
    if (batches.size === most) break;
    const { batch, kind, on } = entry;
    const details = ledger.log.filter((record) => record.batch === batch).map(({ detail }) => detail);
    batches.set(batch, { batch, kind, on, details });
  }
  return [...batches.values()];
}
