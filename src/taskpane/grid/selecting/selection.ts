import { plainForms } from '../../../base/clean-text';
import type { CellRange } from '../../../base/raw-sheet';

export interface CellPlace {
  readonly row: number;
  /** Number in the sheet, hidden columns counted. */
  readonly column: number;
}

/** What is selected: from where it was begun to where it was drawn; the keyboard moves the latter. */
export interface Selection {
  readonly anchor: CellPlace;
  readonly focus: CellPlace;
}

/** What moving about needs to know of a tab. */
export interface GridShape {
  readonly rows: number;
  /** Columns that are shown, in order. */
  readonly columns: readonly number[];
  readonly mergeAt: (row: number, column: number) => CellRange | undefined;
  readonly isFilled: (row: number, column: number) => boolean;
}

export type Move =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'pageUp'
  | 'pageDown'
  | 'rowStart'
  | 'rowEnd'
  | 'edgeLeft'
  | 'edgeRight'
  | 'edgeUp'
  | 'edgeDown'
  | 'first'
  | 'last';

const MOVES: Readonly<Record<string, readonly [plain: Move, withControl: Move]>> = {
  ArrowLeft: ['left', 'edgeLeft'],
  ArrowRight: ['right', 'edgeRight'],
  ArrowUp: ['up', 'edgeUp'],
  ArrowDown: ['down', 'edgeDown'],
  PageUp: ['pageUp', 'pageUp'],
  PageDown: ['pageDown', 'pageDown'],
  Home: ['rowStart', 'first'],
  End: ['rowEnd', 'last'],
};

/** Where a key leads, as in Excel. */
export function moveOfKey(key: string, isControl: boolean): Move | undefined {
  return MOVES[key]?.[isControl ? 1 : 0];
}

/** The place a move ends at; a joined cell is one place, whichever side it is entered from. */
export function moved(shape: GridShape, from: CellPlace, move: Move, pageRows: number): CellPlace {
  const last = shape.columns.length - 1;
  const merge = shape.mergeAt(from.row, from.column);
  const first = Math.max(0, shape.columns.indexOf(from.column));
  const beyond = shape.columns.findLastIndex((column) => column <= (merge?.right ?? from.column));
  const at = (row: number, index: number): CellPlace => {
    const place = {
      row: Math.min(shape.rows, Math.max(1, row)),
      column: shape.columns[Math.min(last, Math.max(0, index))] ?? 1,
    };
    const joined = shape.mergeAt(place.row, place.column);
    return joined === undefined ? place : { row: joined.top, column: joined.left };
  };
  const filled = (row: number, index: number): boolean => {
    const place = at(row, index);
    return shape.isFilled(place.row, place.column);
  };
  switch (move) {
    case 'left':
      return at(from.row, first - 1);
    case 'right':
      return at(from.row, beyond + 1);
    case 'up':
      return at(from.row - 1, first);
    case 'down':
      return at((merge?.bottom ?? from.row) + 1, first);
    case 'pageUp':
      return at(from.row - pageRows, first);
    case 'pageDown':
      return at(from.row + pageRows, first);
    case 'rowStart':
      return at(from.row, 0);
    case 'rowEnd':
      return at(from.row, last);
    case 'edgeLeft':
    case 'edgeRight':
      return at(
        from.row,
        edge(first, move === 'edgeLeft' ? -1 : 1, last, (index) => filled(from.row, index)),
      );
    case 'edgeUp':
    case 'edgeDown':
      return at(
        edge(from.row - 1, move === 'edgeUp' ? -1 : 1, shape.rows - 1, (row) => filled(row + 1, first)) + 1,
        first,
      );
    case 'first':
      return at(1, 0);
    case 'last':
      return at(shape.rows, last);
  }
}

/**
 * Where Ctrl and an arrow lead: to the end of what is filled without a gap, else to the next that is filled, else to the edge of
 * the tab.
 */
function edge(from: number, by: 1 | -1, last: number, isFilled: (index: number) => boolean): number {
  const end = by > 0 ? last : 0;
  let at = from;
  const isNext = () => at !== end && isFilled(at + by);
  if (isFilled(from) && isNext()) {
    while (isNext()) at += by;
    return at;
  }
  while (at !== end) {
    at += by;
    if (isFilled(at)) return at;
  }
  return end;
}

/** The cells between both ends; joined cells are in it as a whole. */
export function selectedRange(shape: GridShape, { anchor, focus }: Selection): CellRange {
  const ends = [anchor, focus].map(
    ({ row, column }) => shape.mergeAt(row, column) ?? { top: row, bottom: row, left: column, right: column },
  );
  const across = (side: keyof CellRange, pick: (...sides: number[]) => number) =>
    pick(...ends.map((range) => range[side]));
  return {
    top: across('top', Math.min),
    left: across('left', Math.min),
    bottom: across('bottom', Math.max),
    right: across('right', Math.max),
  };
}

/** “G12” as a place; `undefined` when it is none. */
export function placeOfAddress(address: string): CellPlace | undefined {
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  if (letters === undefined || Number(row) < 1) return undefined;
  return { row: Number(row), column: columnNumber(letters) };
}

/** What was typed to be gone to: “G12”, “a4:c9”, “填报明细!A4”, or the name of a tab; `undefined` when it is none of these. */
export function placeTyped(
  typed: string,
  front: string,
  names: readonly string[],
): (CellPlace & { readonly sheet: string; readonly to: CellPlace }) | undefined {
  const text = plainForms(typed.trim());
  const mark = text.lastIndexOf('!');
  const sheet = mark === -1 ? front : text.slice(0, mark).replace(/^'(.*)'$/, '$1');
  const [from = '', to = from] = text
    .slice(mark + 1)
    .replaceAll('$', '')
    .toUpperCase()
    .split(':');
  const [place, end] = [placeOfAddress(from), placeOfAddress(to)];
  if (place !== undefined && end !== undefined)
    return names.includes(sheet) ? { sheet, ...place, to: end } : undefined;
  const tab = names.find((name) => name.toLowerCase() === text.toLowerCase());
  return tab === undefined ? undefined : { sheet: tab, row: 1, column: 1, to: { row: 1, column: 1 } };
}

/** 1 for “A”, 27 for “AA”. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
