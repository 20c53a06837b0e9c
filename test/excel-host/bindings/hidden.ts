import { isEntireColumns, isEntireRows, type Rect } from '../model/address';
import { ensureAllowed } from '../model/protection';
import type { Sheet } from '../model/sheet';

/** True or false when all rows (or columns) agree, else null. */
export function hiddenState(sheet: Sheet, rect: Rect, what: 'rows' | 'columns'): boolean | null {
  const map: ReadonlyMap<number, { readonly hidden: boolean }> = sheet.grid[what];
  const [from, to] = what === 'rows' ? [rect.top, rect.bottom] : [rect.left, rect.right];
  const hidden = [...map].filter(([index, data]) => index >= from && index <= to && data.hidden).length;
  if (hidden === 0) return false;
  return hidden === to - from + 1 ? true : null;
}

export function setRowsHidden(sheet: Sheet, rect: Rect, hidden: boolean): void {
  ensureAllowed(sheet, 'allowFormatRows');
  const rows = isEntireColumns(rect) ? [...sheet.grid.rows.keys()] : span(rect.top, rect.bottom);
  for (const row of rows) sheet.grid.ensureRow(row).hidden = hidden;
  sheet.workbook.touch();
}

export function setColumnsHidden(sheet: Sheet, rect: Rect, hidden: boolean): void {
  ensureAllowed(sheet, 'allowFormatColumns');
  const columns = isEntireRows(rect) ? [...sheet.grid.columns.keys()] : span(rect.left, rect.right);
  for (const column of columns) sheet.grid.ensureColumn(column).hidden = hidden;
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
