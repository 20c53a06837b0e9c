import { levelsOf, nextBatch, type Ledger } from '../ledger';
import type { HandDownRecord } from '../levels/levels';
import type { LogRecord } from '../records';

export interface NewHandDown extends Pick<HandDownRecord, 'place' | 'file'> {
  /** Numbers of the plan's measures. */
  readonly measures: readonly number[];
}

/** 下达: remembers which measures went down to a place, as a batch of its own. */
export function takeHandDown(
  ledger: Ledger,
  { place, measures, file }: NewHandDown,
  at: string,
): { readonly ledger: Ledger; readonly added: HandDownRecord } {
  const batch = nextBatch(ledger);
  const added: HandDownRecord = {
    batch,
    at,
    on: ledger.settings.asOf,
    place,
    plan: ledger.plan.id,
    measures: measures.map((no) => ({ handed: no, now: no })),
    file,
  };
  const detail = `${place}，${measures.length} 项措施`;
  const record: LogRecord = { at, batch, action: 'handDown', file, detail };
  const { handDowns, reports } = levelsOf(ledger);
  return {
    ledger: {
      ...ledger,
      levels: { handDowns: [...handDowns, added], reports },
      log: [...ledger.log, record],
    },
    added,
  };
}
