import type { Ledger } from '../../ledger/ledger';
import { comparePeriods, parsePeriod, periodStart } from '../../ledger/period';
import type { PeriodCode } from '../../ledger/records';
import type { Translate } from '../../locales/translate';
import { addDays, yearOf, type CalendarDate } from '../../base/calendar';
import { must } from '../../base/invariant';

export type PeriodKind = 'month' | 'quarter' | 'year';

export function periodKind(period: PeriodCode): PeriodKind {
  if (period.includes('Q')) return 'quarter';
  return period.includes('-') ? 'month' : 'year';
}

/** The month, quarter or year that a day lies in. */
function periodAround(day: CalendarDate, kind: PeriodKind): PeriodCode {
  const [year = '', month = ''] = day.split('-');
  const code = {
    month: `${year}-${month}`,
    quarter: `${year}Q${Math.ceil(Number(month) / 3)}`,
    year,
  }[kind];
  return must(parsePeriod(code), 'the period around a day');
}

/**
 * The period that goes with a day, of the kind in use; `null` when the one in use does: the day lies in it, or in the next one, when its
 * returns come in.
 */
export function fittingPeriod(period: PeriodCode, asOf: CalendarDate): PeriodCode | null {
  const kind = periodKind(period);
  const around = periodAround(asOf, kind);
  const before = periodAround(addDays(periodStart(around), -1), kind);
  return period === around || period === before ? null : around;
}

/** “2017年9月”, “September 2017” and the like, in the language in use. */
export function periodName(period: PeriodCode, t: Translate): string {
  const [year = '', part = ''] = period.split(/Q|-/);
  return t(`pane.period.${periodKind(period)}`, { year, part: part.replace(/^0/, '') });
}

/** The periods a clerk may want: those of the as-of year and the one before, and every one the ledger holds. */
export function offeredPeriods(ledger: Ledger): readonly PeriodCode[] {
  const { asOf, period } = ledger.settings;
  const thisYear = yearOf(asOf);
  const ofYears = [thisYear - 1, thisYear].flatMap((year) => [
    ...Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
    ...Array.from({ length: 4 }, (_, at) => `${year}Q${at + 1}`),
    String(year),
  ]);
  const held = [period, ...ledger.submissions.map((record) => record.period)];
  const all = new Set([...ofYears.flatMap((code) => parsePeriod(code) ?? []), ...held]);
  return [...all].sort(comparePeriods);
}
