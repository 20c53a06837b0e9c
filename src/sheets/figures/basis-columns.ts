import type { AssignmentState, MeasureState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { lightOf } from '../../ledger/figures/lights';
import { LIGHT, OVERDUE_COUNT, OVERDUE_RANK, STANDING, TIMELINESS, ruleOf } from '../../ledger/stated-rules';
import type { Measure } from '../../plan/plan';
import { toSerial, yearOf, type CalendarDate } from '../../base/calendar';
import { columnLetters } from '../../base/raw-sheet';
import { statusWord } from '../../returns/locate/form-columns';
import type { CellContent, FormulaCell } from '../../base/blueprint';
import { dateContent, sectionText } from '../cell-contents';
import { LEDGER, ledgerRowOf, statusCells, type LedgerColumn } from '../tabs/ledger-tab';
import { ruleFormula } from '../rules';
import { onSheet, type TabColumn } from '../tab-builder';
import { FORMAT } from '../theme';
import { LIGHT_WORD, NAME, NO_DEADLINE, STANDING_WORD, TAB, TIMELINESS_WORD } from '../words';

/** An assignment in its row of the tab; `measureRow`: that of its measure, which it follows when no other unit shares it. */
export interface AssignmentRow {
  readonly state: AssignmentState;
  readonly row: number;
  readonly measureRow: number | undefined;
}

export interface MeasureRow {
  readonly ledger: Ledger;
  readonly measure: Measure;
  readonly state: MeasureState;
  /** From 0, in the plan's order. */
  readonly index: number;
  readonly row: number;
  /** Row of 台账 among those of the measures, from 1. */
  readonly place: number;
  readonly overdueSoFar: number;
}

export interface BasisColumn<Row> extends TabColumn {
  readonly write: (row: Row) => CellContent;
}

export type AssignmentKey = 'no' | 'unit' | 'deadline' | 'status' | 'completedOn' | 'standing' | 'timeliness';

export const ASSIGNMENT: Readonly<Record<AssignmentKey, BasisColumn<AssignmentRow>>> = {
  no: { header: '序号', width: 6, write: ({ state }) => state.assignment.measure },
  unit: { header: '牵头单位', width: 18, write: ({ state }) => state.assignment.unit },
  deadline: {
    header: '完成时限',
    width: 12,
    format: FORMAT.date,
    write: ({ state }) => dateContent(state.deadline) ?? NO_DEADLINE,
  },
  status: { header: '填报状态', width: 10, write: (row) => followed(row, 'status', statusText(row.state)) },
  completedOn: {
    header: '完成日期',
    width: 12,
    format: FORMAT.date,
    write: (row) => followed(row, 'completedOn', completedOn(row.state)),
  },
  standing: {
    header: '统计状态',
    width: 10,
    write: ({ state, row }) => ({
      formula: ruleFormula(STANDING, {
        status: assignmentCell('status', row),
        completedOn: assignmentCell('completedOn', row),
      }),
      result: STANDING_WORD[state.standing],
    }),
  },
  timeliness: {
    header: '时限状态',
    width: 10,
    write: ({ state, row }) => ({
      formula: ruleFormula(TIMELINESS, {
        standing: assignmentCell('standing', row),
        completedOn: assignmentCell('completedOn', row),
        deadline: assignmentCell('deadline', row),
        ...DAY_CELLS,
      }),
      result: TIMELINESS_WORD[state.timeliness],
    }),
  },
};

export type MeasureKey =
  | 'no'
  | 'section'
  | 'year'
  | 'place'
  | 'deadline'
  | 'status'
  | 'completedOn'
  | 'standing'
  | 'timeliness'
  | 'overdueSoFar'
  | 'overdueRank'
  | 'light';

export const MEASURE: Readonly<Record<MeasureKey, BasisColumn<MeasureRow>>> = {
  no: { header: '序号', width: 6, write: ({ measure }) => measure.no },
  section: {
    header: '部分',
    width: 28,
    write: ({ ledger, measure }) => sectionText(ledger.plan, measure.section),
  },
  year: {
    header: '时限年度',
    width: 10,
    write: ({ state }) => (state.deadline === null ? NO_DEADLINE : yearOf(state.deadline)),
  },
  place: { header: '台账位置', width: 10, write: (row) => placeCell(row) },
  deadline: {
    header: '完成时限',
    width: 12,
    format: FORMAT.date,
    write: ({ state }) => dateContent(state.deadline) ?? NO_DEADLINE,
  },
  status: {
    header: '填报状态',
    width: 10,
    write: (row) => looked(row, 'status', statusCells(row.state.report).status),
  },
  completedOn: {
    header: '完成日期',
    width: 12,
    format: FORMAT.date,
    write: (row) => looked(row, 'completedOn', serialOf(row.state.report?.completedOn ?? null)),
  },
  standing: {
    header: '统计状态',
    width: 10,
    write: ({ state, row }) => ({
      formula: ruleFormula(STANDING, { status: at('status', row), completedOn: at('completedOn', row) }),
      result: STANDING_WORD[state.standing],
    }),
  },
  timeliness: {
    header: '时限状态',
    width: 10,
    write: ({ state, row }) => ({
      formula: ruleFormula(TIMELINESS, {
        standing: at('standing', row),
        completedOn: at('completedOn', row),
        deadline: at('deadline', row),
        ...DAY_CELLS,
      }),
      result: TIMELINESS_WORD[state.timeliness],
    }),
  },
  overdueSoFar: { header: '逾期累计', width: 10, write: (row) => overdueCount(row) },
  overdueRank: { header: '逾期排序', width: 12, write: (row) => rankCell(row) },
  light: {
    header: '灯号',
    width: 6,
    write: (row) => ({
      formula: ruleFormula(LIGHT, {
        standing: at('standing', row.row),
        timeliness: at('timeliness', row.row),
        deadline: at('deadline', row.row),
        problems: picked(row, 'problems'),
        verification: picked(row, 'verification'),
        asOf: NAME.asOf,
        slowStartDays: NAME.slowStartDays,
      }),
      result: LIGHT_WORD[lightOf(row.state, row.ledger.settings)].color,
    }),
  },
};

export const ASSIGNMENT_KEYS = Object.keys(ASSIGNMENT) as AssignmentKey[];
export const MEASURE_KEYS = Object.keys(MEASURE) as MeasureKey[];
export const OVERDUE: TabColumn = { header: '逾期措施', width: 10 };
export const GAP: TabColumn = { header: '', width: 3 };

/** The assignments stand on the left, the measures beside them, at the right where the k-th overdue measure is. */
const MEASURES_LEFT = ASSIGNMENT_KEYS.length + 2;
export const OVERDUE_COLUMN = MEASURES_LEFT + MEASURE_KEYS.length;
export const FIRST = 2;

export function assignmentColumn(key: AssignmentKey): number {
  return ASSIGNMENT_KEYS.indexOf(key) + 1;
}

export function measureColumn(key: MeasureKey): number {
  return MEASURES_LEFT + MEASURE_KEYS.indexOf(key);
}

const DAY_CELLS = { asOf: NAME.asOf, dueSoonDays: NAME.dueSoonDays };

/** As formulas of its row name it. */
export function assignmentCell(key: AssignmentKey, row: number): string {
  return `$${columnLetters(assignmentColumn(key))}${row}`;
}

function at(key: MeasureKey, row: number): string {
  return `$${columnLetters(measureColumn(key))}${row}`;
}

/** A column of 台账 over all measures, as formulas write it. */
export function ledgerColumn(measures: number, key: LedgerColumn): string {
  return onSheet(TAB.ledger, LEDGER.body(key, ledgerRowOf(measures - 1)));
}

function statusText({ entry }: AssignmentState): string {
  return entry?.report.status == null ? '' : statusWord(entry.report.status);
}

function completedOn({ entry }: AssignmentState): CalendarDate | null {
  return entry?.report.completedOn ?? null;
}

function serialOf(date: CalendarDate | null): number | '' {
  return date === null ? '' : toSerial(date);
}

/** What the unit said; of a unit that has the measure to itself what 台账 shows now, a hand edit included. */
function followed(
  { measureRow }: AssignmentRow,
  key: 'status' | 'completedOn',
  said: string | CalendarDate | null,
): CellContent {
  const isDate = key === 'completedOn';
  if (measureRow === undefined) return isDate ? (dateContent(said as CalendarDate | null) ?? '') : said;
  return {
    formula: at(key, measureRow),
    result: isDate ? serialOf(said as CalendarDate | null) : (said ?? ''),
  };
}

/** Where a measure's row stands in 台账: found by its number, also where the clerk has made it a text. */
function placeCell({ ledger, row, place }: MeasureRow): FormulaCell {
  const numbers = ledgerColumn(ledger.plan.measures.length, 'no');
  const no = at('no', row);
  return { formula: `IFERROR(MATCH(${no},${numbers},0),MATCH(${no}&"",${numbers},0))`, result: place };
}

/** A cell of the measure's row in 台账, wherever that stands. */
function picked({ ledger, row }: MeasureRow, key: LedgerColumn): string {
  return `INDEX(${ledgerColumn(ledger.plan.measures.length, key)},${at('place', row)})`;
}

function looked(row: MeasureRow, key: LedgerColumn, result: string | number): FormulaCell {
  const cell = picked(row, key);
  return { formula: `IFERROR(IF(${cell}="","",${cell}),"")`, result };
}

/** How many measures are overdue up to and including each: the k-th overdue one is where the count first reaches k. */
function overdueCount({ index, row, overdueSoFar }: MeasureRow): FormulaCell {
  const isOverdue = ruleFormula(OVERDUE_COUNT, { timeliness: at('timeliness', row) });
  return {
    formula: index === 0 ? isOverdue : `${at('overdueSoFar', row - 1)}+${isOverdue}`,
    result: overdueSoFar,
  };
}

function rankCell({ ledger, index, row, state }: MeasureRow): FormulaCell {
  const timeliness = columnLetters(measureColumn('timeliness'));
  return {
    formula: ruleFormula(OVERDUE_RANK, {
      timeliness: at('timeliness', row),
      deadline: at('deadline', row),
      asOf: NAME.asOf,
      place: `ROWS($${timeliness}$${FIRST}:$${timeliness}${row})`,
    }),
    result: overdueRankOf(state, index, ledger.settings.asOf),
  };
}

const overdueRank = ruleOf(OVERDUE_RANK);

/** The rule `OVERDUE_RANK`. @param index from 0, in the plan's order */
export function overdueRankOf(
  { timeliness, deadline }: MeasureState,
  index: number,
  asOf: CalendarDate,
): number | '' {
  return overdueRank({
    timeliness,
    deadline: deadline === null ? null : toSerial(deadline),
    asOf: toSerial(asOf),
    place: index + 1,
  });
}
