import type { RawCell, RawRow, RawWorkbook } from '../returns/raw-sheet';
import { FIRST_ROW } from './tab-builder';
import { LEDGER_COLUMN } from './ledger-tab';
import { sheetNamed } from './raw-table';
import type { WatchedCells } from './workbook-host';
import { TAB } from './words';

const STATUS = { left: LEDGER_COLUMN.status.at, right: LEDGER_COLUMN.problems.at } as const;
const STATUS_COLUMNS = Array.from(
  { length: STATUS.right - STATUS.left + 1 },
  (_, index) => STATUS.left + index,
);
const NUMBER = LEDGER_COLUMN.no.at;

/** The cells of the ledger tab that a clerk types into, with the numbers that say which row is whose. */
export function statusCellsOfTab(measures: number): WatchedCells {
  const [top, bottom] = [FIRST_ROW, FIRST_ROW + measures - 1];
  return {
    sheet: TAB.ledger,
    ranges: [
      { top, bottom, left: NUMBER, right: NUMBER },
      { top, bottom, ...STATUS },
    ],
  };
}

/** A status cell as the clerk left it, empty without `cell`. */
export interface LateEdit {
  readonly measure: number;
  readonly column: number;
  readonly cell: RawCell | undefined;
}

/** What was typed between reading a workbook and writing over it: status cells that no longer hold what was read. */
export function lateEdits(read: RawWorkbook, before: readonly RawRow[]): readonly LateEdit[] {
  const then = cellsByMeasure(sheetNamed(read, TAB.ledger)?.rows ?? []);
  return [...cellsByMeasure(before)].flatMap(([measure, cells]) => {
    const known = then.get(measure);
    if (known === undefined) return [];
    return STATUS_COLUMNS.filter((column) => !isSame(known.get(column), cells.get(column))).map((column) => ({
      measure,
      column,
      cell: cells.get(column),
    }));
  });
}

/** A workbook with these cells as the clerk left them. */
export function withLateEdits(workbook: RawWorkbook, edits: readonly LateEdit[]): RawWorkbook {
  const retyped = (row: RawRow): RawRow => {
    const mine = edits.filter(({ measure }) => measure === measureOf(row));
    if (mine.length === 0) return row;
    const columns = new Set(mine.map(({ column }) => column));
    const cells = [
      ...row.cells.filter(({ column }) => !columns.has(column)),
      ...mine.flatMap(({ cell }) => cell ?? []),
    ];
    return { ...row, cells: cells.sort((a, b) => a.column - b.column) };
  };
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === TAB.ledger ? { ...sheet, rows: sheet.rows.map(retyped) } : sheet,
    ),
  };
}

function cellsByMeasure(rows: readonly RawRow[]): ReadonlyMap<number, ReadonlyMap<number, RawCell>> {
  return new Map(
    rows.flatMap((row) => {
      const measure = measureOf(row);
      return measure === undefined ? [] : [[measure, new Map(row.cells.map((cell) => [cell.column, cell]))]];
    }),
  );
}

function measureOf({ cells }: RawRow): number | undefined {
  const value = cells.find(({ column }) => column === NUMBER)?.value;
  return typeof value === 'number' ? value : undefined;
}

function isSame(one: RawCell | undefined, other: RawCell | undefined): boolean {
  return JSON.stringify(one?.value) === JSON.stringify(other?.value);
}
