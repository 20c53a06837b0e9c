import { parseIsoDate, type CalendarDate } from '../../src/base/calendar';
import { parsePeriod } from '../../src/ledger/period';
import { EMPTY_REPORT, createLedger, defaultSettings, type Ledger } from '../../src/ledger/ledger';
import { importReturns, type AcceptedReturn } from '../../src/ledger/change/changes';
import type { PeriodCode, Report, Unit } from '../../src/ledger/records';
import { parsePlan } from '../../src/plan/parse';

export const AT = '2017-10-12 16:00';

export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

export function period(text: string): PeriodCode {
  const code = parsePeriod(text);
  if (code === undefined) throw new Error(`no period: ${text}`);
  return code;
}

export function report(part: Partial<Report> = {}): Report {
  return { ...EMPTY_REPORT, ...part };
}

export function done(on: string): Report {
  return report({ status: 'done', percent: 100, completedOn: day(on), progress: '已印发实施' });
}

/** A ledger in which an office has returned these reports for the current period. */
export function reportedBy(ledger: Ledger, office: string, reports: AcceptedReturn['reports']): Ledger {
  const { period } = ledger.settings;
  return importReturns(ledger, [returned({ office, period, reports })], AT).ledger;
}

export function unit(name: string): Unit {
  return { name, shortNames: [], successor: null, splits: [], contact: '' };
}

/** Four measures: two of 市编办 (2016, 2017), one of two units (2017), one of the group without a date. */
export const SMALL_PLAN = parsePlan(`某市法治政府建设实施方案
(2016—2020年)
二、工作措施及责任分工
(一)依法全面履行政府职能
1.深化行政审批制度改革
(1)建立行政审批事项目录清单。(牵头单位:市编办。2016年底完成)
(2)推进机构改革。(牵头单位:市编办。2017年底完成)
(二)落实工作责任
2.落实工作责任
(3)履行第一责任人职责。(牵头单位:市委办公室、市政府办公室。2017年底完成)
(4)加强牵头协调。(各牵头单位落实)
`);

const UNITS = ['市编办', '市委办公室', '市政府办公室'];

export function smallLedger(asOf = '2017-09-30'): Ledger {
  return createLedger(
    SMALL_PLAN,
    { units: UNITS.map(unit), groups: [{ name: '各牵头单位', members: UNITS }] },
    defaultSettings(day(asOf)),
  );
}

export function returned(
  part: Partial<AcceptedReturn> & Pick<AcceptedReturn, 'office' | 'reports'>,
): AcceptedReturn {
  return {
    period: period('2017Q3'),
    file: `${part.office}.xlsx`,
    sha256: `digest of ${part.office}`,
    returnedOn: day('2017-10-08'),
    verdict: 'accepted',
    findings: 0,
    ...part,
  };
}
