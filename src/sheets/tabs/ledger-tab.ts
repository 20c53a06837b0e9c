import { calendarDate, type CalendarDate } from '../../base/calendar';
import type { Measure, Plan } from '../../plan/plan';
import type { LedgerState, MeasureState } from '../../ledger/fold';
import { leadersText } from '../../ledger/units/assignments';
import type { Ledger } from '../../ledger/ledger';
import type { Report } from '../../ledger/records';
import { STATUS_WORDS, statusWord } from '../../returns/locate/form-columns';
import type {
  CellContent,
  ConditionalFormat,
  DateCell,
  FormulaCell,
  RangeValidation,
  SheetBlueprint,
} from '../../base/blueprint';
import { extensionMarks } from './extension-marks';
import { asOfSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, range, titledTable, type TabColumn } from '../tab-builder';
import { COLOR, FORMAT, landscape, trafficLights } from '../theme';
import { NAME, NO_DEADLINE, SAMPLE_MARK, TAB, TIMELINESS_WORD, VERIFICATION_WORD } from '../words';

/** Excel's limit for the text of one cell. */
const CELL_TEXT_LIMIT = 32_767;

/** The ledger tab's columns, counted from 1, with their letters. */
export const LEDGER_COLUMN = {
  no: { at: 1, letter: 'A' },
  section: { at: 2, letter: 'B' },
  task: { at: 3, letter: 'C' },
  text: { at: 4, letter: 'D' },
  unit: { at: 5, letter: 'E' },
  deadline: { at: 6, letter: 'F' },
  status: { at: 7, letter: 'G' },
  percent: { at: 8, letter: 'H' },
  completedOn: { at: 9, letter: 'I' },
  progress: { at: 10, letter: 'J' },
  problems: { at: 11, letter: 'K' },
  timeliness: { at: 12, letter: 'L' },
  overdueDays: { at: 13, letter: 'M' },
  verification: { at: 14, letter: 'N' },
  period: { at: 15, letter: 'O' },
} as const;

const COLUMNS: readonly TabColumn[] = [
  { header: '序号', width: 6, format: FORMAT.count },
  { header: '部分', width: 15 },
  { header: '任务', width: 20 },
  { header: '措施内容', width: 58 },
  { header: '牵头单位', width: 15, format: FORMAT.centered },
  { header: '完成时限', width: 13, format: FORMAT.date },
  { header: '填报状态', width: 10, format: FORMAT.centered },
  { header: '进度', width: 7, format: FORMAT.percentNumber },
  { header: '完成日期', width: 12, format: FORMAT.date },
  { header: '最新进展', width: 42 },
  { header: '存在问题', width: 24 },
  { header: '时限状态', width: 10, format: FORMAT.centered },
  { header: '逾期天数', width: 9, format: FORMAT.count },
  { header: '核实状态', width: 9, format: FORMAT.centered },
  { header: '报送期', width: 10, format: FORMAT.centered },
];

/** The row in which a measure stands: the ledger keeps the plan's order. */
export function ledgerRowOf(index: number): number {
  return FIRST_ROW + index;
}

/** What the hand-editable status columns show for a report; the same projection finds hand edits again. */
export interface StatusCells {
  readonly status: string;
  readonly percent: number | null;
  readonly completedOn: CalendarDate | null;
  readonly progress: string;
  readonly problems: string;
}

export function statusCells(report: Report | null): StatusCells {
  return {
    status: report?.status == null ? '' : statusWord(report.status),
    percent: report?.percent ?? null,
    completedOn: report?.completedOn ?? null,
    progress: clipped(report?.progress ?? ''),
    problems: clipped(report?.problems ?? ''),
  };
}

/** Cut to what one cell can hold, without splitting a character. */
export function clipped(text: string): string {
  if (text.length <= CELL_TEXT_LIMIT) return text;
  const cut = text.slice(0, CELL_TEXT_LIMIT - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

export function dateContent(date: CalendarDate | null): DateCell | null {
  return date === null ? null : { date };
}

/** A section by number and title, as official papers write them: “一、…”, “（一）…”, “第一部分 …”. */
export function sectionText(plan: Plan, no: string): string {
  const section = plan.sections.find((one) => one.no === no);
  if (section === undefined) return no;
  const sign = section.no === '' || /[)）]$/.test(section.no) ? '' : section.no.startsWith('第') ? ' ' : '、';
  return `${section.no}${sign}${section.title}`;
}

function timelinessFormula(row: number, state: MeasureState): FormulaCell {
  const { status, completedOn, deadline } = LEDGER_COLUMN;
  const [s, c, d] = [status, completedOn, deadline].map(({ letter }) => `$${letter}${row}`);
  return {
    formula:
      `IF(AND(${s}="已完成",${c}<>""),IF(AND(ISNUMBER(${d}),${c}>${d}),"逾期完成","已完成"),` +
      `IF(NOT(ISNUMBER(${d})),"长期",IF(${NAME.asOf}>${d},"逾期",` +
      `IF(${d}<=${NAME.asOf}+${NAME.dueSoonDays},"临期","正常"))))`,
    result: TIMELINESS_WORD[state.timeliness],
  };
}

function overdueFormula(row: number, state: MeasureState): FormulaCell {
  const { timeliness, deadline } = LEDGER_COLUMN;
  return {
    formula: `IF($${timeliness.letter}${row}="逾期",${NAME.asOf}-$${deadline.letter}${row},"")`,
    result: state.timeliness === 'overdue' ? state.overdueDays : '',
  };
}

function measureRow(plan: Plan, measure: Measure, state: MeasureState, row: number): CellContent[] {
  const shown = statusCells(state.report);
  const text = (content: string) => (content === '' ? null : content);
  return [
    measure.no,
    sectionText(plan, measure.section),
    `${measure.taskNo}.${measure.task}`,
    measure.text,
    leadersText(measure),
    dateContent(state.deadline) ?? NO_DEADLINE,
    text(shown.status),
    shown.percent,
    dateContent(shown.completedOn),
    text(shown.progress),
    text(shown.problems),
    timelinessFormula(row, state),
    overdueFormula(row, state),
    state.verification === null ? null : VERIFICATION_WORD[state.verification],
    state.period,
  ];
}

/** 台账: one row a measure. The status columns hold values, so that the clerk can correct them by hand. */
export function ledgerTab(ledger: Ledger, state: LedgerState): SheetBlueprint {
  const { plan, settings } = ledger;
  const rows = plan.measures.flatMap((measure, index) => {
    const measureState = state.measures[index];
    return measureState === undefined ? [] : [measureRow(plan, measure, measureState, ledgerRowOf(index))];
  });
  const lastRow = HEADER_ROW + rows.length;
  const years = `(${plan.years.from}—${plan.years.to}年)`;
  const extended = extensionMarks(
    plan.measures.flatMap(({ deadline }, index) =>
      deadline === null || state.measures[index]?.deadline === deadline
        ? []
        : [{ row: ledgerRowOf(index), plannedDeadline: deadline }],
    ),
    LEDGER_COLUMN.deadline.at,
  );
  const base = titledTable({
    name: TAB.ledger,
    title: `${plan.title}${years}措施台账${settings.sample ? SAMPLE_MARK : ''}`,
    subtitle: asOfSubtitle(settings),
    sample: settings.sample,
    columns: COLUMNS,
    rows,
    table: 'LedgerTable',
  });
  return {
    ...base,
    formats: [...base.formats, ...extended.formats],
    notes: extended.notes,
    tabColor: '1F4E79',
    freeze: { rows: HEADER_ROW, columns: LEDGER_COLUMN.no.at },
    validations: statusValidations(plan, lastRow),
    conditionalFormats: [
      ...lights(LEDGER_COLUMN.status.at, LEDGER_COLUMN.status.at, lastRow),
      ...lights(LEDGER_COLUMN.timeliness.at, LEDGER_COLUMN.overdueDays.at, lastRow),
      {
        range: range(FIRST_ROW, 1, lastRow, COLUMNS.length),
        formula: `$${LEDGER_COLUMN.timeliness.letter}${FIRST_ROW}="${TIMELINESS_WORD.overdue}"`,
        format: { fill: COLOR.overdueFill },
      },
    ],
    print: landscape('A3', `${plan.title}措施台账`, { from: 1, to: HEADER_ROW }),
  };
}

/** The light in the columns that say the same in words; an overdue row is filled from end to end beside it. */
function lights(left: number, right: number, lastRow: number): readonly ConditionalFormat[] {
  return trafficLights(range(FIRST_ROW, left, lastRow, right), LEDGER_COLUMN.timeliness.letter);
}

function statusValidations(plan: Plan, lastRow: number): readonly RangeValidation[] {
  const column = (at: number) => range(FIRST_ROW, at, lastRow, at);
  return [
    statusRule(column(LEDGER_COLUMN.status.at)),
    percentRule(column(LEDGER_COLUMN.percent.at)),
    completionDateRule(column(LEDGER_COLUMN.completedOn.at), plan),
    verificationRule(column(LEDGER_COLUMN.verification.at)),
  ];
}

function verificationRule(target: RangeValidation['range']): RangeValidation {
  return {
    range: target,
    rule: { kind: 'list', values: Object.values(VERIFICATION_WORD) },
    prompt: {
      title: '核实状态',
      text: '核实无误的选“已销号”，与事实不符的选“退回”。单位再次填报后回到“待核实”。',
    },
    error: { title: '核实状态有误', text: '只能填写：待核实、退回、已销号。请从下拉列表选择。' },
  };
}

export function statusRule(target: RangeValidation['range']): RangeValidation {
  return {
    range: target,
    rule: { kind: 'list', values: STATUS_WORDS },
    prompt: { title: '填报状态', text: '请从下拉列表选择：已完成、推进中、未启动、长期坚持。' },
    error: { title: '填报状态有误', text: '只能填写：已完成、推进中、未启动、长期坚持。请从下拉列表选择。' },
  };
}

export function percentRule(target: RangeValidation['range']): RangeValidation {
  return {
    range: target,
    rule: { kind: 'wholeNumber', min: 0, max: 100 },
    prompt: { title: '进度(%)', text: '请填 0 到 100 的整数，不必写百分号。已完成填 100。' },
    error: { title: '进度有误', text: '进度应为 0 到 100 的整数，例如 60。' },
  };
}

/** Work may be finished before the plan's years begin and reported some years after they end. */
export function completionDateRule(target: RangeValidation['range'], plan: Plan): RangeValidation {
  return {
    range: target,
    rule: {
      kind: 'date',
      from: calendarDate(plan.years.from - 1, 1, 1) as CalendarDate,
      to: calendarDate(plan.years.to + 5, 12, 31) as CalendarDate,
    },
    prompt: { title: '完成日期', text: '状态为“已完成”时必填，例如 2017-06-30。' },
    error: { title: '完成日期有误', text: '请填写真实日期，例如 2017-06-30。' },
  };
}
