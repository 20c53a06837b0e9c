import { undoneBatches } from '../entries';
import type { Ledger } from '../ledger';
import { officesOf, officesOfPeriod } from '../units/offices';
import { returnDue } from '../period';
import type { PeriodCode, Submission, SubmissionRecord } from '../records';

/** Records whose import was not taken back, in the order in which they came. */
export function liveSubmissions(ledger: Ledger): readonly SubmissionRecord[] {
  const undone = undoneBatches(ledger.entries);
  return ledger.submissions.filter((record) => !undone.has(record.batch));
}

/** The return in force: the last one that was not rejected. */
export function submissionRecord(
  ledger: Ledger,
  unit: string,
  period: PeriodCode,
): SubmissionRecord | undefined {
  return liveSubmissions(ledger).findLast((record) => record.office === unit && record.period === period);
}

/** A return that an office owes for a period. */
export interface OwedReturn {
  readonly office: string;
  readonly submission: Submission;
}

/**
 * Who owes a return for a period, and whether it is in: the offices in charge on its last day, each once. Forms, returns,
 * reminders, letters and what is shown of them go by this; a unit whose measures are with others owes none.
 */
export function returnsOwed(ledger: Ledger, period: PeriodCode): readonly OwedReturn[] {
  const due = returnDue(period, ledger.settings.returnWithinDays);
  const first = firstHandIns(ledger, period);
  return officesOfPeriod(ledger, period).map(({ office }) => {
    const record = first.get(office);
    if (record === undefined) return { office, submission: 'missing' };
    return { office, submission: record.returnedOn > due ? 'late' : 'submitted' };
  });
}

function firstHandIns(ledger: Ledger, period: PeriodCode): ReadonlyMap<string, SubmissionRecord> {
  const ofPeriod = liveSubmissions(ledger).filter((record) => record.period === period);
  return new Map(ofPeriod.toReversed().map((record) => [record.office, record]));
}

/**
 * Whether the returns of a unit, or of an office, are in for a period. A unit's are once those of all offices in charge of
 * its measures are. Late when a first hand-in came after the last day for returns: a later correction does not make it late.
 */
export function submissionsFor(ledger: Ledger, period: PeriodCode): (unit: string) => Submission {
  const due = returnDue(period, ledger.settings.returnWithinDays);
  const charges = officesOfPeriod(ledger, period);
  const first = firstHandIns(ledger, period);
  return (unit) => {
    const offices = officesOf(unit, charges);
    const records = (offices.length === 0 ? [unit] : offices).map((office) => first.get(office));
    if (records.some((record) => record === undefined)) return 'missing';
    return records.some((record) => record !== undefined && record.returnedOn > due) ? 'late' : 'submitted';
  };
}
