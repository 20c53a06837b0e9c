import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { cellAddress, type CellRange, type RawCell, type RawSheet } from '../../base/raw-sheet';
import type { CellChange } from '../../base/workbook-difference';
import type { Reading } from '../../base/workbook-port';
import { isDigestRow } from '../reading/drawn';
import { cellText, sheetNamed } from '../reading/raw-table';
import { TAB } from '../words';
import { placedRange, placeOf } from './placement';
import { rebaseFormula, type Placements } from './rebase-formula';
import type { Repair, RestoredCell } from './repairs';
import { isLikeFormula, isShown, rebased } from './standing-cell';
import type { StandingWorkbook, TabChange } from './standing-workbook';
import type { TabLayout } from './tab-layout';

/** Cells of a sheet by row, and in it by column from 0 on. */
type Cells = ReadonlyMap<number, readonly (CellContent | undefined)[]>;

/** Cells of a drawn tab by where they come to stand. */
function placedCells(sheet: SheetBlueprint, at: TabLayout['stands'], placements: Placements): Cells {
  const cells = new Map<number, (CellContent | undefined)[]>();
  sheet.cells.forEach((row, index) => {
    row.forEach((content, column) => {
      const place = placeOf(at, index + 1, column + 1);
      if (place === undefined) return;
      const line = cells.get(place.row) ?? [];
      cells.set(place.row, line);
      line[place.column - 1] = rebased(content, sheet.name, placements);
    });
  });
  return cells;
}

/**
 * Cells of ours that differ from what they are to hold.
 * @param restored Gets those that somebody had changed.
 */
export function cellChanges(
  standing: StandingWorkbook,
  { before, after, layout, placements, moved: movedTabs }: TabChange,
  numberFormat: (row: number, column: number) => string | undefined,
  restored: Repair[],
): readonly CellChange[] {
  const reading = standing.reading(after.name);
  const sheet = sheetNamed(standing.workbook, after.name);
  const now = placedCells(after, layout.stands, placements.stands);
  const then: Cells = placedCells(before, layout.stays, placements.stays);
  // Formulas stood elsewhere only where rows are inserted somewhere.
  const stood: Cells =
    tellsFormulas(reading) && placements.moved.size > 0
      ? placedCells(before, layout.stays, placements.stood)
      : then;
  const raw = rawCells(sheet, reading);
  const typedColumns = standing.typed.get(after.name);
  const typed = new Set(
    [...(typedColumns ?? [])].flatMap((column) => layout.stands.columns.get(column) ?? []),
  );
  // A row of a table holds what some state of the ledger put there, unless the clerk typed it, which has been taken in.
  const isStopped = standing.halfChanged && standing.tables.has(after.name);
  const changes: CellChange[] = [];
  const merges = after.merges.flatMap((merge) => placedRange(layout.stands, merge) ?? []);
  for (const [row, column] of placesOf(now, then)) {
    const at = ({ [column - 1]: one = null }: readonly (CellContent | undefined)[] = []) => one;
    const [content, was, wasAsRead] = [at(now.get(row)), at(then.get(row)), at(stood.get(row))];
    const origin = layout.origin(row);
    const cell = cellAt(raw, origin, column);
    const known = { cell, was, reading, date1904: standing.workbook.date1904 };
    const moved = cell && movedCell(cell, after.name, placements.moved);
    const mayBeStale = !tellsFormulas(reading) && speaksOf(content, after.name, movedTabs);
    if (!mayBeStale && isShown(content, { ...known, cell: moved })) continue;
    const isAsWritten = origin === undefined || isShown(wasAsRead, { ...known, was: wasAsRead });
    const isTaken = typed.has(column) || isStopped;
    const isOurs = isAsWritten || isTaken;
    if (isBlank(content) && staysFilled(was, { isTaken, isOurs })) continue;
    const isRestored =
      !isOurs && isSomebodys(after, row) && isChangedByHand(wasAsRead, cell, standing.settled);
    if (isRestored) {
      restored.push(restoredCell(after.name, cellAddress(row, column), cell));
    }
    const change = cellChange(row, column, content, was, numberFormat(row, column));
    changes.push(
      isRestored && isEmptied(cell, merges, row, column) ? { ...change, wasEmptied: true } : change,
    );
  }
  return changes.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** A cell with nothing in it, and not beneath a merge of ours. */
function isEmptied(
  cell: RawCell | undefined,
  merges: readonly CellRange[],
  row: number,
  column: number,
): boolean {
  const isBeneath = ({ top, bottom, left, right }: CellRange) =>
    top <= row && row <= bottom && left <= column && column <= right;
  return isBlank(cell?.value ?? null) && !merges.some(isBeneath);
}

/** Places that one of two states has something to say of. */
function* placesOf(now: Cells, then: Cells): Generator<readonly [row: number, column: number]> {
  for (const row of new Set([...now.keys(), ...then.keys()])) {
    const [is, was] = [now.get(row) ?? [], then.get(row) ?? []];
    for (let at = 0; at < Math.max(is.length, was.length); at += 1)
      if (is[at] !== undefined || was[at] !== undefined) yield [row, at + 1];
  }
}

/** A formula follows the rows that are inserted, as every host inserts them. */
function movedCell(cell: RawCell, sheet: string, moved: Placements): RawCell {
  if (cell.formula === undefined || moved.size === 0) return cell;
  return { ...cell, formula: rebaseFormula(cell.formula, sheet, moved) };
}

/** Whether a formula stands on one of these tabs or speaks of it. */
function speaksOf(content: CellContent, home: string, tabs: ReadonlySet<string>): boolean {
  const formula = formulaOf(content);
  return formula !== undefined && [...tabs].some((tab) => tab === home || formula.includes(tab));
}

function isSomebodys({ name, cells }: SheetBlueprint, row: number): boolean {
  return name !== TAB.identity || !isDigestRow(cells[row - 1]);
}

function cellAt(
  raw: ReturnType<typeof rawCells>,
  row: number | undefined,
  column: number,
): RawCell | undefined {
  return row === undefined ? undefined : raw?.get(row)?.get(column);
}

function tellsFormulas(reading: Reading): boolean {
  return reading === 'results' || reading === 'formulas';
}

/** What stands in a cell that is to be empty stays, unless the product put it there or has taken it in. */
function staysFilled(
  was: CellContent,
  { isTaken, isOurs }: { readonly isTaken: boolean; readonly isOurs: boolean },
): boolean {
  return isBlank(was) ? !isTaken : !isOurs;
}

function restoredCell(sheet: string, address: string, cell: RawCell | undefined): RestoredCell {
  const found = cell?.formula === undefined ? cellText(cell?.value) : `=${cell.formula}`;
  return { kind: 'cell', sheet, cell: address, found };
}

/** A formula whose result alone differs was recalculated, one that refers to other cells may have moved with them. */
function isChangedByHand(was: CellContent, cell: RawCell | undefined, settled: boolean): boolean {
  const formula = formulaOf(was);
  if (formula === undefined) return settled;
  return cell?.formula === undefined || !isLikeFormula(formula, cell.formula);
}

function formulaOf(content: CellContent): string | undefined {
  return content !== null && typeof content === 'object' && 'formula' in content
    ? content.formula
    : undefined;
}

function cellChange(
  row: number,
  column: number,
  content: CellContent,
  was: CellContent,
  format: string | undefined,
): CellChange {
  return {
    row,
    column,
    content: content === '' ? null : content,
    ...(format === undefined ? {} : { numberFormat: format }),
    ...(was !== null && typeof was === 'object' && 'text' in was ? { wasLink: true as const } : {}),
  };
}

function isBlank(content: CellContent | RawCell['value']): boolean {
  return content === null || content === '';
}

function rawCells(
  sheet: RawSheet | undefined,
  reading: Reading,
): ReadonlyMap<number, ReadonlyMap<number, RawCell>> | undefined {
  if (sheet === undefined || reading === 'nothing') return undefined;
  return new Map(
    sheet.rows.map(({ row, cells }) => [row, new Map(cells.map((cell) => [cell.column, cell]))]),
  );
}
