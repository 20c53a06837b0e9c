import type { CellRange } from '../../../../base/raw-sheet';
import { columnNumber, LAST_COLUMN, LAST_ROW } from './shared-formula';

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;

/** Column of an address such as “C12”; 0 when it is none. */
export function parseColumn(address: string): number {
  let column = 0;
  let at = 0;
  for (; at < 4; at += 1) {
    const code = address.charCodeAt(at) | 32;
    if (!(code >= 97 && code <= 122)) break;
    column = column * 26 + code - 96;
  }
  const digit = address.charCodeAt(at);
  return at > 0 && digit >= 48 && digit <= 57 ? column : 0;
}

/** “A4:O144”, “$A$4:$O$144” or “C12”; `undefined` when it is no range inside a sheet. */
export function parseCellRange(reference: string): CellRange | undefined {
  const [first = '', last = first, ...more] = reference.split(':');
  const start = parseCell(first);
  const end = parseCell(last);
  if (start === undefined || end === undefined || more.length > 0) return undefined;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

function parseCell(address: string): { row: number; column: number } | undefined {
  const match = CELL.exec(address);
  if (match === null) return undefined;
  const column = columnNumber(match[1] ?? '');
  const row = Number(match[2]);
  return column <= LAST_COLUMN && row <= LAST_ROW ? { row, column } : undefined;
}
