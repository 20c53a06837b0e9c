import { shownNumber, shownWords } from '../../base/number-format';
import type { RawCell } from '../../base/raw-sheet';
import { shownText } from './sheet-grid';

/**
 * What a cell shows: numbers, days and texts as the cell's format has them. A whole number without a format keeps all of its digits, and
 * a day that Excel cannot show its number: how wide a column is says nothing.
 */
export function cellWords(cell: RawCell, date1904: boolean): string {
  const { value, format } = cell;
  if (typeof value === 'string') return shownWords(value, format);
  if (typeof value !== 'number') return shownText(cell);
  if (cell.shown === undefined && format === undefined && Number.isInteger(value)) return shownText(cell);
  const shown = (cell.shown ?? shownNumber(value, format, { date1904 })).trim();
  return /^#+$/.test(shown) ? shownText(cell) : shown;
}

/** What is kept of a picture in a cell for words. */
export const PICTURE_WORDS = '（图片）';
/** WPS keeps a picture in a cell as a formula, and as its words where a program knows no such formula. */
const PICTURE_FORMULA = /^=?(?:_xlfn\.)?(?:DISPIMG|IMAGE)\(/iu;

/** Whether a picture stands in the cell: what it shows nobody can read. */
export function isPicture({ picture, formula, value }: RawCell): boolean {
  if (picture === true || (formula !== undefined && PICTURE_FORMULA.test(formula))) return true;
  return typeof value === 'string' && value.startsWith('=') && PICTURE_FORMULA.test(value);
}

/** What a cell for words shows where a day, a share or a number was typed into it: not what is stored. */
export function freeText(cell: RawCell | undefined, date1904: boolean): string {
  if (cell === undefined) return '';
  return isPicture(cell) ? PICTURE_WORDS : cellWords(cell, date1904);
}
