import type { CalendarDate } from '../../base/calendar';
import type { AssignmentState, LedgerState, MeasureState } from '../fold';

/** What was due before a day, and what became of it: `done` and `overdue` add up to `due`. */
export interface DueFigures {
  readonly due: number;
  readonly done: number;
  /** Of `done`: completed after the deadline. */
  readonly doneLate: number;
  readonly overdue: number;
}

/** Whether its deadline has passed: the day of the deadline itself still counts as in time. */
export function isDue({ deadline }: { readonly deadline: CalendarDate | null }, asOf: CalendarDate): boolean {
  return deadline !== null && deadline < asOf;
}

/** 到期: how many of these measures, or assignments, were due, and how many of those are done. */
export function dueFigures(
  states: readonly (AssignmentState | MeasureState)[],
  asOf: LedgerState['asOf'],
): DueFigures {
  const due = states.filter((state) => isDue(state, asOf));
  const done = due.filter(({ standing }) => standing === 'done').length;
  const doneLate = due.filter(({ timeliness }) => timeliness === 'doneLate').length;
  return { due: due.length, done, doneLate, overdue: due.length - done };
}
