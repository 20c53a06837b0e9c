import type { Ledger } from '../ledger/ledger';
import { liveSubmissions } from '../ledger/submissions';
import { returnDue } from '../ledger/period';
import { undoneBatches } from '../ledger/entries';
import type { PeriodCode, SubmissionRecord } from '../ledger/types';
import type { CellContent, SheetBlueprint } from './blueprint';
import { LEDGER_COLUMN, dateContent, ledgerRowOf } from './ledger-tab';
import { asOfSubtitle, plainSubtitle } from './subtitle';
import { FIRST_ROW, HEADER_ROW, range, titledTable, type TabColumn } from './tab-builder';
import { COLOR, FORMAT, landscape } from './theme';
import { LOG_WORD, SAMPLE_MARK, SUBMISSION_WORD, TAB } from './words';

/** One finding of the last check, in words, as the findings tab keeps it. */
export interface FindingLine {
  readonly file: string;
  readonly unit: string;
  readonly severity: 'error' | 'warning' | 'corrected';
  readonly measure: number | null;
  readonly field: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly message: string;
  readonly suggestion: string;
}

export const SEVERITY_WORD = { error: '错误', warning: '提醒', corrected: '已更正' } as const;
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

/** 报送情况: for each period every unit, with what it handed in; repeated and undone hand-ins keep their rows. */
export function submissionsTab(ledger: Ledger): SheetBlueprint {
  const { settings, directory } = ledger;
  const undone = undoneBatches(ledger.entries);
  const live = new Set(liveSubmissions(ledger));
  const periods = [settings.period, ...ledger.submissions.map(({ period }) => period)];
  const rows = [...new Set(periods)].sort().flatMap((period) => {
    const due = returnDue(period, settings.returnWithinDays);
    return directory.units.flatMap(({ name }) => {
      const records = ledger.submissions.filter((one) => one.unit === name && one.period === period);
      const first = records.find((record) => live.has(record));
      const stateOf = (record: SubmissionRecord): string => {
        if (undone.has(record.batch)) return UNDONE_WORD;
        if (record !== first) return REPEATED_WORD;
        return record.returnedOn > due ? SUBMISSION_WORD.late : SUBMISSION_WORD.submitted;
      };
      const missing = first === undefined ? [missingRow(period, name, due)] : [];
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

export const FINDING_COLUMNS: readonly TabColumn[] = [
  { header: '单位', width: 20 },
  { header: '级别', width: 9, format: FORMAT.centered },
  { header: '序号', width: 7, format: FORMAT.count },
  { header: '栏目', width: 12, format: FORMAT.centered },
  { header: '位置', width: 16, format: FORMAT.centered },
  { header: '原内容', width: 26 },
  { header: '问题', width: 44 },
  { header: '处理建议', width: 44 },
  { header: '文件', width: 30 },
];

/** 校验结果: the findings of the last check; the number links to the measure's row, since the cell lies in another file. */
export function findingsTab(
  ledger: Ledger,
  findings: readonly FindingLine[],
  sheetsHere: ReadonlySet<string>,
): SheetBlueprint {
  const rowOfMeasure = new Map(ledger.plan.measures.map(({ no }, index) => [no, ledgerRowOf(index)]));
  const link = (line: FindingLine): CellContent => {
    const row = line.measure === null ? undefined : rowOfMeasure.get(line.measure);
    if (row === undefined) return line.measure;
    return {
      text: String(line.measure),
      sheet: TAB.ledger,
      cell: `${LEDGER_COLUMN.status.letter}${row}`,
    };
  };
  const place = (line: FindingLine): CellContent => {
    const text = line.cell === '' ? line.sheet : `${line.sheet}!${line.cell}`;
    return sheetsHere.has(line.sheet) && line.cell !== ''
      ? { text, sheet: line.sheet, cell: line.cell }
      : text;
  };
  const rows = findings.map((line) => [
    line.unit,
    SEVERITY_WORD[line.severity],
    link(line),
    line.field,
    place(line),
    line.value,
    line.message,
    line.suggestion,
    line.file,
  ]);
  const lastRow = HEADER_ROW + Math.max(1, rows.length);
  return {
    ...titledTable({
      name: TAB.findings,
      title: `校验结果${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(
        ledger.settings,
        findings.length === 0
          ? '最近一次校验没有发现问题，或尚未校验'
          : `最近一次校验发现 ${findings.length} 个问题`,
      ),
      sample: ledger.settings.sample,
      columns: FINDING_COLUMNS,
      rows,
      table: 'FindingsTable',
    }),
    conditionalFormats: [
      {
        range: range(FIRST_ROW, 2, lastRow, 2),
        formula: `$B${FIRST_ROW}="${SEVERITY_WORD.error}"`,
        format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
      },
      {
        range: range(FIRST_ROW, 2, lastRow, 2),
        formula: `$B${FIRST_ROW}="${SEVERITY_WORD.warning}"`,
        format: { fill: COLOR.lateFill, color: COLOR.lateInk },
      },
    ],
    print: landscape('A4', TAB.findings, { from: 1, to: HEADER_ROW }),
  };
}

export const LOG_COLUMNS: readonly TabColumn[] = [
  { header: '时间', width: 26, format: FORMAT.centered },
  { header: '批次', width: 9, format: FORMAT.centered },
  { header: '操作', width: 16, format: FORMAT.centered },
  { header: '说明', width: 60 },
  { header: '文件', width: 40 },
];

/** 操作记录: what was done, when, from which file. */
export function logTab(ledger: Ledger): SheetBlueprint {
  return {
    ...titledTable({
      name: TAB.log,
      title: `操作记录${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(ledger.settings, '由系统登记'),
      sample: ledger.settings.sample,
      columns: LOG_COLUMNS,
      rows: ledger.log.map(({ at, batch, action, detail, file }) => [
        at,
        batch,
        LOG_WORD[action],
        detail,
        file,
      ]),
      table: 'LogTable',
    }),
    print: landscape('A4', TAB.log, { from: 1, to: HEADER_ROW }),
  };
}
