import { onceFor } from '../base/once-for';
import { entriesInForce, liveEntries, verdictsInForce } from './entries';
import type { Ledger } from './ledger';
import { comparePeriods } from './period';
import type { Entry, PeriodCode, ReportEntry } from './records';
import { assignmentKey } from './units/assignments';

/** What is known of a measure from the periods before the one that is reported on. */
export interface EarlierAnswer {
  /** The report in force; of several units whose measure it is, the latest. */
  readonly entry: ReportEntry;
  /** Why that report was sent back; `undefined` when it was not, or was reported anew since. */
  readonly sentBack: string | undefined;
  /** Every unit's claim was closed, and none has claimed something else since. */
  readonly isClosed: boolean;
}

/** Answers with what the plan's `units` last said of a measure. */
export type EarlierAnswers = (measure: number, units: readonly string[]) => EarlierAnswer | undefined;

const byPeriod = onceFor((entries: readonly Entry[]) => {
  const known = new Map<PeriodCode, EarlierAnswers>();
  return (period: PeriodCode): EarlierAnswers => {
    const answers = known.get(period) ?? answersBefore(entries, period);
    known.set(period, answers);
    return answers;
  };
});

/** What units reported, and what became of it, in the periods before `period`. */
export function earlierAnswers({ entries }: Ledger, period: PeriodCode): EarlierAnswers {
  return byPeriod(entries)(period);
}

function answersBefore(entries: readonly Entry[], period: PeriodCode): EarlierAnswers {
  const earlier = liveEntries(entries).filter(
    (entry) =>
      (entry.kind === 'report' || entry.kind === 'verification') && comparePeriods(entry.period, period) < 0,
  );
  const reports = entriesInForce(earlier);
  const verdicts = verdictsInForce(earlier);
  const reasons = new Map(
    earlier.flatMap((entry) =>
      entry.kind === 'verification' ? [[assignmentKey(entry.measure, entry.unit), entry.reason]] : [],
    ),
  );
  return (measure, units) => {
    const keys = units.map((unit) => assignmentKey(measure, unit));
    const entry = keys
      .flatMap((key) => reports.get(key) ?? [])
      .sort((a, b) => comparePeriods(a.period, b.period) || a.id - b.id)
      .at(-1);
    if (entry === undefined) return undefined;
    const own = assignmentKey(measure, entry.unit);
    return {
      entry,
      sentBack: verdicts.get(own)?.verification === 'sentBack' ? (reasons.get(own) ?? '') : undefined,
      isClosed: keys.every((key) => verdicts.get(key)?.verification === 'closed'),
    };
  };
}
