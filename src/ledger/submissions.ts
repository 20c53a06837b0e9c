import { undoneBatches } from './entries';
import type { Ledger } from './ledger';
import { returnDue } from './period';
import type { PeriodCode, Submission, SubmissionRecord } from './types';

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
  return liveSubmissions(ledger).findLast((record) => record.unit === unit && record.period === period);
}

/** Late when the first hand-in came after the last day for returns: a later correction does not make it late. */
export function submissionOf(ledger: Ledger, unit: string, period: PeriodCode): Submission {
  const first = liveSubmissions(ledger).find((record) => record.unit === unit && record.period === period);
  if (first === undefined) return 'missing';
  return first.returnedOn > returnDue(period, ledger.settings.returnWithinDays) ? 'late' : 'submitted';
}
