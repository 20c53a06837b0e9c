import { minuteOfSerial, readMinute } from '../../base/time/minute';
import { parseIsoDate, fromSerial, calendarDate, type CalendarDate } from '../../base/calendar';
import { plainForms } from '../../base/clean-text';
import { cellAddress, isCellError, type RawRow, type RawValue, type RawWorkbook } from '../../base/raw-sheet';
import type { TableTab } from '../tabs/table-tab';
import { findTable } from './find-table';
import { unlessDamaged, damaged } from './ledger-format-error';
import { cellText, sheetNamed } from './raw-table';

/** One row of a tab the ledger is read from, its cells by key. What cannot be read is never passed over: it throws. */
export interface ReadRow<Key extends string> {
  /** Row of the sheet, from 1. */
  readonly row: number;
  value(key: Key): RawValue | null;
  text(key: Key): string;
  /** `null` for an empty cell; a number that is stored as text counts. @throws LedgerFormatError */
  number(key: Key): number | null;
  /** `null` for an empty cell; serial numbers and written dates count. @throws LedgerFormatError */
  date(key: Key): CalendarDate | null;
  /**
   * Local time to the minute, whether it stands there as text, as a date with a time, or as somebody wrote it; any other text,
   * the instant of an earlier version too, as it stands. @throws LedgerFormatError for an error of the sheet
   */
  time(key: Key): string;
  /** @throws LedgerFormatError always: the cell cannot be read. */
  unreadable(key: Key): never;
}

/** A row with fewer filled cells of ours is a line of the clerk's below or between the rows. */
const ROW_OF_OURS = 3;

/**
 * The rows of a tab the ledger is read from, wherever its table stands.
 * @param lacks Columns that workbooks of an older format do not have.
 * @throws LedgerFormatError when the tab, a column or a cell cannot be found or read
 */
export function readTable<Key extends string>(
  workbook: RawWorkbook,
  tab: TableTab<never, Key>,
  lacks: ReadonlySet<Key> = new Set(),
): readonly ReadRow<Key>[] {
  const sheet = sheetNamed(workbook, tab.name) ?? tabMissing(workbook, tab);
  const found = findTable(sheet, tab, lacks);
  if (found === undefined) {
    return damaged('column-missing', { sheet: tab.name, name: tab.inOrder[0]?.header ?? '' });
  }
  const known = tab.keys.filter((key) => tab.columns[key].read !== 'drawn');
  const least = Math.min(ROW_OF_OURS, known.length);
  return found.rows
    .map((raw) => readRow(raw, found.columns, tab.name, workbook.date1904))
    .filter((row) => {
      // An error fills a cell too: whether the row is ours is not for it to say.
      const filled = known.filter((key) => isCellError(row.value(key)) || row.text(key).trim() !== '');
      const identified = tab.identifying.every((key) => filled.includes(key));
      return filled.length >= least || (identified && tab.identifying.length > 0 && filled.length > 0);
    });
}

/** @throws LedgerFormatError always: the tab is gone, or stands there under another name. */
function tabMissing<Key extends string>(workbook: RawWorkbook, tab: TableTab<never, Key>): never {
  const name = sheetLike(workbook, tab);
  return name === undefined
    ? damaged('tab-missing', { sheet: tab.name })
    : damaged('tab-renamed', { sheet: tab.name, name });
}

/** The sheet that has this tab's table under another name. */
export function sheetLike<Key extends string>(
  workbook: RawWorkbook,
  tab: TableTab<never, Key>,
): string | undefined {
  return workbook.sheets.find((sheet) => unlessDamaged(() => findTable(sheet, tab)) !== undefined)?.name;
}

function readRow<Key extends string>(
  raw: RawRow,
  columns: ReadonlyMap<Key, number>,
  sheet: string,
  date1904: boolean,
): ReadRow<Key> {
  const values = new Map(raw.cells.map((cell) => [cell.column, cell.value]));
  const value = (key: Key) => values.get(columns.get(key) ?? 0) ?? null;
  const unreadable = (key: Key): never =>
    damaged('cell-unreadable', {
      sheet,
      row: raw.row,
      cell: cellAddress(raw.row, columns.get(key) ?? 1),
      value: cellText(value(key)),
    });
  const read = <Value>(key: Key, as: (value: RawValue) => Value | undefined): Value | null => {
    const found = value(key);
    if (found === null || (typeof found === 'string' && found.trim() === '')) return null;
    return as(found) ?? unreadable(key);
  };
  const text = (key: Key): string => {
    const found = value(key);
    return isCellError(found) ? unreadable(key) : cellText(found);
  };
  return {
    row: raw.row,
    value,
    text,
    time: (key) => {
      const found = value(key);
      const minute = typeof found === 'number' ? minuteOfSerial(found, date1904) : readMinute(text(key));
      return minute ?? text(key);
    },
    number: (key) => read(key, numberOf),
    date: (key) => read(key, (found) => dateOf(found, date1904)),
    unreadable,
  };
}

/** A number, also one that is stored as text: full-width digits too. */
export function numberOf(value: RawValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const text = plainForms(value).trim();
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
}

/** A serial number, an ISO date, or a date as offices write it: 2017年6月30日, 2017/6/30, 2017.6.30. */
export function dateOf(value: RawValue, date1904: boolean): CalendarDate | undefined {
  if (typeof value === 'number') return fromSerial(value, date1904);
  if (typeof value !== 'string') return undefined;
  const text = plainForms(value).trim();
  const parts = /^(\d{4})\s?[年/.-]\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})日?$/.exec(text);
  return (
    parseIsoDate(text) ??
    (parts === null ? undefined : calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])))
  );
}

/**
 * Entries as their rows say. None of a row behind the last finished one that cannot be read: the change that stopped had not
 * come to all of its cells, and who asked for it was told so.
 * @param finished The number of the last entry written to the end; infinite where no change has stopped.
 * @throws LedgerFormatError
 */
export function finishedRows<Row extends Pick<ReadRow<'id'>, 'number'>, Entry>(
  rows: readonly Row[],
  finished: number,
  read: (row: Row) => Entry,
): readonly Entry[] {
  return rows.flatMap((row) => {
    const isFinished =
      finished === Number.POSITIVE_INFINITY || (row.number('id') ?? finished + 1) <= finished;
    return isFinished ? [read(row)] : (unlessDamaged(() => [read(row)]) ?? []);
  });
}
