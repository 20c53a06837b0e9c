import { onceFor } from '../../base/once-for';
import { undoneBatches } from '../entries';
import { levelsOf, type Ledger } from '../ledger';
import type { PeriodCode } from '../records';
import type { HandDownRecord, LevelReportRecord, Levels } from './levels';

/** What was not taken back. */
export const liveLevels = onceFor((ledger: Ledger): Levels => {
  const undone = undoneBatches(ledger.entries);
  const { handDowns, reports } = levelsOf(ledger);
  const isLive = ({ batch }: { readonly batch: string }) => !undone.has(batch);
  return { handDowns: handDowns.filter(isLive), reports: reports.filter(isLive) };
});

/** Of each place the report in force for a period: the last taken in. */
export function reportsInForce(ledger: Ledger, period: PeriodCode): ReadonlyMap<string, LevelReportRecord> {
  return new Map(
    liveLevels(ledger)
      .reports.filter((one) => one.period === period)
      .map((one) => [one.place, one]),
  );
}

/** The places from which reports are expected: those that measures were handed down to, and those that have reported. */
export function expectedPlaces(ledger: Ledger): readonly string[] {
  const { handDowns, reports } = liveLevels(ledger);
  return [...new Set([...handDowns, ...reports].map(({ place }) => place))];
}

/** The measures that were handed down to a place and that the plan still has, in its order. */
export function measuresHandedTo(ledger: Ledger, place: string): readonly number[] {
  const handed = new Set(
    handDownsTo(ledger, place).flatMap(({ measures }) => measures.map(({ now }) => now)),
  );
  return ledger.plan.measures.flatMap(({ no }) => (handed.has(no) ? [no] : []));
}

/** The last one first. */
export function handDownsTo(ledger: Ledger, place: string): readonly HandDownRecord[] {
  return liveLevels(ledger)
    .handDowns.filter((one) => one.place === place)
    .toReversed();
}
