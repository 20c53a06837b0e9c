import { toSerial, type CalendarDate } from '../../base/calendar';
import type { Report, Timeliness } from '../records';
import { OVERDUE_DAYS, STANDING, TIMELINESS, ruleOf } from '../stated-rules';

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

const standing = ruleOf(STANDING);

/** The rule `STANDING`. */
export function standingOf(report: Report | null): Standing {
  return standing({ status: report?.status ?? null, completedOn: serialOf(report?.completedOn ?? null) });
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

const timeliness = ruleOf(TIMELINESS);
const daysOverdue = ruleOf(OVERDUE_DAYS);

/** The rule `TIMELINESS`. */
export function timelinessOn(view: DeadlineView, asOf: CalendarDate, dueSoonDays: number): Timeliness {
  return timeliness({
    standing: view.standing,
    completedOn: serialOf(view.completedOn),
    deadline: serialOf(view.deadline),
    asOf: toSerial(asOf),
    dueSoonDays,
  });
}

/** The rule `OVERDUE_DAYS`; 0 unless overdue. */
export function overdueDays(
  state: { readonly timeliness: Timeliness; readonly deadline: CalendarDate | null },
  asOf: CalendarDate,
): number {
  const days = daysOverdue({
    timeliness: state.timeliness,
    deadline: serialOf(state.deadline),
    asOf: toSerial(asOf),
  });
  return days === '' ? 0 : days;
}

function serialOf(date: CalendarDate | null): number | null {
  return date === null ? null : toSerial(date);
}
