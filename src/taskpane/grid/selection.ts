import type { CellRange } from '../../base/raw-sheet';

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
  | 'firstRow'
  | 'lastRow'
  | 'first'
  | 'last';

const MOVES: Readonly<Record<string, readonly [plain: Move, withControl: Move]>> = {
  ArrowLeft: ['left', 'rowStart'],
  ArrowRight: ['right', 'rowEnd'],
  ArrowUp: ['up', 'firstRow'],
  ArrowDown: ['down', 'lastRow'],
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
    case 'firstRow':
      return at(1, first);
    case 'lastRow':
      return at(shape.rows, first);
    case 'first':
      return at(1, 0);
    case 'last':
      return at(shape.rows, last);
  }
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

/** 1 for “A”, 27 for “AA”. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
