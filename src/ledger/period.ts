import { addDays, calendarDate, endOfMonth, type CalendarDate } from '../base/calendar';
import type { PeriodCode } from './records';
import { must } from '../base/invariant';

/** Of the centuries in which plans are made: a number of four digits is not yet a year. */
const SHAPE = /^((?:19|20|21)\d{2})(?:Q([1-4])|-(0[1-9]|1[0-2]))?$/;
const QUARTER_NAMES = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

interface PeriodParts {
  readonly year: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

function partsOf(period: PeriodCode): PeriodParts {
  const [, year, quarter, month] = must(SHAPE.exec(period), `the parts of period ${period}`);
  if (quarter !== undefined) {
    const lastMonth = Number(quarter) * 3;
    return { year: Number(year), firstMonth: lastMonth - 2, lastMonth };
  }
  if (month !== undefined) return { year: Number(year), firstMonth: Number(month), lastMonth: Number(month) };
  return { year: Number(year), firstMonth: 1, lastMonth: 12 };
}

/** Reads `2017`, `2017Q3` (also `2017q3`) or `2017-09`, and nothing else. */
export function parsePeriod(text: string): PeriodCode | undefined {
  const code = text.trim().toUpperCase();
  return SHAPE.test(code) ? (code as PeriodCode) : undefined;
}

export function periodStart(period: PeriodCode): CalendarDate {
  const { year, firstMonth } = partsOf(period);
  return calendarDate(year, firstMonth, 1) as CalendarDate;
}

export function periodEnd(period: PeriodCode): CalendarDate {
  const { year, lastMonth } = partsOf(period);
  return endOfMonth(year, lastMonth);
}

/**
 * In order of their last day; of two that end together the longer one comes later, since it reports on more;
 * 0 only for the same period.
 */
export function comparePeriods(a: PeriodCode, b: PeriodCode): number {
  return a === b ? 0 : periodRank(a) - periodRank(b);
}

/** There are but a few thousand, and some are compared for every entry. */
const ranks = new Map<PeriodCode, number>();

/** A number for each period, in the order of `comparePeriods`. */
export function periodRank(period: PeriodCode): number {
  const known = ranks.get(period);
  if (known !== undefined) return known;
  const { year, firstMonth, lastMonth } = partsOf(period);
  const rank = (year * 12 + lastMonth) * 12 + 12 - firstMonth;
  ranks.set(period, rank);
  return rank;
}

/** The quarter a day lies in. */
export function quarterOf(date: CalendarDate): PeriodCode {
  const [year, month] = date.split('-');
  return `${year}Q${Math.ceil(Number(month) / 3)}` as PeriodCode;
}

/** “2017年第三季度”, “2017年9月”, “2017年度”. */
export function periodLabel(period: PeriodCode): string {
  const [, year, quarter, month] = must(SHAPE.exec(period), `the parts of period ${period}`);
  if (quarter !== undefined) return `${year}年${QUARTER_NAMES[Number(quarter) - 1]}`;
  return month === undefined ? `${year}年度` : `${year}年${Number(month)}月`;
}

/** Reads what `periodLabel` writes, and the codes. */
export function readPeriodLabel(text: string): PeriodCode | undefined {
  const compact = text.replace(/\s/g, '');
  const [, year, rest = ''] = /^(\d{4})年?(.*)$/.exec(compact) ?? [];
  if (year === undefined) return parsePeriod(compact);
  const month = /^(1[0-2]|[1-9])月$/.exec(rest)?.[1];
  if (month !== undefined) return parsePeriod(`${year}-${month.padStart(2, '0')}`);
  const quarter = /^第?([一二三四1-4])季度$/.exec(rest)?.[1];
  if (quarter !== undefined) return parsePeriod(`${year}Q${'一二三四'.indexOf(quarter) + 1 || quarter}`);
  return rest === '度' || rest === '' ? parsePeriod(year) : parsePeriod(compact);
}

/** Last day on which a return for the period is in time. */
export function returnDue(period: PeriodCode, returnWithinDays: number): CalendarDate {
  return addDays(periodEnd(period), returnWithinDays);
}
