import { largestOf, smallestOf } from '../../base/extremes';
import type { Plan } from '../../plan/plan';
import type { CellRange, RawCell, RawRow, RawSheet, RawWorkbook } from '../../base/raw-sheet';
import type { WatchedCells } from '../../base/workbook-port';
import { LEDGER, type LedgerColumn } from '../tabs/ledger-tab';
import { TAB } from '../words';
import { planDigest, readDrawn } from './drawn';
import { findTable, type FoundTable } from './find-table';
import { ledgerRows, type LedgerRows } from './ledger-rows';
import { sheetNamed } from './raw-table';
import { numberOf } from './read-table';

const TYPED = LEDGER.keysWith('typed');
/** Of `_ledger`, more than it has. */
const IDENTITY = { top: 1, left: 1, bottom: 500, right: 3 } as const;
/** The columns of `_typed` that hold them, to the right of every column 台账 may have. */
const IDENTITY_AT = 401;

/**
 * The cells of 台账 that a clerk types into, where they stand in the workbook as read, with the numbers that say which row
 * is whose; and what 台账 was drawn from when they were. Nothing where the workbook has no 台账 yet.
 */
export function typedCellsOfTab(read: RawWorkbook, { measures }: Pick<Plan, 'measures'>): WatchedCells {
  const found = ledgerRows(read, measures);
  const rows = [...(found?.rowOf.values() ?? [])].map(({ row }) => row);
  if (found === undefined || rows.length === 0) return { sheet: TAB.ledger, ranges: [] };
  const { columns, headerRow } = found.table;
  const [top, bottom] = [smallestOf(rows), largestOf(rows)];
  const at = (keys: readonly LedgerColumn[]) => keys.flatMap((key) => columns.get(key) ?? []);
  const ranges = runs(at(['no', ...TYPED])).map(([left, right]): CellRange => ({ top, bottom, left, right }));
  const all = at(LEDGER.keys);
  const whole = { top: headerRow, bottom, left: Math.min(...all), right: Math.max(...all) };
  return {
    sheet: TAB.ledger,
    ranges,
    kept: {
      sheet: TAB.typed,
      copies: [
        { sheet: TAB.identity, from: IDENTITY, column: IDENTITY_AT },
        { sheet: TAB.ledger, from: whole, column: whole.left },
      ],
    },
  };
}

/** Neighbouring columns as runs from the first to the last. */
function runs(columns: readonly number[]): readonly (readonly [number, number])[] {
  const sorted = [...columns].sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (const column of sorted) {
    const last = found.at(-1);
    if (last !== undefined && last[1] + 1 === column) last[1] = column;
    else found.push([column, column]);
  }
  return found;
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
  // 台账 may have been renamed before it was copied.
  const [ledger] = parts;
  const isCopied = ledger !== undefined && findTable(ledger, LEDGER) !== undefined;
  return isCopied && readDrawn(before)?.plan === planDigest(plan) ? before : undefined;
}

/** A cell as the clerk left it, empty without `cell`. */
export interface LateEdit {
  readonly measure: number;
  readonly key: LedgerColumn;
  readonly cell: RawCell | undefined;
}

/** What was typed between reading a workbook and writing over it: cells that no longer hold what was read. */
export function lateEdits(
  read: RawWorkbook,
  { measures }: Pick<Plan, 'measures'>,
  before: readonly RawRow[],
): readonly LateEdit[] {
  const found = before.length === 0 ? undefined : ledgerRows(read, measures);
  if (found === undefined) return [];
  return before.flatMap((row) => {
    const measure = measureIn(row, found.table);
    const known = measure === undefined ? undefined : found.rowOf.get(measure);
    if (measure === undefined || known === undefined) return [];
    return TYPED.flatMap((key): LateEdit[] => {
      const [was, is] = [known, row].map((one) => cellOf(one, key, found.table));
      return isSame(was, is) ? [] : [{ measure, key, cell: is }];
    });
  });
}

/** A workbook with these cells as the clerk left them. */
export function withLateEdits(
  workbook: RawWorkbook,
  { measures }: Pick<Plan, 'measures'>,
  edits: readonly LateEdit[],
): RawWorkbook {
  const found = ledgerRows(workbook, measures);
  if (found === undefined) return workbook;
  const rows = new Map(edits.map(({ measure }) => [found.rowOf.get(measure)?.row, measure]));
  const retyped = (row: RawRow): RawRow => {
    const measure = rows.get(row.row);
    return measure === undefined
      ? row
      : withCells(
          row,
          edits.filter((edit) => edit.measure === measure),
          found,
        );
  };
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === TAB.ledger ? { ...sheet, rows: sheet.rows.map(retyped) } : sheet,
    ),
  };
}

function withCells(row: RawRow, edits: readonly LateEdit[], { table }: LedgerRows): RawRow {
  const typed = edits.flatMap(({ key, cell }) => {
    const column = table.columns.get(key);
    return column === undefined ? [] : [{ column, cell }];
  });
  const columns = new Set(typed.map(({ column }) => column));
  const cells = [
    ...row.cells.filter(({ column }) => !columns.has(column)),
    ...typed.flatMap(({ column, cell }) => (cell === undefined ? [] : [{ ...cell, column }])),
  ];
  return { ...row, cells: cells.sort((a, b) => a.column - b.column) };
}

function cellOf(row: RawRow, key: LedgerColumn, { columns }: FoundTable<LedgerColumn>): RawCell | undefined {
  const at = columns.get(key);
  return row.cells.find(({ column }) => column === at);
}

function measureIn(row: RawRow, table: FoundTable<LedgerColumn>): number | undefined {
  const value = cellOf(row, 'no', table)?.value;
  return value === undefined ? undefined : numberOf(value);
}

function isSame(one: RawCell | undefined, other: RawCell | undefined): boolean {
  return JSON.stringify(one?.value) === JSON.stringify(other?.value);
}
