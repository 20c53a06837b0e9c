import { periodLabel } from '../../ledger/period';
import type { Report, ReportEntry } from '../../ledger/records';

/** How a record says that its words are those of an earlier period. */
const NOTE = /本期无变化，沿用[^；]*填报（[\d-]+收录）/u;

/**
 * The last report as this period's, with whatever was typed beside 无变化 in place of what it said. Its remark tells from
 * when the words are: of what was taken over before, from when they were first.
 */
export function takenOver({ report, period, at }: ReportEntry, typed: Report): Report {
  const earlier = NOTE.exec(report.remark)?.[0];
  const note = earlier ?? `本期无变化，沿用${periodLabel(period)}填报（${at.slice(0, DAY)}收录）`;
  const kept = typed.remark === '' ? report.remark.replace(NOTE, '').replace(/^；|；$/u, '') : typed.remark;
  const text = (field: 'progress' | 'problems' | 'nextSteps' | 'evidence') =>
    typed[field] === '' ? report[field] : typed[field];
  return {
    status: report.status,
    percent: typed.percent ?? report.percent,
    completedOn: typed.completedOn ?? report.completedOn,
    progress: text('progress'),
    problems: text('problems'),
    nextSteps: text('nextSteps'),
    evidence: text('evidence'),
    remark: kept === '' ? note : `${note}；${kept}`,
  };
}

/** “2018-01-15” of “2018-01-15 09:30”. */
const DAY = 10;
