import type { LedgerState } from '../../ledger/fold';
import type { PeriodFigures } from '../../ledger/figures/trend';
import type { Ledger } from '../../ledger/ledger';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { columnLetters } from '../../base/raw-sheet';
import {
  ASSIGNMENT,
  ASSIGNMENT_KEYS,
  FIRST,
  GAP,
  MEASURE,
  MEASURE_KEYS,
  OVERDUE,
  measureColumn,
  type MeasureRow,
} from './basis-columns';
import { PAGE_COLUMNS, pageRows } from './unit-page/page-basis';
import { FORMAT } from '../theme';
import { plainSheet, range, type TabColumn } from '../tab-builder';
import { TAB } from '../words';

/**
 * 统计底表 (hidden). 台账 has a row a measure, but units are counted by assignment: this tab has both. It finds each row of
 * 台账 by its number, so that sorting or filtering 台账 changes no figure, and a hand edit shows in the summary at once.
 * @param placeOf Row of 台账 of the measure with this index, counted from 1 among the rows of the measures.
 */
export function basisTab(
  ledger: Ledger,
  state: LedgerState,
  figures: readonly PeriodFigures[],
  placeOf: (index: number) => number = (index) => index + 1,
): SheetBlueprint {
  const page = pageRows(ledger, state, figures);
  const rows = Math.max(page.length, state.measures.length);
  const indexOf = new Map(ledger.plan.measures.map(({ no }, index) => [no, index]));
  const shared = new Set(
    state.measures.filter(({ units }) => units.length !== 1).map(({ measure }) => measure),
  );
  const measures = measureRows(ledger, state, placeOf);
  const overdue = measures.filter((row) => row.state.timeliness === 'overdue').map(({ place }) => place);
  const body = Array.from({ length: rows }, (_, index) => {
    const assignment = state.assignments[index];
    const measure = measures[index];
    const no = assignment?.assignment.measure ?? 0;
    const measureIndex = shared.has(no) ? undefined : indexOf.get(no);
    const measureRow = measureIndex === undefined ? undefined : FIRST + measureIndex;
    return [
      ...ASSIGNMENT_KEYS.map((key) =>
        assignment === undefined
          ? null
          : ASSIGNMENT[key].write({ state: assignment, row: FIRST + index, measureRow }),
      ),
      null,
      ...MEASURE_KEYS.map((key) => (measure === undefined ? null : MEASURE[key].write(measure))),
      measure === undefined ? null : overdueCell(measures.length, index, overdue[index]),
      ...(page[index] ?? PAGE_COLUMNS.map(() => null)),
    ];
  });
  const columns = [
    ...ASSIGNMENT_KEYS.map((key): TabColumn => ASSIGNMENT[key]),
    GAP,
    ...MEASURE_KEYS.map((key): TabColumn => MEASURE[key]),
    OVERDUE,
    ...PAGE_COLUMNS,
  ];
  return {
    ...plainSheet(
      TAB.basis,
      [columns.map(({ header }) => (header === '' ? null : header)), ...body],
      columns.map(({ width }) => width),
    ),
    visibility: 'hidden',
    formats: [
      { range: range(1, 1, 1, columns.length), format: { bold: true } },
      { range: range(FIRST, 1, FIRST + rows - 1, columns.length), format: FORMAT.centered },
      ...columns.flatMap((column, index) =>
        column.format === undefined
          ? []
          : [{ range: range(FIRST, index + 1, FIRST + rows - 1, index + 1), format: column.format }],
      ),
    ],
  };
}

function measureRows(
  ledger: Ledger,
  state: LedgerState,
  placeOf: (index: number) => number,
): readonly MeasureRow[] {
  let overdueSoFar = 0;
  return ledger.plan.measures.flatMap((measure, index) => {
    const measureState = state.measures[index];
    if (measureState === undefined) return [];
    if (measureState.timeliness === 'overdue') overdueSoFar += 1;
    const row = FIRST + index;
    return [{ ledger, measure, state: measureState, index, row, place: placeOf(index), overdueSoFar }];
  });
}

/** @param place Of the overdue measure that this row speaks of, as `overdueAt` counts. */
function overdueCell(measures: number, index: number, place: number | undefined): CellContent {
  const counts = columnLetters(measureColumn('overdueSoFar'));
  const places = columnLetters(measureColumn('place'));
  const over = (letter: string) => `$${letter}$${FIRST}:$${letter}$${FIRST + measures - 1}`;
  const k = `ROWS($${counts}$${FIRST}:$${counts}${FIRST + index})`;
  return { formula: `IFERROR(INDEX(${over(places)},MATCH(${k},${over(counts)},0)),"")`, result: place ?? '' };
}
