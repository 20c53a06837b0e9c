import { columnLetters } from '../../../../base/raw-sheet';
import { mapReferences } from './formula-references';

/** Excel's last row and column: a reference shifted past them means nothing. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** The formula of a cell that lies `rows` down and `columns` right of the one where a shared formula is written out. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (area) =>
    area
      .split(':')
      .map((side) => shiftReference(side, rows, columns))
      .join(':'),
  );
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
