import { columnLetters } from '../../../../base/raw-sheet';

/** Excel's last row and column: a reference shifted past them means nothing. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/**
 * Pieces of a formula that hold no reference to shift (texts, quoted sheet names, brackets of tables and other
 * workbooks, names and functions), or one that does.
 */
const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<cell>\$?[A-Za-z]{1,3}\$?\d{1,7})(?![\w.(!])|(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\w.(!])|(?<rows>\$?\d{1,7}:\$?\d{1,7})(?![\w.(])|[\p{L}_\\][\p{L}\p{N}_.\\]*|\d[\d.]*(?:[Ee][+-]?\d+)?/gu;

/** The formula of a cell that lies `rows` down and `columns` right of the one where a shared formula is written out. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(PIECE, (piece, ...rest) => {
    const groups = rest.at(-1) as Partial<Record<'cell' | 'columns' | 'rows', string>>;
    if (groups.cell !== undefined) return shiftReference(piece, rows, columns);
    if (groups.columns === undefined && groups.rows === undefined) return piece;
    return piece
      .split(':')
      .map((side) => shiftReference(side, rows, columns))
      .join(':');
  });
}

function shiftReference(reference: string, rows: number, columns: number): string {
  const [, columnLock = '', letters = '', rowLock = '', digits = ''] =
    /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(reference) ?? [];
  // “$5” alone locks a row, not a column.
  const rowsOnly = letters === '';
  const column = letters === '' ? 0 : columnNumber(letters) + (columnLock === '' ? columns : 0);
  const row = digits === '' ? 0 : Number(digits) + ((rowsOnly ? columnLock : rowLock) === '' ? rows : 0);
  if (
    column > LAST_COLUMN ||
    row > LAST_ROW ||
    (letters !== '' && column < 1) ||
    (digits !== '' && row < 1)
  ) {
    return '#REF!';
  }
  return `${columnLock}${letters === '' ? '' : columnLetters(column)}${rowLock}${digits === '' ? '' : row}`;
}

/** 27 for “AA”. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) {
    column = column * 26 + (letters.charCodeAt(index) & 31);
  }
  return column;
}
