import { calendarDate, yearOf, type CalendarDate } from '../../../base/calendar';
import { must } from '../../../base/invariant';
import { summarise } from '../../../ledger/figures/summary';
import type { Ledger } from '../../../ledger/ledger';
import { quarterOf } from '../../../ledger/period';
import type { PeriodCode } from '../../../ledger/records';

/** A day to count by, the period that goes with it, and what is overdue on it. */
export interface DayOffer {
  readonly asOf: CalendarDate;
  readonly period: PeriodCode;
  readonly overdue: number;
}

/**
 * The ends of the plan's years, where the ledger is counted by a day after all of them and nothing was reported yet: on such a day
 * everything is overdue, and what the clerk wants is most likely one of these. Else none.
 */
export function endsOfYears(ledger: Ledger): readonly DayOffer[] {
  const { plan, settings, entries } = ledger;
  const { from, to } = plan.years;
  const isOver = to > 0 && yearOf(settings.asOf) > to;
  if (!isOver || entries.length > 0) return [];
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const asOf = must(calendarDate(from + at, 12, 31), 'the last day of a year of the plan');
    return { asOf, period: quarterOf(asOf), overdue: summarise(ledger, asOf).total.overdue };
  });
}

/** The day that fits a ledger in which nothing was reported: the last one on which nothing is overdue, else the first. */
export function fittingDay(offers: readonly DayOffer[]): DayOffer | undefined {
  return offers.findLast(({ overdue }) => overdue === 0) ?? offers[0];
}
