import type { Ledger } from '../../ledger/ledger';
import { comparePeriods, parsePeriod } from '../../ledger/period';
import type { PeriodCode } from '../../ledger/records';
import type { Translate } from '../../locales/translate';
import { yearOf } from '../../base/calendar';

export type PeriodKind = 'month' | 'quarter' | 'year';

export function periodKind(period: PeriodCode): PeriodKind {
  if (period.includes('Q')) return 'quarter';
  return period.includes('-') ? 'month' : 'year';
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
