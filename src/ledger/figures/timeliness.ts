import { addDays, daysBetween, type CalendarDate } from '../../base/calendar';
import type { Report, Timeliness } from '../records';

/** Where the work stands, of the five kinds every summary splits its measures into. */
export type Standing = 'done' | 'inProgress' | 'notStarted' | 'ongoing' | 'notReported';

/** How far along each standing is: a step back is worth a question. A measure without end counts as under way. */
export const STANDING_RANK: Readonly<Record<Standing, number>> = {
  notReported: -1,
  notStarted: 0,
  ongoing: 1,
  inProgress: 1,
  done: 2,
};

/** A claim of completion counts only with its date; until then the work is in progress. */
export function standingOf(report: Report | null): Standing {
  if (report === null || report.status === null) return 'notReported';
  if (report.status === 'done' && report.completedOn === null) return 'inProgress';
  return report.status;
}

/** Several units on one measure: what all say; anything mixed is in progress. */
export function combinedStanding(standings: readonly Standing[]): Standing {
  const [first] = standings;
  if (first === undefined) return 'notReported';
  return standings.every((standing) => standing === first) ? first : 'inProgress';
}

export interface DeadlineView {
  readonly standing: Standing;
  readonly completedOn: CalendarDate | null;
  readonly deadline: CalendarDate | null;
}

/** The day of the deadline itself is not overdue. */
export function timelinessOn(view: DeadlineView, asOf: CalendarDate, dueSoonDays: number): Timeliness {
  const { standing, completedOn, deadline } = view;
  if (standing === 'done') {
    return deadline !== null && completedOn !== null && completedOn > deadline ? 'doneLate' : 'done';
  }
  if (deadline === null) return 'openEnded';
  if (asOf > deadline) return 'overdue';
  return deadline <= addDays(asOf, dueSoonDays) ? 'dueSoon' : 'onTrack';
}

/** Days past the deadline; 0 unless overdue. */
export function overdueDays(view: DeadlineView, asOf: CalendarDate): number {
  if (view.standing === 'done' || view.deadline === null) return 0;
  return Math.max(0, daysBetween(view.deadline, asOf));
}
