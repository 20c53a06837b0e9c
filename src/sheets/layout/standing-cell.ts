import { addDays, toSerial, type CalendarDate } from '../../base/calendar';
import { minuteOfSerial } from '../../base/time/minute';
import type { CellContent } from '../../base/blueprint';
import { isCellError, type RawCell } from '../../base/raw-sheet';
import type { Reading } from '../../base/workbook-port';
import { onceFor } from '../../base/once-for';
import { standsAsDrawn } from './placement';
import { rebaseFormula, type Placements } from './rebase-formula';

/** What a cell is to hold, for the workbook as it stands. */
export function rebased(content: CellContent, home: string, placements: Placements): CellContent {
  if (content === null || typeof content !== 'object' || !('formula' in content)) return content;
  const moved = movedTabs(placements);
  const speaksOfMoved = moved.some((name) => name === home || content.formula.includes(name));
  return !speaksOfMoved ? content : { ...content, formula: rebaseFormula(content.formula, home, placements) };
}

/** Tabs that do not stand as they are drawn: a formula that speaks of none of them stays as it is. */
export const movedTabs = onceFor((placements: Placements): readonly string[] =>
  [...placements].flatMap(([name, placement]) => (standsAsDrawn(placement) ? [] : [name])),
);

interface StandingCell {
  readonly cell: RawCell | undefined;
  /** What the product wrote there before. */
  readonly was: CellContent;
  readonly reading: Reading;
  readonly date1904: boolean;
}

/** Whether the cell holds that already. A formula that was not read is taken to be the one that was written. */
export function isShown(content: CellContent, { cell, was, reading, date1904 }: StandingCell): boolean {
  const isFormula = content !== null && typeof content === 'object' && 'formula' in content;
  if (reading === 'nothing' || (reading === 'values' && isFormula)) return isSame(content, was);
  return holds(content, cell, { date1904, reading });
}

function holds(
  content: CellContent,
  cell: RawCell | undefined,
  { date1904, reading }: Pick<StandingCell, 'date1904' | 'reading'>,
): boolean {
  const value = cell?.value ?? null;
  if (content === null || content === '') return value === null || value === '';
  if (typeof content !== 'object') {
    if (cell?.formula !== undefined) return false;
    if (typeof content !== 'string') return content === value;
    // A time that a program has made a date of.
    if (typeof value === 'number') return content === minuteOfSerial(value, date1904);
    return sameText(content, value);
  }
  if ('date' in content) return value === serial(content.date, date1904);
  if ('text' in content) return sameText(content.text, typeof value === 'number' ? String(value) : value);
  const formula = cell?.formula;
  if (formula === undefined || !isSameFormula(formula, content.formula)) return false;
  return reading !== 'results' || sameResult(content.result, value);
}

function sameText(text: string, value: RawCell['value'] | null): boolean {
  return typeof value === 'string' && (value === text || withLineFeeds(value) === withLineFeeds(text));
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const DAYS_1900_TO_1904 = 1462;

function serial(date: CalendarDate, date1904: boolean): number {
  return toSerial(date1904 ? addDays(date, -DAYS_1900_TO_1904) : date);
}

/** A cell, whole columns (“$D:$D”), or what is left of one that was deleted. */
const REFERENCE = /\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![A-Z])|#REF!/g;

/** Whether two formulas say the same of cells that may lie elsewhere: as after a deleted row, which moves what they refer to. */
export function isLikeFormula(one: string, other: string): boolean {
  return plain(one).replace(REFERENCE, '@') === plain(other).replace(REFERENCE, '@');
}

/** Programs write one formula with other blanks, quotes and letters. */
function isSameFormula(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

/** Signs in which programs write the same formula differently, the “@” of a newer Excel and its prefix of newer functions among them. */
function plain(formula: string): string {
  return formula.replace(/['@\s]|_xlfn\./g, '').toUpperCase();
}

function sameResult(result: string | number | boolean, value: RawCell['value'] | null): boolean {
  if (isCellError(value)) return false;
  if (result === '') return value === null || value === '';
  if (typeof result === 'number' && typeof value === 'number') {
    return Math.abs(result - value) <= 1e-9 * Math.max(1, Math.abs(result));
  }
  return result === value;
}

/** The results are Excel's own affair where it computes. */
function isSame(one: CellContent, other: CellContent): boolean {
  const said = (content: CellContent) =>
    content !== null && typeof content === 'object' && 'formula' in content
      ? `=${content.formula}`
      : JSON.stringify(content === '' ? null : content);
  return said(one) === said(other);
}
