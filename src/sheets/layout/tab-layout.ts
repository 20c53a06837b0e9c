import { largestOf, smallestOf } from '../../base/extremes';
import type { SheetBlueprint } from '../../base/blueprint';
import type { RawCell, RawSheet } from '../../base/raw-sheet';
import { cellText } from '../reading/raw-table';
import { FIRST_ROW, HEADER_ROW } from '../tab-builder';
import type { TableTab } from '../tabs/table-tab';
import { alignReport, rowKeys } from './align-report';
import { asDrawn, type Placement } from './placement';
import { pairRows } from './pair-rows';
import { planRows, type Insertion } from './row-plan';
import { drawnKeys, foundRows, isBlankKey, withLikeRows, type FormerWords } from './table-rows';

type AnyTable = TableTab<never, string>;

/** How a tab stands in a workbook, before and after the change. */
export interface TabLayout {
  /** The tab as drawn of the ledger that was read, where it stands now. */
  readonly stood: Placement;
  /** The same once rows have been inserted. */
  readonly stays: Placement;
  /** The tab as drawn of the ledger as it will be, once rows have been inserted. */
  readonly stands: Placement;
  readonly insertedRows: readonly Insertion[];
  /** Rows drawn before and after, by their number in `after`, that the sheet no longer has. */
  readonly lostRows: readonly number[];
  /** Where every row of the sheet comes to lie once rows have been inserted; nothing where none are. */
  readonly moved: Placement | undefined;
  /** The row of the sheet as it stands now; `undefined` of an inserted one. */
  readonly origin: (row: number) => number | undefined;
}

/**
 * Finds a tab of ours in a sheet, whatever the clerk has made of its order, columns and neighbours. `undefined` where too
 * little of it is left to go by: then it is drawn anew.
 * @param table Its table, when the tab is one; a report is found by its words.
 * @param halfChanged A change has stopped half way: rows among those of a table that hold nothing at all were inserted by it.
 * @param former By which words the rows of `after` went before, where these changed: then what the clerk has beside a row goes
 * with it.
 * @throws LedgerFormatError when a header of its table is missing or doubled
 */
export function tabLayout(
  sheet: RawSheet,
  before: SheetBlueprint,
  after: SheetBlueprint,
  table: AnyTable | undefined,
  halfChanged = false,
  former?: FormerWords,
): TabLayout | undefined {
  const found =
    before.visibility === 'visible'
      ? table === undefined
        ? reportPlaces(sheet, before, after)
        : tablePlaces(sheet, before, after, table, former)
      : hiddenPlaces(before, after);
  if (found === undefined) return undefined;
  const { stood, known } = found;
  const wanted = new Set(known.values());
  const kept = former === undefined ? new Set<number>() : rowsWithMore(sheet, stood);
  const free = new Set([...stood.rows.values()].filter((row) => !wanted.has(row) && !kept.has(row)));
  const filled = new Set(sheet.rows.filter(({ cells }) => cells.length > 0).map(({ row }) => row));
  const ours = new Set(stood.rows.values());
  if (halfChanged && table !== undefined) {
    const body = [...stood.rows].flatMap(([drawn, row]) => (drawn >= HEADER_ROW ? [row] : []));
    for (const row of blankBetween(body, sheet)) free.add(row);
  }
  const isOccupied = (row: number) => filled.has(row) && !ours.has(row);
  const plan = planRows(
    after.cells.length,
    known,
    free,
    isOccupied,
    table !== undefined && former === undefined,
  );
  const origins = new Map<number, number>();
  // A program that deletes rows may leave formulas that speak of rows below the last.
  const lastRow = largestOf(filled, largestOf(stood.rows.values(), 0)) + after.cells.length;
  if (plan.insertedRows.length > 0) {
    for (let row = 1; row <= lastRow; row += 1) origins.set(plan.moved(row), row);
  }
  const head = stood.head === undefined ? {} : { head: stood.head };
  return {
    stood,
    stays: { ...stood, rows: new Map([...stood.rows].map(([row, at]) => [row, plan.moved(at)])) },
    stands: { rows: plan.rows, columns: found.columns, ...head },
    insertedRows: plan.insertedRows,
    lostRows: found.lost,
    moved: plan.insertedRows.length === 0 ? undefined : movedLines(origins),
    origin: (row) => (plan.insertedRows.length === 0 ? row : origins.get(row)),
  };
}

/** Rows of the sheet in which there is something beside our columns. */
function rowsWithMore({ rows }: RawSheet, { columns }: Placement): ReadonlySet<number> {
  const ours = new Set(columns.values());
  const isMore = ({ column, value }: RawCell) => !ours.has(column) && cellText(value) !== '';
  return new Set(rows.filter(({ cells }) => cells.some(isMore)).map(({ row }) => row));
}

/** Rows between these in which nobody has anything. */
function blankBetween(ours: readonly number[], { rows }: RawSheet): readonly number[] {
  const inUse = new Set(
    rows.filter(({ cells }) => cells.some(({ value }) => cellText(value) !== '')).map(({ row }) => row),
  );
  const [first, last] = [smallestOf(ours), largestOf(ours, 0)];
  const between = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  const known = new Set(ours);
  return between.filter((row) => !known.has(row) && !inUse.has(row));
}

/** Formulas of ours speak of no column beyond. */
const LAST_COLUMN = 1_000;

function movedLines(origins: ReadonlyMap<number, number>): Placement {
  const { columns } = asDrawn(0, LAST_COLUMN);
  return { rows: new Map([...origins].map(([row, origin]) => [origin, row])), columns };
}

interface Places {
  readonly stood: Placement;
  /** Drawn rows of the tab as it will be that stand in the sheet already. */
  readonly known: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
  /** Rows drawn both times, by their number in the tab as it will be, that are not in the sheet. */
  readonly lost: readonly number[];
}

/** Nobody touches a hidden tab: it stands as it is drawn. */
function hiddenPlaces(before: SheetBlueprint, after: SheetBlueprint): Places {
  const stood = asDrawn(before.cells.length, before.columnWidths.length);
  const { rows: known, columns } = asDrawn(after.cells.length, after.columnWidths.length);
  return { stood, known, columns, lost: [] };
}

function tablePlaces(
  sheet: RawSheet,
  before: SheetBlueprint,
  after: SheetBlueprint,
  table: AnyTable,
  former: FormerWords | undefined,
): Places | undefined {
  const found = foundRows(table, sheet);
  if (found === undefined) return undefined;
  const { headerRow, columns: columnOf } = found.table;
  const rowOf = withLikeRows(table, found, before);
  const columns = new Map(
    table.keys.flatMap((key): [number, number][] => {
      const at = columnOf.get(key);
      return at === undefined ? [] : [[table.at(key), at]];
    }),
  );
  const title = titlePlace(sheet, before, headerRow);
  const above: [number, number][] = [];
  for (let row = 1; row < HEADER_ROW; row += 1) {
    const at = title.row + row - 1;
    if (at >= 1 && at < headerRow) above.push([row, at]);
  }
  const bodyOf = (drawn: SheetBlueprint, words?: FormerWords): [number, number][] =>
    table.identifying.length === 0
      ? drawn.cells.slice(HEADER_ROW).map((_, index) => [FIRST_ROW + index, headerRow + 1 + index])
      : drawnKeys(table, drawn.cells, words).flatMap((key, index): [number, number][] => {
          const at = rowOf.get(key) ?? (isBlankKey(key) ? headerRow + 1 : undefined);
          return at === undefined ? [] : [[FIRST_ROW + index, at]];
        });
  const rowsOf = (body: readonly [number, number][]) =>
    new Map<number, number>([...above, [HEADER_ROW, headerRow], ...body]);
  const body = bodyOf(before);
  const taken = new Set(body.map(([, at]) => at));
  const now =
    table.identifying.length === 0 ? body.slice(0, after.cells.length - HEADER_ROW) : bodyOf(after, former);
  return {
    stood: {
      rows: rowsOf(body),
      columns,
      head: { last: HEADER_ROW - 1, column: title.column },
    },
    known: rowsOf(now.filter(([, at]) => taken.has(at) || at > headerRow)),
    columns,
    lost: lostRows(table, before, after, { rowOf, former }),
  };
}

function lostRows(
  table: AnyTable,
  before: SheetBlueprint,
  after: SheetBlueprint,
  {
    rowOf,
    former,
  }: { readonly rowOf: ReadonlyMap<string, number>; readonly former?: FormerWords | undefined },
): readonly number[] {
  if (table.identifying.length === 0) return [];
  const drawn = new Set(drawnKeys(table, before.cells));
  return drawnKeys(table, after.cells, former).flatMap((key, index) =>
    drawn.has(key) && !rowOf.has(key) && !isBlankKey(key) ? [FIRST_ROW + index] : [],
  );
}

/** Where the title stands: by its words, else two rows above the header. */
function titlePlace(
  sheet: RawSheet,
  before: SheetBlueprint,
  headerRow: number,
): { readonly row: number; readonly column: number } {
  const title = cellText(before.cells[0]?.[0] as string | null);
  for (const { row, cells } of sheet.rows) {
    if (row >= headerRow) break;
    const cell = cells.find(({ value }) => typeof value === 'string' && value.trim() === title.trim());
    if (cell !== undefined) return { row, column: cell.column };
  }
  return { row: headerRow - HEADER_ROW + 1, column: 1 };
}

/** The one of two drawings of a report that its sheet shows rather: a change of it may have stopped before or after its rows grew. */
export function likelier(sheet: RawSheet, one: SheetBlueprint, other: SheetBlueprint): SheetBlueprint {
  return misfit(sheet, other) < misfit(sheet, one) ? other : one;
}

/** Rows that the sheet has more than the drawing: among its rows, and below them in its columns. */
function misfit(sheet: RawSheet, drawn: SheetBlueprint): number {
  const aligned = alignReport(drawn, sheet);
  if (aligned === undefined) return Number.POSITIVE_INFINITY;
  const rows = [...aligned.rows.values()].sort((a, b) => a - b);
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  const columns = new Set(aligned.columns.values());
  const below = sheet.rows.filter(
    ({ row, cells }) => row > last && cells.some(({ column }) => columns.has(column)),
  );
  return last - first + 1 - rows.length + below.length + (drawn.cells.length - rows.length);
}

function reportPlaces(sheet: RawSheet, before: SheetBlueprint, after: SheetBlueprint): Places | undefined {
  const aligned = alignReport(before, sheet);
  if (aligned === undefined) return undefined;
  const [oldKeys, newKeys] = [rowKeys(before.cells), rowKeys(after.cells)];
  const pairs = pairRows(oldKeys, newKeys);
  const known = new Map(
    pairs.flatMap((then, index): [number, number][] => {
      const at = then === undefined ? undefined : aligned.rows.get(then + 1);
      return at === undefined ? [] : [[index + 1, at]];
    }),
  );
  const columns = new Map(aligned.columns);
  for (let column = before.columnWidths.length + 1; column <= after.columnWidths.length; column += 1) {
    columns.set(column, (columns.get(column - 1) ?? column - 1) + 1);
  }
  const lost = pairs.flatMap((then, index) => {
    const isSame = then !== undefined && oldKeys[then] === newKeys[index];
    return isSame && !aligned.rows.has(then + 1) ? [index + 1] : [];
  });
  return { stood: aligned, known, columns, lost };
}
