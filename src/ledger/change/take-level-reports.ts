import { levelsOf, nextBatch, type Ledger } from '../ledger';
import type { LevelReportRecord } from '../levels/levels';
import { heldPath } from '../levels/own-place';
import { comparePeriods } from '../period';
import type { LogRecord } from '../records';

/** A checked report, its measures matched with those of the ledger: all but when it came, and in which batch. */
export type NewLevelReport = Omit<LevelReportRecord, 'id' | 'batch' | 'at'>;

export interface LevelsTaken {
  readonly ledger: Ledger;
  /** `null` when there was nothing to take in. */
  readonly batch: string | null;
  readonly added: readonly LevelReportRecord[];
}

/**
 * Takes reports of lower places in, as one batch; the order in which their files came does not matter.
 * @param batch Of what else came with them.
 */
export function takeLevelReports(
  ledger: Ledger,
  reports: readonly NewLevelReport[],
  at: string,
  batch = nextBatch(ledger),
): LevelsTaken {
  if (reports.length === 0) return { ledger, batch: null, added: [] };
  const known = levelsOf(ledger);
  const first = (known.reports.at(-1)?.id ?? 0) + 1;
  const shown = heldPath(ledger.plan);
  const added = reports
    .toSorted(
      (a, b) => comparePeriods(a.period, b.period) || a.edition - b.edition || (a.place < b.place ? -1 : 1),
    )
    .map((report, index): LevelReportRecord => ({ ...report, id: first + index, batch, at }));
  const log = added.map(({ place, period, file }): LogRecord => ({
    at,
    batch,
    action: 'levelReport',
    file,
    detail: `${shown(place)}，${period}`,
  }));
  return {
    ledger: {
      ...ledger,
      levels: { handDowns: known.handDowns, reports: [...known.reports, ...added] },
      log: [...ledger.log, ...log],
    },
    batch,
    added,
  };
}
