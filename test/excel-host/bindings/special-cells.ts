import { NotModelledError } from '../protocol/errors';
import { type Argument, shown } from '../protocol/handles';
import { cellRect, type Rect } from '../model/address';
import type { Cell } from '../model/grid';
import { isError } from '../model/values';
import type { Area } from './arguments';

/** `Excel.SpecialCellType`: constants, formulas, blanks and visible cells, row by row joined into blocks. */
export function specialCells(
  { sheet, rect }: Area,
  type: Argument | undefined,
  valueType: Argument | undefined,
): Rect[] {
  sheet.workbook.ensureCalculated({ sheet, rect });
  const within = sheet.grid.usedRect(rect, false);
  if (!within) return [];
  const wanted = testOf(type, valueType);
  const found: Rect[] = [];
  for (let row = within.top; row <= within.bottom; row += 1) {
    for (let column = within.left; column <= within.right; column += 1) {
      const hidden =
        sheet.grid.rows.get(row)?.hidden === true || sheet.grid.columns.get(column)?.hidden === true;
      if (wanted(sheet.grid.cell(row, column), hidden)) addCell(found, row, column);
    }
  }
  return joinRows(found);
}

function testOf(
  type: Argument | undefined,
  valueType: Argument | undefined,
): (cell: Cell | undefined, hidden: boolean) => boolean {
  const ofType = (cell: Cell): boolean => matches(cell, valueType);
  switch (type) {
    case 'Constants':
      return (cell) =>
        cell !== undefined && cell.formula === undefined && cell.value !== null && ofType(cell);
    case 'Formulas':
      return (cell) => cell?.formula !== undefined && ofType(cell);
    case 'Blanks':
      return (cell) => cell === undefined || (cell.value === null && cell.formula === undefined);
    case 'Visible':
      return (_, hidden) => !hidden;
    default:
      throw new NotModelledError(`special cells ${shown(type)}`);
  }
}

function matches(cell: Cell, valueType: Argument | undefined): boolean {
  if (valueType === null || valueType === undefined || valueType === 'All') return true;
  if (valueType === 'Errors') return isError(cell.value);
  if (valueType === 'Text') return typeof cell.value === 'string';
  if (valueType === 'Numbers') return typeof cell.value === 'number';
  if (valueType === 'Logical') return typeof cell.value === 'boolean';
  throw new NotModelledError(`special cells of value type ${shown(valueType)}`);
}

function addCell(found: Rect[], row: number, column: number): void {
  const last = found.at(-1);
  if (last?.top === row && last.right === column - 1) found[found.length - 1] = { ...last, right: column };
  else found.push(cellRect(row, column));
}

function joinRows(rects: readonly Rect[]): Rect[] {
  const joined: Rect[] = [];
  for (const rect of rects) {
    const above = joined.findIndex(
      (other) => other.bottom === rect.top - 1 && other.left === rect.left && other.right === rect.right,
    );
    const known = joined[above];
    if (known) joined[above] = { ...known, bottom: rect.bottom };
    else joined.push(rect);
  }
  return joined;
}
