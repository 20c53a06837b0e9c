import { toSerial } from '../../../base/calendar';
import type { CellRange } from '../../../base/raw-sheet';
import type { CellContent, SheetBlueprint } from '../../../base/blueprint';

/** What is put into `range.formulas` for one cell. */
export type Entry = string | number | boolean;

const TEXT_FORMAT = '@';
const DATE_FORMAT = 'yyyy-mm-dd';

/** Excel's limit for one cell. */
const MAX_CELL_TEXT = 32_767;

/** What Excel would take for a formula: such a text gets the text format, which it keeps when someone edits it. */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * From somewhat below the 8,192 characters of a formula on, Excel fails over a text that begins like one (OfficeDev/office-js
 * issue 3256; the length at which it does varies): the apostrophe in front has it taken for a text before it is looked into.
 */
const LONG_AS_A_FORMULA = 8_000;

/**
 * A Chinese character that is in no number, date, time or truth value: a text with one is never read as anything else.
 * The others are in dates (2017年6月), in times (上午8时), in numbers (一百).
 */
const PLAIN_WORD =
  /(?![年月日号时分秒点钟上下午星期周正元度第零〇一二三四五六七八九十百千万亿两])\p{Script=Han}/u;
/** Excel in East Asia takes the wide signs for the narrow ones. */
const WIDE_FORMULA_START = /^[＝＋－＠]/;

/** The cell a blueprint asks for, as Excel must be given it: a text stays a text whatever it looks like. */
export function cellEntry(content: CellContent, numberFormat: string | undefined): Entry {
  if (content === null) return '';
  if (typeof content === 'string') return textEntry(cellText(content), numberFormat);
  if (typeof content !== 'object') return content;
  if ('date' in content) return toSerial(content.date);
  if ('formula' in content) return `=${content.formula}`;
  return textEntry(cellText(content.text), numberFormat);
}

function textEntry(text: string, numberFormat: string | undefined): string {
  if (isTooLongToParse(text)) return `'${text}`.slice(0, MAX_CELL_TEXT);
  if (text === '' || numberFormat === TEXT_FORMAT || FORMULA_START.test(text)) return text;
  const plain = !text.startsWith("'") && !WIDE_FORMULA_START.test(text) && PLAIN_WORD.test(text);
  return plain ? text : `'${text}`.slice(0, MAX_CELL_TEXT);
}

function isTooLongToParse(text: string): boolean {
  return text.length >= LONG_AS_A_FORMULA && FORMULA_START.test(text);
}

/** Lines in a cell end with a line feed alone. */
function cellText(text: string): string {
  return text.replace(/\r\n?/g, '\n').slice(0, MAX_CELL_TEXT);
}

/** The number format a cell needs whatever its layers say, or `undefined`. */
export function requiredFormat(content: CellContent, numberFormat: string | undefined): string | undefined {
  if (typeof content === 'string') return textFormat(content, numberFormat);
  if (content === null || typeof content !== 'object') return undefined;
  if ('date' in content) return numberFormat === undefined ? DATE_FORMAT : undefined;
  return 'text' in content ? textFormat(content.text, numberFormat) : undefined;
}

/** In a text cell an apostrophe in front would be part of the text. */
function textFormat(text: string, numberFormat: string | undefined): string | undefined {
  if (isTooLongToParse(text)) return numberFormat === TEXT_FORMAT ? 'General' : undefined;
  return FORMULA_START.test(text) ? TEXT_FORMAT : undefined;
}

/** The number format that a sheet's layers give a cell; the last one wins. */
export function layeredFormat(sheet: SheetBlueprint): (row: number, column: number) => string | undefined {
  const layers = sheet.formats.flatMap(({ range, format: { numberFormat } }) =>
    numberFormat === undefined ? [] : [{ range, numberFormat }],
  );
  return (row, column) => layers.findLast(({ range }) => isIn(range, row, column))?.numberFormat;
}

function isIn({ top, left, bottom, right }: CellRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
