import type { LedgerState, MeasureState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { lightOf } from '../../ledger/figures/lights';
import { toSerial, yearOf } from '../../base/calendar';
import { statusWord } from '../../returns/locate/form-columns';
import type { CellContent, FormulaCell, SheetBlueprint } from '../../base/blueprint';
import { LEDGER_COLUMN, dateContent, ledgerRowOf, sectionText } from '../tabs/ledger-tab';
import { onSheet, plainSheet, range } from '../tab-builder';
import { FORMAT } from '../theme';
import {
  LIGHT_WORD,
  NAME,
  NO_DEADLINE,
  STANDING_WORD,
  TAB,
  TIMELINESS_WORD,
  VERIFICATION_WORD,
} from '../words';

/** Assignments stand in columns A–G, measures in I–P, the overdue ones in Q; all from row 2. */
const ASSIGNMENT_HEADERS = [
  '序号',
  '牵头单位',
  '完成时限',
  '填报状态',
  '完成日期',
  '统计状态',
  '时限状态',
] as const;
const MEASURE_HEADERS = [
  '序号',
  '部分',
  '时限年度',
  '统计状态',
  '时限状态',
  '逾期累计',
  '逾期排序',
  '灯号',
] as const;
const OVERDUE_HEADERS = ['逾期措施'] as const;
const FIRST = 2;

/** Ranges of the basis that the summary counts, as formulas write them. */
export interface BasisRanges {
  readonly assignment: {
    readonly unit: string;
    readonly deadline: string;
    readonly standing: string;
    readonly timeliness: string;
  };
  readonly measure: {
    readonly section: string;
    readonly year: string;
    readonly standing: string;
    readonly timeliness: string;
    /** Rises with the days overdue; of equal ones the earlier measure's is higher. Blank for all others. */
    readonly overdueRank: string;
    readonly light: string;
  };
  /** Where the k-th overdue measure of the plan stands among all, from 1; blank beyond the last. */
  readonly overdueAt: (k: number) => string;
}

export function basisRanges(ledger: Ledger, state: LedgerState): BasisRanges {
  const column = (at: number, count: number) => onSheet(TAB.basis, range(FIRST, at, FIRST + count - 1, at));
  const [assignments, measures] = [state.assignments.length, ledger.plan.measures.length];
  return {
    assignment: {
      unit: column(2, assignments),
      deadline: column(3, assignments),
      standing: column(6, assignments),
      timeliness: column(7, assignments),
    },
    measure: {
      section: column(10, measures),
      year: column(11, measures),
      standing: column(12, measures),
      timeliness: column(13, measures),
      overdueRank: column(15, measures),
      light: column(16, measures),
    },
    overdueAt: (k) => `${TAB.basis}!$Q${FIRST + k - 1}`,
  };
}

/** A claim of completion without its date counts as in progress: the rule of `standingOf`, as a formula. */
function standingFormula(status: string, completedOn: string): string {
  const { done, inProgress, notReported } = STANDING_WORD;
  return `IF(${status}="","${notReported}",IF(AND(${status}="${done}",${completedOn}=""),"${inProgress}",${status}))`;
}

function timelinessFormula(standing: string, completedOn: string, deadline: string): string {
  return (
    `IF(${standing}="${STANDING_WORD.done}",IF(AND(ISNUMBER(${deadline}),${completedOn}>${deadline}),"逾期完成","已完成"),` +
    `IF(NOT(ISNUMBER(${deadline})),"长期",IF(${NAME.asOf}>${deadline},"逾期",` +
    `IF(${deadline}<=${NAME.asOf}+${NAME.dueSoonDays},"临期","正常"))))`
  );
}

/**
 * 统计底表 (hidden). The ledger tab has a row a measure, but units are counted by assignment: this tab has both, the
 * assignments of a single unit following the ledger's cells, so that a hand edit shows in the summary at once.
 */
export function basisTab(ledger: Ledger, state: LedgerState): SheetBlueprint {
  const rows = Math.max(state.assignments.length, state.measures.length);
  const rowOfMeasure = new Map(ledger.plan.measures.map(({ no }, index) => [no, ledgerRowOf(index)]));
  const unitsOfMeasure = new Map(state.measures.map(({ measure, units }) => [measure, units.length]));
  const overdueSoFar = runningOverdue(state);
  const overdueAt = state.measures.flatMap(({ timeliness }, index) =>
    timeliness === 'overdue' ? [index + 1] : [],
  );
  const body = Array.from({ length: rows }, (_, index) => [
    ...assignmentCells(state.assignments[index], FIRST + index, rowOfMeasure, unitsOfMeasure),
    null,
    ...measureCells(ledger, state, index, overdueSoFar[index] ?? 0),
    overdueCell(state.measures.length, index, overdueAt[index]),
  ]);
  const widths = [6, 18, 12, 10, 12, 10, 10, 3, 6, 28, 10, 10, 10, 10, 12, 6, 10];
  const headers = [...ASSIGNMENT_HEADERS, null, ...MEASURE_HEADERS, ...OVERDUE_HEADERS];
  return {
    ...plainSheet(TAB.basis, [headers, ...body], widths),
    visibility: 'hidden',
    formats: [
      { range: range(1, 1, 1, widths.length), format: { bold: true } },
      { range: range(FIRST, 3, FIRST + rows - 1, 3), format: FORMAT.date },
      { range: range(FIRST, 5, FIRST + rows - 1, 5), format: FORMAT.date },
    ],
  };
}

function assignmentCells(
  state: LedgerState['assignments'][number] | undefined,
  row: number,
  rowOfMeasure: ReadonlyMap<number, number>,
  unitsOfMeasure: ReadonlyMap<number, number>,
): CellContent[] {
  if (state === undefined) return ASSIGNMENT_HEADERS.map(() => null);
  const { assignment, deadline, entry } = state;
  const status = entry?.report.status == null ? '' : statusWord(entry.report.status);
  const completedOn = entry?.report.completedOn ?? null;
  const ledgerRow = rowOfMeasure.get(assignment.measure);
  const follows = unitsOfMeasure.get(assignment.measure) === 1 && ledgerRow !== undefined;
  const copied = (letter: string, result: FormulaCell['result']): FormulaCell => ({
    formula: `IF(${TAB.ledger}!$${letter}${ledgerRow}="","",${TAB.ledger}!$${letter}${ledgerRow})`,
    result,
  });
  return [
    assignment.measure,
    assignment.unit,
    dateContent(deadline) ?? NO_DEADLINE,
    follows ? copied(LEDGER_COLUMN.status.letter, status) : status,
    follows
      ? copied(LEDGER_COLUMN.completedOn.letter, completedOn === null ? '' : toSerial(completedOn))
      : (dateContent(completedOn) ?? ''),
    { formula: standingFormula(`$D${row}`, `$E${row}`), result: STANDING_WORD[state.standing] },
    {
      formula: timelinessFormula(`$F${row}`, `$E${row}`, `$C${row}`),
      result: TIMELINESS_WORD[state.timeliness],
    },
  ];
}

/** How many measures are overdue up to and including each: the k-th overdue one is where the count first reaches k. */
function runningOverdue(state: LedgerState): readonly number[] {
  let count = 0;
  return state.measures.map(({ timeliness }) => (timeliness === 'overdue' ? ++count : count));
}

/** @param at Where the overdue measure of this row stands among all, as `overdueAt` counts. */
function overdueCell(measures: number, index: number, at: number | undefined): CellContent {
  if (index >= measures) return null;
  const counts = `$N$${FIRST}:$N$${FIRST + measures - 1}`;
  return {
    formula: `IFERROR(MATCH(ROWS($N$${FIRST}:$N${FIRST + index}),${counts},0),"")`,
    result: at ?? '',
  };
}

function measureCells(
  ledger: Ledger,
  state: LedgerState,
  index: number,
  overdueSoFar: number,
): CellContent[] {
  const measure = ledger.plan.measures[index];
  const measureState = state.measures[index];
  if (measure === undefined || measureState === undefined) return MEASURE_HEADERS.map(() => null);
  const row = ledgerRowOf(index);
  const here = FIRST + index;
  const cell = (letter: string) => `${TAB.ledger}!$${letter}${row}`;
  const { status, completedOn, timeliness, overdueDays } = LEDGER_COLUMN;
  const isOverdue = `IF($M${here}="${TIMELINESS_WORD.overdue}",1,0)`;
  return [
    measure.no,
    sectionText(ledger.plan, measure.section),
    measureState.deadline === null ? NO_DEADLINE : yearOf(measureState.deadline),
    {
      formula: standingFormula(cell(status.letter), cell(completedOn.letter)),
      result: STANDING_WORD[measureState.standing],
    },
    { formula: cell(timeliness.letter), result: TIMELINESS_WORD[measureState.timeliness] },
    {
      formula: index === 0 ? isOverdue : `$N${here - 1}+${isOverdue}`,
      result: overdueSoFar,
    },
    {
      formula: `IF($M${here}="${TIMELINESS_WORD.overdue}",${cell(overdueDays.letter)}*${RANK_UNIT}-ROWS($M$${FIRST}:$M${here}),"")`,
      result: overdueRankOf(measureState, index),
    },
    {
      formula: lightFormula(row, `$L${here}`, `$M${here}`),
      result: LIGHT_WORD[lightOf(measureState, ledger.settings)].color,
    },
  ];
}

/** More than a sheet has rows: days overdue come first, the place in the plan settles equal ones. */
const RANK_UNIT = 10_000_000;

export function overdueRankOf({ timeliness, overdueDays }: MeasureState, index: number): number | '' {
  return timeliness === 'overdue' ? overdueDays * RANK_UNIT - index - 1 : '';
}

/** The rule of `lightOf`, as a formula over a row of the ledger. */
function lightFormula(row: number, standing: string, timeliness: string): string {
  const cell = (column: keyof typeof LEDGER_COLUMN) => `${TAB.ledger}!$${LEDGER_COLUMN[column].letter}${row}`;
  const { notStarted, notReported, done } = STANDING_WORD;
  const [red, yellow, blue, green] = (['red', 'yellow', 'blue', 'green'] as const).map(
    (light) => `"${LIGHT_WORD[light].color}"`,
  );
  const notBegun = `OR(${standing}="${notStarted}",${standing}="${notReported}")`;
  const isShort = `IF(ISNUMBER(${cell('deadline')}),${cell('deadline')}-${NAME.asOf}<${NAME.slowStartDays},FALSE)`;
  const hasProblems = `OR(${cell('problems')}<>"",${cell('verification')}="${VERIFICATION_WORD.sentBack}")`;
  return (
    `IF(${timeliness}="${TIMELINESS_WORD.overdue}",${red},IF(${standing}="${done}",${green},` +
    `IF(OR(AND(${notBegun},${isShort}),${hasProblems}),${yellow},` +
    `IF(${timeliness}="${TIMELINESS_WORD.dueSoon}",${blue},${green}))))`
  );
}
