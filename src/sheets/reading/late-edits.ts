import type { Plan } from '../../plan/plan';
import type { RawCell, RawRow, RawSheet, RawWorkbook } from '../../base/raw-sheet';
import { planDigest, readDrawn } from './drawn';
import { FIRST_ROW } from '../tab-builder';
import { LEDGER_COLUMN } from '../tabs/ledger-tab';
import { sheetNamed } from './raw-table';
import type { WatchedCells } from '../../base/workbook-port';
import { TAB } from '../words';

const NUMBER = LEDGER_COLUMN.no.at;
const STATUS = { left: LEDGER_COLUMN.status.at, right: LEDGER_COLUMN.problems.at } as const;
const VERIFICATION = LEDGER_COLUMN.verification.at;
const TYPED_COLUMNS = [
  ...Array.from({ length: STATUS.right - STATUS.left + 1 }, (_, index) => STATUS.left + index),
  VERIFICATION,
];
/** Of `_ledger`, more than it has. */
const IDENTITY = { top: 1, left: 1, bottom: 500, right: 3 } as const;
/** Where `_typed` has them, beside the columns of 台账. */
const IDENTITY_AT = 21;

/**
 * The cells of the ledger tab that a clerk types into, with the numbers that say which row is whose; and what 台账 was drawn
 * from when they were.
 */
export function typedCellsOfTab(measures: number): WatchedCells {
  const [top, bottom] = [FIRST_ROW, FIRST_ROW + measures - 1];
  const ranges = [
    { top, bottom, left: NUMBER, right: NUMBER },
    { top, bottom, ...STATUS },
    { top, bottom, left: VERIFICATION, right: VERIFICATION },
  ];
  const copies = [
    { sheet: TAB.identity, from: IDENTITY, column: IDENTITY_AT },
    ...ranges.map((from) => ({ sheet: TAB.ledger, from, column: from.left })),
  ];
  return { sheet: TAB.ledger, ranges, kept: { sheet: TAB.typed, copies } };
}

/**
 * The workbook as it was right before a write that did not come to its end: what somebody typed since it had been read is
 * there, and nowhere else. `undefined` where no write was interrupted, and where nobody can tell what was typed from what had
 * been drawn, or to which measure it belongs.
 */
export function beforeInterruption(workbook: RawWorkbook, plan: Plan): RawWorkbook | undefined {
  const kept = sheetNamed(workbook, TAB.typed);
  if (kept === undefined) return undefined;
  const part = (name: string, isPart: (column: number) => boolean, shift: number): RawSheet => ({
    ...kept,
    name,
    rows: kept.rows.map((row) => ({
      ...row,
      cells: row.cells
        .filter(({ column }) => isPart(column))
        .map((cell) => ({ ...cell, column: cell.column - shift })),
    })),
  });
  const parts = [
    part(TAB.ledger, (column) => column < IDENTITY_AT, 0),
    part(TAB.identity, (column) => column >= IDENTITY_AT, IDENTITY_AT - 1),
  ];
  const before = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => parts.find(({ name }) => name === sheet.name) ?? sheet),
  };
  return readDrawn(before)?.plan === planDigest(plan) ? before : undefined;
}

/** A cell as the clerk left it, empty without `cell`. */
export interface LateEdit {
  readonly measure: number;
  readonly column: number;
  readonly cell: RawCell | undefined;
}

/** What was typed between reading a workbook and writing over it: cells that no longer hold what was read. */
export function lateEdits(read: RawWorkbook, before: readonly RawRow[]): readonly LateEdit[] {
  const then = cellsByMeasure(sheetNamed(read, TAB.ledger)?.rows ?? []);
  return [...cellsByMeasure(before)].flatMap(([measure, cells]) => {
    const known = then.get(measure);
    if (known === undefined) return [];
    return TYPED_COLUMNS.filter((column) => !isSame(known.get(column), cells.get(column))).map((column) => ({
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
