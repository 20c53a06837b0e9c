import { combinedStanding, type Standing } from './figures/timeliness';
import { comparePeriods } from './period';
import type { AssignmentState } from './fold';
import type { ClaimedStatus, PeriodCode, Report, Verification } from './records';

const CLAIM_OF: Readonly<Record<Standing, ClaimedStatus | null>> = {
  done: 'done',
  inProgress: 'inProgress',
  notStarted: 'notStarted',
  ongoing: 'ongoing',
  notReported: null,
};

/**
 * One report for a measure. A single unit's stands as it is. Of several: the combined status, the mean percent, the last
 * completion date once all are done, and each text once, with the unit's name before it where they differ.
 */
export function combinedReport(units: readonly AssignmentState[]): Report | null {
  const reported = units.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  const [first] = reported;
  if (first === undefined) return null;
  if (units.length === 1) return first.report;
  const claims = new Set(units.map(({ entry }) => entry?.report.status ?? null));
  const [claim = null] = claims;
  const standing = combinedStanding(units.map((unit) => unit.standing));
  const percents = reported.flatMap(({ report }) => (report.percent === null ? [] : [report.percent]));
  const dates = reported.flatMap(({ report }) => (report.completedOn === null ? [] : [report.completedOn]));
  const text = (field: 'progress' | 'problems' | 'nextSteps' | 'evidence' | 'remark') =>
    combinedText(
      reported.map(({ unit, report }) => ({ unit, text: report[field] })),
      units.length,
    );
  return {
    status: claims.size === 1 ? claim : CLAIM_OF[standing],
    percent:
      percents.length === 0
        ? null
        : Math.round(percents.reduce((sum, one) => sum + one, 0) / percents.length),
    completedOn: dates.length === units.length ? (dates.sort().at(-1) ?? null) : null,
    progress: text('progress'),
    problems: text('problems'),
    nextSteps: text('nextSteps'),
    evidence: text('evidence'),
    remark: text('remark'),
  };
}

function combinedText(said: readonly { unit: string; text: string }[], units: number): string {
  const spoken = said.filter(({ text }) => text !== '');
  const [first] = spoken;
  if (first === undefined) return '';
  if (spoken.length === units && spoken.every(({ text }) => text === first.text)) return first.text;
  return spoken.map(({ unit, text }) => `${unit}：${text}`).join('\n');
}

/** Closed when every unit's part is; sent back when any is. */
export function combinedVerification(units: readonly AssignmentState[]): Verification | null {
  const found = units.flatMap(({ verification }) => (verification === null ? [] : [verification]));
  if (found.length === 0) return null;
  if (found.includes('sentBack')) return 'sentBack';
  return found.length === units.length && found.every((one) => one === 'closed') ? 'closed' : 'pending';
}

export function latestPeriod(units: readonly AssignmentState[]): PeriodCode | null {
  const periods = units.flatMap(({ entry }) => (entry === null ? [] : [entry.period]));
  return periods.sort(comparePeriods).at(-1) ?? null;
}
