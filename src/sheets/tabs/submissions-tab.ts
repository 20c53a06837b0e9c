import { undoneBatches } from '../../ledger/entries';
import type { Ledger } from '../../ledger/ledger';
import { officesOfPeriod } from '../../ledger/units/offices';
import { comparePeriods, returnDue } from '../../ledger/period';
import { liveSubmissions } from '../../ledger/figures/submissions';
import type { PeriodCode, SubmissionRecord } from '../../ledger/records';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { dateContent } from './ledger-tab';
import { asOfSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, range, titledTable, type TabColumn } from '../tab-builder';
import { COLOR, FORMAT, landscape } from '../theme';
import { SAMPLE_MARK, SUBMISSION_WORD, TAB } from '../words';

export const UNDONE_WORD = '已撤销';
const REPEATED_WORD = '更正';

export const SUBMISSION_COLUMNS = {
  period: { header: '报送期', width: 12, format: FORMAT.centered },
  unit: { header: '单位', width: 24 },
  state: { header: '报送情况', width: 11, format: FORMAT.centered },
  returnedOn: { header: '报送日期', width: 13, format: FORMAT.date },
  due: { header: '截止日期', width: 13, format: FORMAT.date },
  verdict: { header: '校验结论', width: 12, format: FORMAT.centered },
  findings: { header: '问题数', width: 9, format: FORMAT.count },
  file: { header: '文件', width: 36 },
  at: { header: '记录时间', width: 24, format: FORMAT.centered },
  batch: { header: '批次', width: 9, format: FORMAT.centered, hidden: true },
  sha256: { header: 'SHA-256', width: 20, hidden: true },
} as const satisfies Record<string, TabColumn>;

export const VERDICT_WORD = {
  accepted: '合格',
  'needs-correction': '需更正',
  rejected: '未采用',
} as const;

/** 报送情况: for each period every office that owes a return, with what it handed in; repeated and undone hand-ins keep their rows. */
export function submissionsTab(ledger: Ledger): SheetBlueprint {
  const { settings } = ledger;
  const undone = undoneBatches(ledger.entries);
  const live = new Set(liveSubmissions(ledger));
  const periods = [settings.period, ...ledger.submissions.map(({ period }) => period)];
  const rows = [...new Set(periods)].sort(comparePeriods).flatMap((period) => {
    const due = returnDue(period, settings.returnWithinDays);
    const ofPeriod = ledger.submissions.filter((one) => one.period === period);
    const offices = officesOfPeriod(ledger, period).map(({ office }) => office);
    return [...new Set([...offices, ...ofPeriod.map(({ unit }) => unit)])].flatMap((name) => {
      const records = ofPeriod.filter((one) => one.unit === name);
      const first = records.find((record) => live.has(record));
      const stateOf = (record: SubmissionRecord): string => {
        if (undone.has(record.batch)) return UNDONE_WORD;
        if (record !== first) return REPEATED_WORD;
        return record.returnedOn > due ? SUBMISSION_WORD.late : SUBMISSION_WORD.submitted;
      };
      const missing = first === undefined && offices.includes(name) ? [missingRow(period, name, due)] : [];
      return [...records.map((record) => recordRow(record, stateOf(record), due)), ...missing];
    });
  });
  const lastRow = HEADER_ROW + rows.length;
  const base = titledTable({
    name: TAB.submissions,
    title: `报送情况${settings.sample ? SAMPLE_MARK : ''}`,
    subtitle: asOfSubtitle(settings),
    sample: settings.sample,
    columns: Object.values(SUBMISSION_COLUMNS),
    rows,
    table: 'SubmissionsTable',
  });
  const rule = (word: string, fill: string, color: string) => ({
    range: range(FIRST_ROW, 3, lastRow, 3),
    formula: `$C${FIRST_ROW}="${word}"`,
    format: { fill, color, bold: true },
  });
  return {
    ...base,
    conditionalFormats: [
      rule(SUBMISSION_WORD.missing, COLOR.overdueFill, COLOR.overdueInk),
      rule(SUBMISSION_WORD.late, COLOR.lateFill, COLOR.lateInk),
      rule(SUBMISSION_WORD.submitted, COLOR.doneFill, COLOR.doneInk),
    ],
    print: landscape('A4', TAB.submissions, { from: 1, to: HEADER_ROW }),
  };
}

function recordRow(
  record: SubmissionRecord,
  state: string,
  due: SubmissionRecord['returnedOn'],
): CellContent[] {
  return [
    record.period,
    record.unit,
    state,
    dateContent(record.returnedOn),
    dateContent(due),
    VERDICT_WORD[record.verdict],
    record.findings,
    record.file,
    record.at,
    record.batch,
    record.sha256,
  ];
}

function missingRow(period: PeriodCode, unit: string, due: SubmissionRecord['returnedOn']): CellContent[] {
  const cells = [period, unit, SUBMISSION_WORD.missing, null, dateContent(due)];
  return [
    ...cells,
    ...Array.from({ length: Object.keys(SUBMISSION_COLUMNS).length - cells.length }, () => null),
  ];
}
