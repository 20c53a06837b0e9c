import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { cellAddress, type CellRange, type RawCell, type RawSheet } from '../../base/raw-sheet';
import type { CellChange } from '../../base/workbook-difference';
import type { Reading } from '../../base/workbook-port';
import { isDigestRow } from '../reading/drawn';
import { cellText, sheetNamed } from '../reading/raw-table';
import { TAB } from '../words';
import { isLineAsDrawn, placedRange, placeOf } from './placement';
import { rebaseFormula, type Placements } from './rebase-formula';
import type { Repair, RestoredCell } from './repairs';
import { isLikeFormula, isShown, movedTabs, rebased } from './standing-cell';
import type { StandingWorkbook, TabChange } from './standing-workbook';
import type { TabLayout } from './tab-layout';

type Line = readonly (CellContent | undefined)[];

/** Cells of a sheet by row, and in it by column from 0 on. */
type Cells = ReadonlyMap<number, Line>;

/** Cells of a drawn tab by where they come to stand. */
function placedCells(sheet: SheetBlueprint, at: TabLayout['stands'], placements: Placements): Cells {
  const cells = new Map<number, Line>();
  const staysAsDrawn = movedTabs(placements).length === 0;
  sheet.cells.forEach((row, index) => {
    const place = at.rows.get(index + 1);
    if (place === undefined) return;
    if (staysAsDrawn && isLineAsDrawn(at, row.length)) {
      cells.set(place, row);
      return;
    }
    const line: (CellContent | undefined)[] = [];
    row.forEach((content, column) => {
      const across = placeOf(at, index + 1, column + 1)?.column;
      if (across !== undefined) line[across - 1] = rebased(content, sheet.name, placements);
    });
    if (line.length > 0) cells.set(place, line);
  });
  return cells;
}

const NO_CELLS: Line = [];

/**
 * Cells of ours that differ from what they are to hold, from above and from the left.
 * @param restored Gets those that somebody had changed.
 */
export function cellChanges(
  standing: StandingWorkbook,
  { before, after, layout, placements, moved: elsewhere }: TabChange,
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
  const { date1904 } = standing.workbook;
  const compare = (row: number, column: number, at: Compared): void => {
    const { content, was, wasAsRead, origin, cell } = at;
    const moved = cell && movedCell(cell, after.name, placements.moved);
    const mayBeStale = !tellsFormulas(reading) && speaksOf(content, after.name, elsewhere);
    if (!mayBeStale && isShown(content, { cell: moved, was, reading, date1904 })) return;
    const isAsWritten =
      origin === undefined || isShown(wasAsRead, { cell, was: wasAsRead, reading, date1904 });
    const isTaken = typed.has(column) || isStopped;
    const isOurs = isAsWritten || isTaken;
    if (isBlank(content) && staysFilled(was, { isTaken, isOurs })) return;
    const isRestored =
      !isOurs && isSomebodys(after, row) && isChangedByHand(wasAsRead, cell, standing.settled);
    if (isRestored) {
      restored.push(restoredCell(after.name, cellAddress(row, column), cell));
    }
    const change = cellChange(row, column, content, was, numberFormat(row, column));
    changes.push(
      isRestored && isEmptied(cell, merges, row, column) ? { ...change, wasEmptied: true } : change,
    );
  };
  for (const row of [...new Set([...now.keys(), ...then.keys()])].sort((a, b) => a - b)) {
    const [is, was, wasRead] = [now, then, stood].map((cells) => cells.get(row) ?? NO_CELLS) as [
      Line,
      Line,
      Line,
    ];
    const origin = layout.origin(row);
    const cells = byColumn(origin === undefined ? undefined : raw?.get(origin));
    const width = Math.max(is.length, was.length);
    for (let index = 0; index < width; index += 1) {
      if (is[index] === undefined && was[index] === undefined) continue;
      const [content, cell] = [contentIn(is, index), cells[index + 1]];
      if (reading !== 'nothing' && isPlainlyShown(content, cell)) continue;
      compare(row, index + 1, {
        content,
        was: contentIn(was, index),
        wasAsRead: contentIn(wasRead, index),
        origin,
        cell,
      });
    }
  }
  return changes;
}

/** Empty where nothing is drawn. */
function contentIn(line: Line, index: number): CellContent {
  const content = line[index];
  return content === undefined ? null : content;
}

/** A cell as it is to be, as it was drawn, and as it stands. */
interface Compared {
  readonly content: CellContent;
  readonly was: CellContent;
  /** With its formula as it stood when the workbook was read. */
  readonly wasAsRead: CellContent;
  /** Its row in the workbook as it was read; `undefined` of an inserted one. */
  readonly origin: number | undefined;
  readonly cell: RawCell | undefined;
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
  const isLink = was !== null && typeof was === 'object' && 'text' in was;
  const change: CellChange = { row, column, content: content === '' ? null : content };
  if (format === undefined && !isLink) return change;
  return {
    ...change,
    ...(format === undefined ? {} : { numberFormat: format }),
    ...(isLink ? { wasLink: true as const } : {}),
  };
}

function isBlank(content: CellContent | RawCell['value']): boolean {
  return content === null || content === '';
}

function rawCells(
  sheet: RawSheet | undefined,
  reading: Reading,
): ReadonlyMap<number, readonly RawCell[]> | undefined {
  if (sheet === undefined || reading === 'nothing') return undefined;
  return new Map(sheet.rows.map(({ row, cells }) => [row, cells]));
}

function byColumn(cells: readonly RawCell[] | undefined): readonly (RawCell | undefined)[] {
  const line: (RawCell | undefined)[] = [];
  for (const cell of cells ?? []) line[cell.column] = cell;
  return line;
}

/** Whether a cell that was read holds just that text, number or nothing: so most do, and need no closer look. */
function isPlainlyShown(content: CellContent, cell: RawCell | undefined): boolean {
  if (cell === undefined) return content === null || content === '';
  return typeof content !== 'object' && cell.value === content && cell.formula === undefined;
}
