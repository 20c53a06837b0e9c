import { must } from '../../base/invariant';
import type { CalendarDate } from '../../base/calendar';
import type { CellRange } from '../../base/raw-sheet';
import type { Measure, Plan } from '../../plan/plan';
import type { LedgerState, MeasureState } from '../../ledger/fold';
import { leadersText } from '../../ledger/units/assignments';
import type { Ledger } from '../../ledger/ledger';
import type { Report } from '../../ledger/records';
import { IS_OVERDUE, OVERDUE_DAYS, TIMELINESS_OF_CLAIM } from '../../ledger/stated-rules';
import { statusWord } from '../../returns/locate/form-columns';
import type {
  CellContent,
  ConditionalFormat,
  FormulaCell,
  RangeValidation,
  SheetBlueprint,
} from '../../base/blueprint';
import { extensionMarks } from './extension-marks';
import { asOfSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, range } from '../tab-builder';
import { clipped, dateContent, sectionText } from '../cell-contents';
import { completionDateRule, percentRule, statusRule, verificationRule } from './answer-rules';
import { ruleCondition, ruleFormula } from '../rules';
import { leadingLines } from '../row-heights';
import { noteColumn, tableSheet, tableTab } from './table-tab';
import { COLOR, FORMAT, landscape, trafficLights } from '../theme';
import { NAME, NO_DEADLINE, SAMPLE_MARK, TAB, TIMELINESS_WORD, VERIFICATION_WORD } from '../words';

/** A measure and where it stands, in the row of the tab it is drawn in. */
export interface LedgerRow {
  readonly plan: Plan;
  readonly measure: Measure;
  readonly state: MeasureState;
  readonly row: number;
}

const shown = ({ state }: LedgerRow): StatusCells => shownStatusCells(state);

/** 台账, column by column. */
export const LEDGER = tableTab<LedgerRow>()(TAB.ledger, 'LedgerTable', {
  no: {
    header: '序号',
    width: 6,
    format: FORMAT.count,
    write: ({ measure }) => measure.no,
    read: 'number',
    identifies: true,
  },
  section: {
    header: '部分',
    width: 15,
    write: ({ plan, measure }) => sectionText(plan, measure.section),
    read: 'drawn',
  },
  task: {
    header: '任务',
    width: 20,
    write: ({ measure }) => `${measure.taskNo}.${measure.task}`,
    read: 'drawn',
  },
  text: { header: '措施内容', width: 58, write: ({ measure }) => measure.text, read: 'text' },
  unit: {
    header: '牵头单位',
    width: 15,
    format: FORMAT.centered,
    write: ({ measure }) => leadersText(measure),
    read: 'drawn',
  },
  deadline: {
    header: '完成时限',
    width: 13,
    format: FORMAT.date,
    write: ({ state }) => dateContent(state.deadline) ?? NO_DEADLINE,
    read: 'drawn',
  },
  status: {
    header: '填报状态',
    width: 10,
    format: FORMAT.centered,
    write: (row) => shown(row).status,
    read: 'text',
    typed: true,
  },
  percent: {
    header: '进度',
    width: 7,
    format: FORMAT.percentNumber,
    write: (row) => shown(row).percent,
    read: 'number',
    typed: true,
  },
  completedOn: {
    header: '完成日期',
    width: 12,
    format: FORMAT.date,
    write: (row) => dateContent(shown(row).completedOn),
    read: 'date',
    typed: true,
  },
  progress: {
    header: '最新进展',
    width: 39,
    write: (row) => shown(row).progress,
    read: 'text',
    typed: true,
  },
  problems: {
    header: '存在问题',
    width: 24,
    write: (row) => shown(row).problems,
    read: 'text',
    typed: true,
  },
  timeliness: {
    header: '时限状态',
    width: 10,
    format: FORMAT.centered,
    write: ({ row, state }) => timelinessCell(row, state),
    read: 'drawn',
  },
  overdueDays: {
    header: '逾期天数',
    width: 9,
    format: FORMAT.count,
    write: ({ row, state }) => overdueCell(row, state),
    read: 'drawn',
  },
  verification: {
    header: '核实状态',
    width: 9,
    format: FORMAT.centered,
    write: ({ state }) => (state.verification === null ? null : VERIFICATION_WORD[state.verification]),
    read: 'text',
    typed: true,
  },
  period: {
    header: '报送期',
    width: 10,
    format: FORMAT.centered,
    write: ({ state }) => state.period,
    read: 'drawn',
  },
  responsibleLeader: noteColumn({
    header: '分管领导',
    width: 10,
    format: FORMAT.centered,
    forLeaders: true,
  }),
});

export type LedgerColumn = keyof typeof LEDGER.columns;

/** The row in which a measure stands: the ledger keeps the plan's order. */
export function ledgerRowOf(index: number): number {
  return FIRST_ROW + index;
}

/** What the hand-editable status columns hold; the same projection finds hand edits again. */
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

/** Behind the texts of the first of many units, where a row cannot show all of them. */
const MORE_UNITS = `……其余单位的填报见“${TAB.entries}”`;

/** What the columns show of a measure. Of many units that each say something else as many as a row has room for. */
export function shownStatusCells({ report, units }: Pick<MeasureState, 'report' | 'units'>): StatusCells {
  const whole = statusCells(report);
  if (units.length < 2) return whole;
  const brief = (key: 'progress' | 'problems') =>
    leadingLines(whole[key], LEDGER.columns[key].width, MORE_UNITS);
  return { ...whole, progress: brief('progress'), problems: brief('problems') };
}

function timelinessCell(row: number, state: MeasureState): FormulaCell {
  return {
    formula: ruleFormula(TIMELINESS_OF_CLAIM, {
      status: cellIn('status', row),
      completedOn: cellIn('completedOn', row),
      deadline: cellIn('deadline', row),
      asOf: NAME.asOf,
      dueSoonDays: NAME.dueSoonDays,
    }),
    result: TIMELINESS_WORD[state.timeliness],
  };
}

function overdueCell(row: number, state: MeasureState): FormulaCell {
  return {
    formula: ruleFormula(OVERDUE_DAYS, {
      timeliness: cellIn('timeliness', row),
      deadline: cellIn('deadline', row),
      asOf: NAME.asOf,
    }),
    result: state.timeliness === 'overdue' ? state.overdueDays : '',
  };
}

function cellIn(key: LedgerColumn, row: number): string {
  return `$${LEDGER.letter(key)}${row}`;
}

/** A row that no entry has touched is drawn once; its plan and its place in it never change. */
const drawnRows = new WeakMap<MeasureState, readonly CellContent[]>();

function ledgerRow(plan: Plan, index: number, state: MeasureState): readonly CellContent[] {
  const measure = must(plan.measures[index], `measure ${index}`);
  const cells = drawnRows.get(state) ?? LEDGER.cells({ plan, measure, state, row: ledgerRowOf(index) });
  drawnRows.set(state, cells);
  return cells;
}

/** 台账: one row a measure. The status columns hold values, so that the clerk can correct them by hand. */
export function ledgerTab(ledger: Ledger, state: LedgerState): SheetBlueprint {
  const { plan, settings } = ledger;
  const rows = state.measures.map((measure, index) => ledgerRow(plan, index, measure));
  const lastRow = HEADER_ROW + rows.length;
  const years = `(${plan.years.from}—${plan.years.to}年)`;
  const extended = extensionMarks(
    plan.measures.flatMap(({ deadline }, index) =>
      deadline === null || state.measures[index]?.deadline === deadline
        ? []
        : [{ row: ledgerRowOf(index), plannedDeadline: deadline }],
    ),
    LEDGER.at('deadline'),
  );
  const base = tableSheet(LEDGER, rows, {
    title: `${plan.title}${years}措施台账${settings.sample ? SAMPLE_MARK : ''}`,
    subtitle: asOfSubtitle(settings),
    sample: settings.sample,
  });
  return {
    ...base,
    formats: [...base.formats, ...extended.formats],
    notes: extended.notes,
    tabColor: '1F4E79',
    freeze: { rows: HEADER_ROW, columns: LEDGER.at('no') },
    validations: statusValidations(plan, lastRow),
    conditionalFormats: [
      ...lights(LEDGER.body('status', lastRow)),
      ...lights(LEDGER.body('timeliness', lastRow, 'overdueDays')),
      {
        range: range(FIRST_ROW, 1, lastRow, LEDGER.width),
        condition: ruleCondition(IS_OVERDUE, { timeliness: LEDGER.at('timeliness') }),
        format: { fill: COLOR.overdueFill },
      },
    ],
    print: landscape('A3', `${plan.title}措施台账`, { from: 1, to: HEADER_ROW }),
  };
}

/** The light in the columns that say the same in words; an overdue row is filled from end to end beside it. */
function lights(target: CellRange): readonly ConditionalFormat[] {
  return trafficLights(target, LEDGER.at('timeliness'));
}

function statusValidations(plan: Plan, lastRow: number): readonly RangeValidation[] {
  return [
    statusRule(LEDGER.body('status', lastRow)),
    percentRule(LEDGER.body('percent', lastRow)),
    completionDateRule(LEDGER.body('completedOn', lastRow), plan),
    verificationRule(LEDGER.body('verification', lastRow)),
  ];
}
