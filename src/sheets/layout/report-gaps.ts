import type { CellContent } from '../../base/blueprint';
import { contentValue } from '../../base/content-value';
import type { RawRow, RawSheet } from '../../base/raw-sheet';

/** What a row of the sheet is to a drawn row without a label. */
export type Kinship = 'ours' | 'blank' | 'foreign';

/**
 * Rows without a label follow the one above that has it, past what the clerk has put between, or where that one is gone keep
 * their distance from the next one below. Where another row stands by its words, one that has none is not there.
 */
export function placeUnlabelled(
  rows: Map<number, number>,
  labels: readonly unknown[],
  kinship: (row: number, at: number) => Kinship,
): void {
  const labelled = new Map(rows);
  const taken = new Set(rows.values());
  let [anchor, at, extra]: [number | undefined, number, number] = [undefined, 0, 0];
  labels.forEach((label, index) => {
    const row = index + 1;
    if (label !== undefined) {
      anchor = labelled.get(row);
      at = anchor ?? 0;
      extra = anchor === undefined ? 0 : extraBelow(labelled, labels, row);
      return;
    }
    if (anchor === undefined) {
      const place = fromBelow(labelled, labels, row);
      if (place > (rows.get(row - 1) ?? 0) && !taken.has(place)) rows.set(row, place);
      return;
    }
    if (taken.has(at) && at !== anchor) return;
    at += 1;
    for (; !taken.has(at); at += 1) {
      const kin = kinship(row, at);
      if (kin === 'ours' || (kin === 'blank' && extra <= 0)) break;
      extra -= 1;
    }
    if (!taken.has(at)) rows.set(row, at);
  });
}

/** How many rows more the sheet has than are drawn from a row with a label to the next. */
function extraBelow(labelled: ReadonlyMap<number, number>, labels: readonly unknown[], row: number): number {
  let next = row + 1;
  while (next <= labels.length && labels[next - 1] === undefined) next += 1;
  const [here, below] = [labelled.get(row), labelled.get(next)];
  return here === undefined || below === undefined ? 0 : below - here - (next - row);
}

/** 0 where no row with a label follows. */
function fromBelow(labelled: ReadonlyMap<number, number>, labels: readonly unknown[], row: number): number {
  let next = row + 1;
  while (next <= labels.length && labels[next - 1] === undefined) next += 1;
  const at = labelled.get(next);
  return at === undefined ? 0 : at - (next - row);
}

/** Rows of the sheet that hold something in columns of the report. */
export function filledRows(sheet: RawSheet, columns: ReadonlySet<number>): ReadonlySet<number> {
  const isFilled = ({ column, value, formula }: RawSheet['rows'][number]['cells'][number]) =>
    columns.has(column) && (formula !== undefined || (value !== null && value !== ''));
  return new Set(sheet.rows.filter(({ cells }) => cells.some(isFilled)).map(({ row }) => row));
}

/** A row that somebody emptied, and that still lies between its neighbours, is itself and no new one. */
export function placeEmptied(rows: Map<number, number>, count: number, filled: ReadonlySet<number>): void {
  const taken = new Set(rows.values());
  let next = 1;
  for (let row = 1; row <= count; row += 1) {
    if (rows.has(row)) continue;
    const at = (rows.get(row - 1) ?? 0) + 1;
    while (next <= count && (next <= row || !rows.has(next))) next += 1;
    const below = rows.get(next) ?? Number.POSITIVE_INFINITY;
    const isOrphan = row > 1 && !rows.has(row - 1);
    if (isOrphan || taken.has(at) || filled.has(at) || below < at + (next - row)) continue;
    rows.set(row, at);
    taken.add(at);
  }
}

/**
 * A row of the sheet is a drawn row's own when it has a formula or a value of it in its place; a filled one that has none of
 * them is the clerk's.
 */
export function kinshipIn(
  sheet: RawSheet,
  cells: readonly (readonly CellContent[])[],
  columns: ReadonlyMap<number, number>,
): (row: number, at: number) => Kinship {
  const rows = new Map(sheet.rows.map((row) => [row.row, row]));
  // Of some workbooks only the values were read.
  const hasFormulas = sheet.rows.some((row) => row.cells.some(({ formula }) => formula !== undefined));
  return (row, at) => {
    const found = filledCells(rows.get(at));
    if (found.length === 0) return 'blank';
    const drawn = cells[row - 1];
    if (drawn === undefined || !hasFormulas || drawn.every((content) => content === null)) return 'ours';
    const isOurs = drawn.some((content, index) => {
      const cell = found.find(({ column }) => column === columns.get(index + 1));
      if (cell === undefined || content === null) return false;
      return isFormula(content) ? cell.formula !== undefined : cell.value === contentValue(content);
    });
    return isOurs ? 'ours' : 'foreign';
  };
}

function filledCells(row: RawRow | undefined): RawRow['cells'] {
  return (row?.cells ?? []).filter(
    ({ value, formula }) => formula !== undefined || (value !== null && value !== ''),
  );
}

function isFormula(content: CellContent): boolean {
  return typeof content === 'object' && content !== null && 'formula' in content;
}
