import { completionDateRule, percentRule, statusRule } from './answer-rules';
import { canStand, lastWords } from './last-words';
import { dateContent } from '../cell-contents';
import { chineseDate } from '../../base/calendar';
import type { Ledger } from '../../ledger/ledger';
import { periodLabel } from '../../ledger/period';
import type { PeriodCode } from '../../ledger/records';
import { CLOSED_WORD, type FormField } from '../../returns/locate/form-columns';
import {
  FORM_VERSION,
  IDENTITY_SHEET,
  closedKey,
  formIdentityRows,
  measureKey,
} from '../../returns/whose/form-identity';
import type { CellContent, RangeValidation, SheetBlueprint, WorkbookBlueprint } from '../../base/blueprint';
import { dateOwed, formFormats } from './form-formats';
import { FORM_FIRST_ROW, FORM_HEADER_ROW, FORM_LINE, FormLayout } from './form-layout';
import { formContent, type FormContent, type FormMeasure } from './form-measures';
import { extensionMarks } from './extension-marks';
import { withFittedRows } from '../row-heights';
import { GAP } from '../subtitle';
import { plainSheet, range } from '../tab-builder';
import { landscape } from '../theme';
import { NO_DEADLINE, SAMPLE_MARK } from '../words';

export const FORM_SHEET = '填报表';

const WIDTHS: Readonly<Record<FormField, number>> = {
  key: 8,
  measure: 6,
  task: 16,
  text: 44,
  deadline: 12,
  last: 32,
  claimedStatus: 11,
  percent: 8,
  completedOn: 12,
  progress: 34,
  problems: 20,
  nextSteps: 20,
  evidence: 16,
  remark: 12,
};

/** Beside what is known from before these take less, so that a page is no smaller to read. */
const NARROWER: Readonly<Partial<Record<FormField, number>>> = {
  task: 13,
  text: 36,
  progress: 30,
  problems: 17,
  nextSteps: 17,
  evidence: 14,
  remark: 10,
};

/** The return form of one office for one period: what to report on is locked, what to report is open and validated. */
export function formWorkbook(ledger: Ledger, unit: string, period: PeriodCode): WorkbookBlueprint {
  return formOf(formContent(ledger, unit, period));
}

/** The form that holds this. */
function formOf(content: FormContent): WorkbookBlueprint {
  const { title, unit, period } = content;
  return {
    title: `${title}填报表（${unit}，${periodLabel(period)}）`,
    activeSheet: FORM_SHEET,
    names: [],
    sheets: [withFittedRows(formSheet(content)), identitySheet(content)],
  };
}

function identitySheet({ plan, unit, period }: FormContent): SheetBlueprint {
  return {
    ...plainSheet(IDENTITY_SHEET, formIdentityRows({ plan, unit, period, version: FORM_VERSION }), [16, 40]),
    visibility: 'veryHidden',
  };
}

const HINT = '请填写黄色各栏：填报状态从下拉列表选择；已完成的填完成日期并写明佐证材料；灰色各栏请勿改动。';
const UNCHANGED_HINT = '与上期相比没有变化的，填报状态选“无变化”，其余各栏可不填，视为沿用上期填报。';
const NOTHING_OWED = '本单位牵头的措施均已销号，本期无需逐项填报，填写落款、签字盖章后报回即可。';

function formSheet(content: FormContent): SheetBlueprint {
  const { measures, unit, period } = content;
  const layout = new FormLayout(content);
  const extended = extensionMarks(
    measures.flatMap(({ plannedDeadline }, index) =>
      plannedDeadline === null ? [] : [{ row: FORM_FIRST_ROW + index, plannedDeadline }],
    ),
    layout.columnOf('deadline'),
  );
  const sheet = plainSheet(FORM_SHEET, formCells(content, layout), columnWidths(layout));
  return {
    ...sheet,
    hiddenColumns: [layout.columnOf('key')],
    tabColor: '1F4E79',
    formats: [...formFormats(content, layout), ...extended.formats],
    notes: extended.notes,
    rowHeights: [
      { row: FORM_LINE.title, points: 30 },
      { row: FORM_LINE.head, points: 22 },
      { row: FORM_LINE.hint, points: 20 },
      { row: FORM_HEADER_ROW, points: 28 },
      { row: layout.signatureRow, points: 44 },
    ],
    merges: [
      ...[FORM_LINE.title, FORM_LINE.head, FORM_LINE.hint].map((row) => layout.line(row)),
      ...(measures.length === 0 ? [layout.line(FORM_FIRST_ROW)] : []),
      ...(layout.closedHeading === undefined ? [] : [layout.line(layout.closedHeading)]),
    ],
    validations: [
      ...statusRules(content, layout),
      percentRule(layout.body('percent')),
      completionDateRule(layout.body('completedOn'), content),
      ...textRules(layout),
    ],
    conditionalFormats: [dateOwed(layout)],
    autoFilter: range(FORM_HEADER_ROW, 2, layout.lastRow, layout.width),
    freeze: { rows: FORM_HEADER_ROW, columns: layout.columnOf('measure') },
    protection: {
      unlocked: [
        ...(measures.length === 0 ? [] : [layout.rows(layout.open)]),
        ...layout.foot.flatMap(({ takes, cell }) => (takes === 'pen' ? [] : [cell])),
      ],
    },
    print: {
      ...landscape('A4', `${unit}${GAP}${periodLabel(period)}`, {
        from: FORM_HEADER_ROW,
        to: FORM_HEADER_ROW,
      }),
      margins: { top: 12, bottom: 14, left: 8, right: 8 },
    },
  };
}

function columnWidths({ columns }: FormLayout): readonly number[] {
  const narrower = columns.some(({ field }) => field === 'last') ? NARROWER : {};
  return columns.map(({ field }) => narrower[field] ?? WIDTHS[field]);
}

function formCells(content: FormContent, layout: FormLayout): readonly (readonly CellContent[])[] {
  const { measures, closed } = content;
  const fields = layout.columns.map(({ field }) => field);
  return [
    ...headLines(content).map((line) => layout.padded([null, line])),
    layout.columns.map(({ header }) => header),
    ...(measures.length === 0 ? [layout.padded([null, NOTHING_OWED])] : []),
    ...measures.map((measure) => fields.map((field) => formCell(measure, field))),
    ...(closed.length === 0
      ? []
      : [layout.padded([null, `以下 ${closed.length} 项措施已销号，本期不再填报：`])]),
    ...closed.map((measure) => fields.map((field) => closedCell(measure, field))),
    layout.padded([]),
    ...footRows(layout),
  ];
}

function headLines(content: FormContent): readonly string[] {
  const { title, unit, period, due, sample, measures } = content;
  const head = [`填报单位：${unit}`, `报送期：${periodLabel(period)}`, `截止日期：${chineseDate(due)}`];
  return [`${title}进展情况填报表${sample ? SAMPLE_MARK : ''}`, head.join(GAP), hintOf({ unit, measures })];
}

function hintOf({ unit, measures }: Pick<FormContent, 'unit' | 'measures'>): string {
  const former = [...new Set(measures.flatMap(({ units }) => units))].filter((one) => one !== unit);
  return [
    HINT,
    measures.some(canStand) ? UNCHANGED_HINT : '',
    former.length === 0 ? '' : `本表含原${former.join('、')}牵头的措施。`,
  ].join('');
}

/** Where there is a last answer that can stand, 无变化 is among the words. */
function statusRules({ measures }: FormContent, layout: FormLayout): readonly RangeValidation[] {
  if (!measures.some(canStand)) return [statusRule(layout.body('claimedStatus'))];
  const column = layout.columnOf('claimedStatus');
  const rules: RangeValidation[] = [];
  let top = 0;
  for (const [index, measure] of measures.entries()) {
    const next = measures[index + 1];
    if (next !== undefined && canStand(next) === canStand(measure)) continue;
    const target = range(FORM_FIRST_ROW + top, column, FORM_FIRST_ROW + index, column);
    rules.push(statusRule(target, canStand(measure)));
    top = index + 1;
  }
  return rules;
}

function formCell(measure: FormMeasure, field: FormField): CellContent {
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
    case 'last':
      return lastWords(measure);
    default:
      return null;
  }
}

function closedCell(measure: FormMeasure, field: FormField): CellContent {
  switch (field) {
    case 'key':
      return closedKey(measure.no);
    case 'claimedStatus':
      return CLOSED_WORD;
    case 'completedOn':
      return dateContent(measure.last?.report.completedOn ?? null);
    case 'last':
      return null;
    default:
      return formCell(measure, field);
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

function footRows({ width, foot: places }: FormLayout): readonly (readonly CellContent[])[] {
  const rows = [...new Set(places.map(({ label }) => label.top))];
  return rows.map((row) => {
    const cells: CellContent[] = Array.from({ length: width }, () => null);
    for (const { label, word } of places) if (label.top === row) cells[label.left - 1] = `${word}：`;
    return cells;
  });
}
