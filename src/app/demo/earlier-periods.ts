import { addDays, calendarDate, type CalendarDate } from '../../base/calendar';
import { fileDigest } from '../../base/file-digest';
import { importReturns, type AcceptedReturn } from '../../ledger/change/changes';
import type { Ledger } from '../../ledger/ledger';
import { periodEnd } from '../../ledger/period';
import type { PeriodCode, Report } from '../../ledger/records';
import type { Measure } from '../../plan/plan';
import { formFileName } from '../changes/issue-forms';
import type { Chance } from './chance';
import type { DemoReturn } from './make-demo';
import { progressTexts } from './progress-texts';

/** The months before the sample's own, the day on which their returns were taken in, and how many offices in a hundred were late. */
const EARLIER = [
  { period: '2017-09' as PeriodCode, on: calendarDate(2017, 10, 16) as CalendarDate, back: 2, late: 30 },
  { period: '2017-10' as PeriodCode, on: calendarDate(2017, 11, 14) as CalendarDate, back: 1, late: 15 },
] as const;

/**
 * The ledger with what its offices said in the months before `latest`, each month a step further back. Who makes a mess of a row in
 * the latest has not reported before: what the row then wants shows in the figures.
 */
export function withEarlierPeriods(ledger: Ledger, latest: readonly DemoReturn[], chance: Chance): Ledger {
  const measures = new Map(ledger.plan.measures.map((measure) => [measure.no, measure]));
  const { period } = ledger.settings;
  const grown = EARLIER.reduce((known, month) => {
    const returns = latest
      .filter(({ isWhole }) => isWhole)
      .map(({ unit, reports }): AcceptedReturn => {
        const due = addDays(periodEnd(month.period), ledger.settings.returnWithinDays);
        const isLate = chance.happens(month.late);
        return {
          office: unit,
          period: month.period,
          file: formFileName(unit, month.period),
          sha256: fileDigest(new TextEncoder().encode(`${unit} ${month.period}`)),
          returnedOn: isLate ? addDays(due, chance.between(1, 3)) : addDays(due, -chance.between(0, 6)),
          verdict: 'accepted',
          findings: 0,
          reports: [...reports].flatMap(([no, report]) => {
            const measure = measures.get(no);
            if (measure === undefined) return [];
            return [{ measure: no, report: earlierReport(measure, report, month, chance) }];
          }),
        };
      });
    return importReturns(known, returns, `${month.on} 09:00`).ledger;
  }, ledger);
  return { ...grown, settings: { ...grown.settings, period } };
}

/** What was done by then was done; of the rest less was. */
function earlierReport(
  measure: Measure,
  report: Report,
  { period, back }: { readonly period: PeriodCode; readonly back: number },
  chance: Chance,
): Report {
  const wasDone = report.completedOn !== null && report.completedOn <= periodEnd(period);
  if (wasDone) return report;
  const status = report.status === 'done' ? 'inProgress' : report.status;
  if (status === null || status === 'notStarted') return withTexts(report, measure, 'notStarted', 0, chance);
  const percent = Math.max(5, Math.min(95, report.percent ?? 95) - back * chance.between(1, 4) * 5);
  return withTexts(report, measure, status, percent, chance);
}

function withTexts(
  report: Report,
  measure: Measure,
  status: 'inProgress' | 'ongoing' | 'notStarted',
  percent: number,
  chance: Chance,
): Report {
  // Nobody says the same in two months.
  let texts = progressTexts(measure, status, chance);
  while (texts.progress === report.progress) texts = progressTexts(measure, status, chance);
  return { ...report, status, percent, completedOn: null, ...texts };
}
