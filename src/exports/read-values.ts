import { parseIsoDate, type CalendarDate } from '../base/calendar';
import { parsePeriod } from '../ledger/period';
import type { PeriodCode } from '../ledger/records';
import { TableError, type ColumnName, type TableRow } from './long-table';

/** Refuses a value that cannot stand in its column. */
export function unreadable(column: string, value: unknown): never {
  throw new TableError('damaged', { column, value: String(value) });
}

export function numberIn(column: string, text: string): number {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? unreadable(column, text) : number;
}

export function wholeIn(column: string, text: string): number {
  const number = numberIn(column, text);
  return Number.isSafeInteger(number) ? number : unreadable(column, text);
}

export function dateIn(column: string, text: string): CalendarDate {
  return parseIsoDate(text) ?? unreadable(column, text);
}

export function periodIn(column: string, text: string): PeriodCode {
  return parsePeriod(text) ?? unreadable(column, text);
}

export function flagIn(column: string, text: string): boolean {
  return text === 'true' ? true : text === 'false' ? false : unreadable(column, text);
}

type TextColumn = {
  [Name in ColumnName]: NonNullable<TableRow[Name]> extends string ? Name : never;
}[ColumnName];

/** A text; an empty column and an empty text are the same, since a .csv cannot tell them apart. */
export function textIn(row: TableRow, column: TextColumn): string {
  const text = row[column];
  return text === null || text === undefined ? '' : text;
}

export function isEmpty(row: TableRow, column: TextColumn): boolean {
  return textIn(row, column) === '';
}

/** What a row of its kind always has. @throws TableError where it is missing */
export function required<Name extends ColumnName>(row: TableRow, column: Name): NonNullable<TableRow[Name]> {
  return row[column] ?? unreadable(column, '');
}

/** One of a list of keys. @throws TableError for any other */
export function oneOf<Key extends string>(row: TableRow, column: TextColumn, keys: readonly Key[]): Key {
  const text = textIn(row, column);
  return keys.find((key) => key === text) ?? unreadable(column, text);
}

export function keysOf<Key extends string>(words: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(words) as Key[];
}
