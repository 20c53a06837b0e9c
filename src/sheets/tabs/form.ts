import { completionDateRule, percentRule, statusRule } from './answer-rules';
import { dateContent } from '../cell-contents';
import { chineseDate } from '../../base/calendar';
import type { Measure } from '../../plan/plan';
import type { Ledger } from '../../ledger/ledger';
import { periodLabel, returnDue } from '../../ledger/period';
import type { PeriodCode } from '../../ledger/records';
import { LACKS_COMPLETION_DATE } from '../../ledger/stated-rules';
import { FORM_COLUMNS, type FormField } from '../../returns/locate/form-columns';
import {
  FORM_VERSION,
  IDENTITY_SHEET,
  formIdentityRows,
  measureKey,
} from '../../returns/whose/form-identity';
import type { CellRange } from '../../base/raw-sheet';
import type {
  CellContent,
  CellFormat,
  ConditionalFormat,
  RangeFormat,
  RangeValidation,
  SheetBlueprint,
  WorkbookBlueprint,
} from '../../base/blueprint';
import { formMeasures, type FormMeasure } from './form-measures';
import { extensionMarks } from './extension-marks';
import { withFittedRows } from '../row-heights';
import { GAP } from '../subtitle';
import { ruleCondition } from '../rules';
import { plainSheet, range } from '../tab-builder';
import { COLOR, FORMAT, landscape } from '../theme';
import { NO_DEADLINE, SAMPLE_MARK } from '../words';

export const FORM_SHEET = '填报表';

const HEAD_ROW = 2;
const HINT_ROW = 3;
export const FORM_HEADER_ROW = 4;
const FIRST_ROW = FORM_HEADER_ROW + 1;
const DATE_LABEL = '填报日期';
const FOOT_LABELS = ['填报人', '审核人', '联系电话', DATE_LABEL] as const;

const WIDTHS: Readonly<Record<FormField, number>> = {
  key: 8,
  measure: 6,
  task: 16,
  text: 44,
  deadline: 12,
  claimedStatus: 11,
  percent: 8,
  completedOn: 12,
  progress: 34,
  problems: 20,
  nextSteps: 20,
  evidence: 16,
  remark: 12,
};

const FORMATS: Readonly<Partial<Record<FormField, CellFormat>>> = {
  measure: FORMAT.count,
  deadline: FORMAT.date,
  claimedStatus: FORMAT.centered,
  percent: { numberFormat: '0', horizontal: 'center' },
  completedOn: FORMAT.date,
};

/** The return form of one office for one period: what to report on is locked, what to report is open and validated. */
export function formWorkbook(ledger: Ledger, unit: string, period: PeriodCode): WorkbookBlueprint {
  return {
    title: `${ledger.plan.title}填报表（${unit}，${periodLabel(period)}）`,
    activeSheet: FORM_SHEET,
    names: [],
    sheets: [withFittedRows(formSheet(ledger, unit, period)), identitySheet(ledger, unit, period)],
  };
}

function identitySheet(ledger: Ledger, unit: string, period: PeriodCode): SheetBlueprint {
  return {
    ...plainSheet(
      IDENTITY_SHEET,
      formIdentityRows({ plan: ledger.plan.id, unit, period, version: FORM_VERSION }),
      [16, 40],
    ),
    visibility: 'veryHidden',
  };
}

/** Where things stand on a form of so many measures. */
class FormLayout {
  readonly width = FORM_COLUMNS.length;
  readonly lastRow: number;
  /** First column that is the unit's. */
  readonly open = FORM_COLUMNS.findIndex((column) => column.unlocked) + 1;
  readonly foot: readonly FootPlace[];

  constructor(measures: number) {
    this.lastRow = FORM_HEADER_ROW + measures;
    this.foot = footPlaces(this.lastRow + 2, this.columnOf('text'), this.columnOf('progress'));
  }

  columnOf(field: FormField): number {
    return FORM_COLUMNS.findIndex((column) => column.field === field) + 1;
  }

  /** The answers of one column. */
  body(field: FormField): CellRange {
    return range(FIRST_ROW, this.columnOf(field), this.lastRow, this.columnOf(field));
  }

  /** From one column to the last, over all measures. */
  rows(from: number): CellRange {
    return range(FIRST_ROW, from, this.lastRow, this.width);
  }

  /** A line over all visible columns. */
  line(row: number): CellRange {
    return range(row, 2, row, this.width);
  }

  padded(cells: readonly CellContent[]): readonly CellContent[] {
    return [...cells, ...Array.from({ length: this.width - cells.length }, () => null)];
  }
}

const TITLE_ROW = 1;
const HINT = '请填写黄色各栏：填报状态从下拉列表选择；已完成的填完成日期并写明佐证材料；灰色各栏请勿改动。';

function formSheet(ledger: Ledger, unit: string, period: PeriodCode): SheetBlueprint {
  const measures = formMeasures(ledger, unit, period);
  const extended = extensionMarks(
    measures.flatMap(({ plannedDeadline }, index) =>
      plannedDeadline === null ? [] : [{ row: FIRST_ROW + index, plannedDeadline }],
    ),
    FORM_COLUMNS.findIndex(({ field }) => field === 'deadline') + 1,
  );
  const layout = new FormLayout(measures.length);
  const cells = [
    ...headLines(ledger, unit, period, measures).map((line) => layout.padded([null, line])),
    FORM_COLUMNS.map(({ header }) => header),
    ...measures.map((measure) => FORM_COLUMNS.map(({ field }) => formCell(measure, field))),
    layout.padded([]),
    ...footRows(layout),
  ];
  const widths = FORM_COLUMNS.map(({ field }) => WIDTHS[field]);
  return {
    ...plainSheet(FORM_SHEET, cells, widths),
    hiddenColumns: [layout.columnOf('key')],
    tabColor: '1F4E79',
    formats: [...formFormats(layout), ...extended.formats],
    notes: extended.notes,
    rowHeights: [
      { row: TITLE_ROW, points: 30 },
      { row: HEAD_ROW, points: 22 },
      { row: HINT_ROW, points: 20 },
      { row: FORM_HEADER_ROW, points: 28 },
    ],
    merges: [TITLE_ROW, HEAD_ROW, HINT_ROW].map((row) => layout.line(row)),
    validations: [
      statusRule(layout.body('claimedStatus')),
      percentRule(layout.body('percent')),
      completionDateRule(layout.body('completedOn'), ledger.plan),
      ...textRules(layout),
    ],
    conditionalFormats: [dateOwed(layout)],
    autoFilter: range(FORM_HEADER_ROW, 2, layout.lastRow, layout.width),
    freeze: { rows: FORM_HEADER_ROW, columns: layout.columnOf('measure') },
    protection: { unlocked: [layout.rows(layout.open), ...layout.foot.map(({ cell }) => cell)] },
    print: {
      ...landscape('A4', `${unit}${GAP}${periodLabel(period)}`, {
        from: FORM_HEADER_ROW,
        to: FORM_HEADER_ROW,
      }),
      margins: { top: 12, bottom: 14, left: 8, right: 8 },
    },
  };
}

function headLines(
  { plan, settings }: Ledger,
  unit: string,
  period: PeriodCode,
  measures: readonly FormMeasure[],
): readonly string[] {
  const due = returnDue(period, settings.returnWithinDays);
  const head = [`填报单位：${unit}`, `报送期：${periodLabel(period)}`, `截止日期：${chineseDate(due)}`];
  const former = [...new Set(measures.flatMap(({ units }) => units))].filter((one) => one !== unit);
  const hint = former.length === 0 ? HINT : `${HINT}本表含原${former.join('、')}牵头的措施。`;
  return [`${plan.title}进展情况填报表${settings.sample ? SAMPLE_MARK : ''}`, head.join(GAP), hint];
}

function formFormats(layout: FormLayout): readonly RangeFormat[] {
  return [
    { range: layout.line(TITLE_ROW), format: { ...FORMAT.title, size: 16 } },
    { range: layout.line(HEAD_ROW), format: { ...FORMAT.subtitle, size: 11, color: COLOR.ink } },
    { range: layout.line(HINT_ROW), format: FORMAT.subtitle },
    { range: range(FORM_HEADER_ROW, 1, FORM_HEADER_ROW, layout.width), format: FORMAT.header },
    { range: layout.rows(1), format: { ...FORMAT.body, fill: COLOR.lockedFill } },
    { range: layout.rows(layout.open), format: { fill: COLOR.inputFill } },
    ...FORM_COLUMNS.flatMap(({ field }) => {
      const format = FORMATS[field];
      return format === undefined ? [] : [{ range: layout.body(field), format }];
    }),
    ...layout.foot.flatMap(({ label, cell, word }): RangeFormat[] => [
      { range: label, format: { horizontal: 'right', bold: true } },
      { range: cell, format: { fill: COLOR.inputFill, border: COLOR.line, horizontal: 'left' } },
      ...(word === DATE_LABEL ? [{ range: cell, format: { numberFormat: 'yyyy-mm-dd' } }] : []),
    ]),
  ];
}

/** A completion without its date shows before the form is sent. */
function dateOwed(layout: FormLayout): ConditionalFormat {
  return {
    range: layout.body('completedOn'),
    condition: ruleCondition(LACKS_COMPLETION_DATE, {
      status: layout.columnOf('claimedStatus'),
      completedOn: layout.columnOf('completedOn'),
    }),
    format: { fill: COLOR.overdueFill },
  };
}

function formCell(measure: Measure, field: FormField): CellContent {
  switch (field) {
    case 'key':
      return measureKey(measure.no);
    case 'measure':
      return measure.no;
    case 'task':
      return `${measure.taskNo}.${measure.task}`;
    case 'text':
      return measure.text;
    case 'deadline':
      return dateContent(measure.deadline) ?? NO_DEADLINE;
    default:
      return null;
  }
}

/** A long answer is welcome, an endless one is a slip. */
const TEXT_LIMIT = 2_000;

function textRules(layout: FormLayout): readonly RangeValidation[] {
  const prompts = [
    ['progress', '进展情况', '写明做了什么、结果如何，不要只写“正在推进”。'],
    ['problems', '存在问题', '没有按时完成的，说明原因。'],
    ['nextSteps', '下一步打算', '写明下一步措施和预计完成时间。'],
    ['evidence', '佐证材料', '文件名称、文号或链接。'],
  ] as const;
  return prompts.map(([field, title, text]) => ({
    range: layout.body(field),
    rule: { kind: 'textLength', max: TEXT_LIMIT },
    prompt: { title, text },
    error: { title: `${title}过长`, text: `请控制在 ${TEXT_LIMIT} 字以内。` },
  }));
}

interface FootPlace {
  readonly label: CellRange;
  readonly cell: CellRange;
  readonly word: string;
}

/** Two by two under the table: the labels on the locked side of each pair, the answers beside them. */
function footPlaces(row: number, left: number, right: number): readonly FootPlace[] {
  return FOOT_LABELS.map((word, index) => {
    const at = row + Math.floor(index / 2);
    const column = index % 2 === 0 ? left : right;
    return {
      word,
      label: range(at, column - 1, at, column - 1),
      cell: range(at, column, at, column),
    };
  });
}

function footRows({ width, foot: places }: FormLayout): readonly (readonly CellContent[])[] {
  const rows = [...new Set(places.map(({ label }) => label.top))];
  return rows.map((row) => {
    const cells: CellContent[] = Array.from({ length: width }, () => null);
    for (const { label, word } of places) if (label.top === row) cells[label.left - 1] = `${word}：`;
    return cells;
  });
}
