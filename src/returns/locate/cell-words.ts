import { fromSerial } from '../../base/calendar';
import type { RawCell } from '../../base/raw-sheet';
import { shownText } from './sheet-grid';

/** “2023年9月30日”, “2023年9月” or “9月30日”: as much of a date as its format shows. */
function dateWords(serial: number, format: string, date1904: boolean): string | undefined {
  const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  const date = fromSerial(serial, date1904);
  if (date === undefined || !/[yY]|m.*d/i.test(letters) || /^[^ymd]*[hs]/i.test(letters)) return undefined;
  const [year, month, day] = date.split('-').map(Number);
  const words = [/y/i.test(letters) ? `${year}年` : '', `${month}月`, /d/i.test(letters) ? `${day}日` : ''];
  return words.join('');
}

/** What a cell says, dates and percentages as their formats have them. */
export function cellWords(cell: RawCell, date1904: boolean): string {
  const { value, format } = cell;
  if (typeof value !== 'number' || format === undefined) return shownText(cell);
  if (format.includes('%')) return `${Number((value * 100).toPrecision(12))}%`;
  return dateWords(value, format, date1904) ?? shownText(cell);
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
  if (isPicture(cell)) return PICTURE_WORDS;
  const { value, format = '' } = cell;
  const isSigned = /[/-]/.test(format) && !format.includes('年');
  const date = isSigned && typeof value === 'number' ? dateWords(value, format, date1904) : undefined;
  if (date === undefined) return cellWords(cell, date1904);
  return date.replace(/[年月](?=\d)/g, format.includes('/') ? '/' : '-').replace(/[年月日]$/, '');
}
