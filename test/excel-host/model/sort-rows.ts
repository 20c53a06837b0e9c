import type { Rect } from './address';
import { moveReferences } from './formula-rewrite';
import type { Cell } from './grid';
import { ensureAllowed } from './protection';
import type { Sheet } from './sheet';
import { announceChange } from './write-cells';

/**
 * Rows of a range by the texts in one of their columns: cells move with their looks, formulas as if copied; what is said of
 * whole rows, notes and rules stay where they are.
 */
export function sortRows(sheet: Sheet, rect: Rect, column: number): void {
  ensureAllowed(sheet, 'allowSort');
  const { grid } = sheet;
  sheet.workbook.ensureCalculated({ sheet, rect });
  const rows = Array.from({ length: rect.bottom - rect.top + 1 }, (_, index) => rect.top + index);
  const key = (row: number) => String(grid.value(row, column) ?? '');
  const sorted = rows.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
  const taken = sorted.map((from, index) => cellsOf(sheet, rect, from, rect.top + index - from));
  taken.forEach((cells, index) => {
    const row = grid.ensureRow(rect.top + index);
    for (let at = rect.left; at <= rect.right; at += 1) row.cells.delete(at);
    for (const [at, cell] of cells) row.cells.set(at, cell);
  });
  sheet.workbook.touch();
  announceChange(sheet, rect, null, 'RangeEdited');
}

function cellsOf(sheet: Sheet, { left, right }: Rect, row: number, by: number): readonly [number, Cell][] {
  return [...(sheet.grid.rows.get(row)?.cells ?? [])]
    .filter(([column]) => column >= left && column <= right)
    .map(([column, cell]) => [
      column,
      cell.formula === undefined ? cell : { ...cell, formula: moveReferences(cell.formula, by, 0) },
    ]);
}
