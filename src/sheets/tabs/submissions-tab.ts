import { undoneBatches } from '../../ledger/entries';
import type { CalendarDate } from '../../base/calendar';
import { onceFor } from '../../base/once-for';
import type { Ledger } from '../../ledger/ledger';
import { comparePeriods, returnDue } from '../../ledger/period';
import { liveSubmissions, returnsOwed } from '../../ledger/figures/submissions';
import type { PeriodCode, ReceiptRecord, SubmissionRecord } from '../../ledger/records';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { dateContent } from '../cell-contents';
import { asOfSubtitle } from '../subtitle';
import { saying } from '../rules';
import { FIRST_ROW, HEADER_ROW } from '../tab-builder';
import { COLOR, FORMAT, landscape } from '../theme';
import { RECEIPT_WORD, SAMPLE_MARK, SUBMISSION_WORD, TAB } from '../words';
import { tableSheet, tableTab } from './table-tab';

const UNDONE_WORD = '已撤销';
const REPEATED_WORD = '更正';
/** Of papers that are kept beside the returns, and of returns that went back. */
const KEPT_WORD = '收存';
const RETURNED_WORD = '退件';

export const VERDICT_WORD = {
  accepted: '合格',
  'needs-correction': '需更正',
  rejected: '未采用',
} as const;

/** What an office handed in for a period, or that it handed in nothing. */
interface SubmissionRow {
  readonly period: PeriodCode;
  readonly office: string;
  readonly state: string;
  readonly due: CalendarDate;
  readonly record: SubmissionRecord | ReceiptRecord | undefined;
}

/** A cell that only something handed in has. */
const ofRecord =
  (write: (record: SubmissionRecord | ReceiptRecord) => CellContent) =>
  ({ record }: SubmissionRow): CellContent =>
    record === undefined ? null : write(record);

/** 报送情况, column by column. */
export const SUBMISSIONS = tableTab<SubmissionRow>()(TAB.submissions, 'SubmissionsTable', {
  period: {
    header: '报送期',
    width: 12,
    format: FORMAT.centered,
    write: ({ period }) => period,
    read: 'text',
    identifies: true,
  },
  office: { header: '单位', width: 24, write: ({ office }) => office, read: 'text', identifies: true },
  state: {
    header: '报送情况',
    width: 11,
    format: FORMAT.centered,
    write: ({ state }) => state,
    read: 'drawn',
  },
  returnedOn: {
    header: '报送日期',
    width: 13,
    format: FORMAT.date,
    write: ofRecord((record) => dateContent('kind' in record ? record.on : record.returnedOn)),
    read: 'date',
  },
  due: {
    header: '截止日期',
    width: 13,
    format: FORMAT.date,
    write: ({ due }) => dateContent(due),
    read: 'drawn',
  },
  verdict: {
    header: '校验结论',
    width: 12,
    format: FORMAT.centered,
    write: ofRecord((record) =>
      'kind' in record ? RECEIPT_WORD[record.kind] : VERDICT_WORD[record.verdict],
    ),
    read: 'text',
  },
  findings: {
    header: '问题数',
    width: 9,
    format: FORMAT.count,
    write: ofRecord((record) => ('kind' in record ? null : record.findings)),
    read: 'number',
  },
  file: { header: '文件', width: 36, write: ofRecord(({ file }) => file), read: 'text' },
  at: {
    header: '记录时间',
    width: 18,
    format: FORMAT.centered,
    write: ofRecord(({ at }) => at),
    read: 'time',
  },
  batch: {
    header: '批次',
    width: 9,
    format: FORMAT.centered,
    hidden: true,
    write: ofRecord(({ batch }) => batch),
    read: 'text',
  },
  sha256: {
    header: 'SHA-256',
    width: 20,
    // Programs fit a row to what is hidden in it too.
    format: { wrap: false },
    hidden: true,
    write: ofRecord(({ sha256 }) => sha256),
    read: 'text',
  },
});

/**
 * 报送情况: for each period every office that owes a return, with what it handed in; repeated and undone hand-ins keep their rows, papers and
 * returns sent back have theirs behind them.
 */
export function submissionsTab(ledger: Ledger): SheetBlueprint {
  const { settings } = ledger;
  const rows = submissionRows(ledger).map((row) => SUBMISSIONS.cells(row));
  const lastRow = HEADER_ROW + rows.length;
  const rule = (word: string, fill: string, color: string) => ({
    range: SUBMISSIONS.body('state', lastRow),
    condition: saying(SUBMISSIONS.at('state'), word),
    format: { fill, color, bold: true },
  });
  return {
    ...tableSheet(SUBMISSIONS, rows, {
      title: `报送情况${settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: asOfSubtitle(settings),
      sample: settings.sample,
    }),
    conditionalFormats: [
      rule(SUBMISSION_WORD.missing, COLOR.overdueFill, COLOR.overdueInk),
      rule(SUBMISSION_WORD.late, COLOR.lateFill, COLOR.lateInk),
      rule(SUBMISSION_WORD.submitted, COLOR.doneFill, COLOR.doneInk),
    ],
    print: landscape('A4', TAB.submissions, { from: 1, to: HEADER_ROW }),
  };
}

/** What the tab says of an office’s return for a period; `undefined` where it has no row of one that counts. */
export function submissionShown(ledger: Ledger, office: string, period: PeriodCode): string | undefined {
  return returnShown(ledger, office, period)?.state;
}

/** The row of the tab that says how an office’s return for a period stands: there is one at most, whatever came afterwards. */
export interface ShownReturn extends Pick<SubmissionRow, 'state' | 'record'> {
  readonly row: number;
}

export function returnShown(ledger: Ledger, office: string, period: PeriodCode): ShownReturn | undefined {
  return returnsShown(ledger).get(period)?.get(office);
}

const COUNTED_WORDS: ReadonlySet<string> = new Set(Object.values(SUBMISSION_WORD));

/** Asked of every office and period in turn: the tab's rows are worked out once. */
const returnsShown = onceFor((ledger: Ledger) => {
  const shown = new Map<PeriodCode, Map<string, ShownReturn>>();
  submissionRows(ledger).forEach(({ office, period, state, record }, index) => {
    if (!COUNTED_WORDS.has(state)) return;
    const ofPeriod = shown.get(period) ?? new Map<string, ShownReturn>();
    ofPeriod.set(office, { state, record, row: FIRST_ROW + index });
    shown.set(period, ofPeriod);
  });
  return shown;
});

function submissionRows(ledger: Ledger): readonly SubmissionRow[] {
  const { settings } = ledger;
  const undone = undoneBatches(ledger.entries);
  const live = new Set(liveSubmissions(ledger));
  const periods = [
    settings.period,
    ...[...ledger.submissions, ...ledger.receipts].map(({ period }) => period),
  ];
  return [...new Set(periods)].sort(comparePeriods).flatMap((period) => {
    const due = returnDue(period, settings.returnWithinDays);
    const ofPeriod = ledger.submissions.filter((one) => one.period === period);
    const receipts = ledger.receipts.filter((one) => one.period === period);
    const offices = returnsOwed(ledger, period).map(({ office }) => office);
    return [...new Set([...offices, ...[...ofPeriod, ...receipts].map((one) => one.office)])].flatMap(
      (office) => {
        const records = ofPeriod.filter((one) => one.office === office);
        const first = records.find((record) => live.has(record));
        const stateOf = (record: SubmissionRecord): string => {
          if (undone.has(record.batch)) return UNDONE_WORD;
          if (record !== first) return REPEATED_WORD;
          return record.returnedOn > due ? SUBMISSION_WORD.late : SUBMISSION_WORD.submitted;
        };
        const rows = records.map((record) => ({ period, office, due, record, state: stateOf(record) }));
        const isMissing = first === undefined && offices.includes(office);
        const missing = { period, office, due, record: undefined, state: SUBMISSION_WORD.missing };
        const papers = receipts
          .filter((one) => one.office === office)
          .map((record) => ({ period, office, due, record, state: receiptState(record, undone) }));
        return [...rows, ...(isMissing ? [missing] : []), ...papers];
      },
    );
  });
}

function receiptState({ kind, batch }: ReceiptRecord, undone: ReadonlySet<string>): string {
  if (undone.has(batch)) return UNDONE_WORD;
  return kind === 'picture' || kind === 'evidence' ? KEPT_WORD : RETURNED_WORD;
}
