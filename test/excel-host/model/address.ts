import { invalidArgument } from '../protocol/errors';

/** A block of cells, corners included, counted from 1. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const maxRow = 1048576;
export const maxColumn = 16384;
/** Excel cuts longer addresses of several areas. */
export const maxAddressLength = 8192;

const cellPattern = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i;
const columnPattern = /^\$?([A-Z]{1,3})$/i;
const rowPattern = /^\$?([1-9]\d{0,6})$/;

/** “Sheet1!A1:B2” in two: the sheet (unquoted, or undefined) and the rest. */
export function splitSheet(address: string): { readonly sheet: string | undefined; readonly local: string } {
  const bang = address.lastIndexOf('!');
  if (bang < 0) return { sheet: undefined, local: address };
  const name = address.slice(0, bang);
  const quoted = /^'(.*)'$/su.exec(name);
  return { sheet: quoted ? quoted[1]?.replaceAll("''", "'") : name, local: address.slice(bang + 1) };
}

/** One block: “B2”, “$A$1:C3”, “A:C”, “2:5”. @throws InvalidArgument */
export function parseRect(address: string): Rect {
  const rect = tryParseRect(address);
  if (!rect) throw invalidArgument(`address ${address}`);
  return rect;
}

export function tryParseRect(address: string): Rect | undefined {
  const [first = '', second = first, ...more] = address.trim().split(':');
  if (more.length > 0) return undefined;
  const from = parseCorner(first);
  const to = parseCorner(second);
  if (!from || !to || from.kind !== to.kind) return undefined;
  if (from.kind !== 'cell' && first === second && !address.includes(':')) return undefined;
  const rect = {
    top: Math.min(from.row ?? 1, to.row ?? 1),
    left: Math.min(from.column ?? 1, to.column ?? 1),
    bottom: Math.max(from.row ?? maxRow, to.row ?? maxRow),
    right: Math.max(from.column ?? maxColumn, to.column ?? maxColumn),
  };
  return rect.bottom <= maxRow && rect.right <= maxColumn ? rect : undefined;
}

interface Corner {
  readonly kind: 'cell' | 'column' | 'row';
  readonly row?: number;
  readonly column?: number;
}

function parseCorner(text: string): Corner | undefined {
  const cell = cellPattern.exec(text);
  if (cell) return { kind: 'cell', column: columnNumber(cell[1] ?? ''), row: Number(cell[2]) };
  const column = columnPattern.exec(text);
  if (column) return { kind: 'column', column: columnNumber(column[1] ?? '') };
  const row = rowPattern.exec(text);
  return row ? { kind: 'row', row: Number(row[1]) } : undefined;
}

export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest > 0 ? columnLetters(rest) + letter : letter;
}

/** “A1:B2”, a single cell once, whole columns and rows without their other half. */
export function formatRect(rect: Rect, absolute = false): string {
  const mark = absolute ? '$' : '';
  if (isEntireColumns(rect)) return `${mark}${columnLetters(rect.left)}:${mark}${columnLetters(rect.right)}`;
  if (isEntireRows(rect)) return `${mark}${rect.top}:${mark}${rect.bottom}`;
  const from = `${mark}${columnLetters(rect.left)}${mark}${rect.top}`;
  const to = `${mark}${columnLetters(rect.right)}${mark}${rect.bottom}`;
  return from === to ? from : `${from}:${to}`;
}

/** The sheet's name as it stands in front of “!”: quoted when it could be read otherwise. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !cellPattern.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function isEntireColumns(rect: Rect): boolean {
  return rect.top === 1 && rect.bottom === maxRow;
}

export function isEntireRows(rect: Rect): boolean {
  return rect.left === 1 && rect.right === maxColumn;
}

export function isUnbounded(rect: Rect): boolean {
  return isEntireColumns(rect) || isEntireRows(rect);
}

export function rowsOf(rect: Rect): number {
  return rect.bottom - rect.top + 1;
}

export function columnsOf(rect: Rect): number {
  return rect.right - rect.left + 1;
}

export function cellCount(rect: Rect): number {
  return rowsOf(rect) * columnsOf(rect);
}

export function cellRect(row: number, column: number): Rect {
  return { top: row, left: column, bottom: row, right: column };
}

export function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.top >= outer.top &&
    inner.left >= outer.left &&
    inner.bottom <= outer.bottom &&
    inner.right <= outer.right
  );
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function intersect(a: Rect, b: Rect): Rect | undefined {
  const rect = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return rect.top <= rect.bottom && rect.left <= rect.right ? rect : undefined;
}

export function bound(a: Rect, b: Rect): Rect {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** What is left of `from` after `hole` is cut out: up to four blocks. */
export function subtract(from: Rect, hole: Rect): Rect[] {
  const cut = intersect(from, hole);
  if (!cut) return [from];
  const pieces: Rect[] = [];
  if (cut.top > from.top) pieces.push({ ...from, bottom: cut.top - 1 });
  if (cut.bottom < from.bottom) pieces.push({ ...from, top: cut.bottom + 1 });
  if (cut.left > from.left) pieces.push({ ...from, top: cut.top, bottom: cut.bottom, right: cut.left - 1 });
  if (cut.right < from.right) pieces.push({ ...from, top: cut.top, bottom: cut.bottom, left: cut.right + 1 });
  return pieces;
}

/** @throws InvalidArgument when the block leaves the sheet. */
export function ensureOnSheet(rect: Rect): Rect {
  const fits = rect.top >= 1 && rect.left >= 1 && rect.bottom <= maxRow && rect.right <= maxColumn;
  if (!fits || rect.top > rect.bottom || rect.left > rect.right)
    throw invalidArgument('range outside the sheet');
  return rect;
}
