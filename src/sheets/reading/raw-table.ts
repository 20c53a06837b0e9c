import { fromSerial, parseIsoDate, type CalendarDate } from '../../base/calendar';
import { isCellError, type RawSheet, type RawValue, type RawWorkbook } from '../../base/raw-sheet';

/** One data row of a tab that the product wrote, its cells by header. */
export interface TableRow {
  /** Row of the sheet, from 1. */
  readonly row: number;
  value(header: string): RawValue | null;
  text(header: string): string;
  /** `null` when the cell holds no number. */
  number(header: string): number | null;
  date(header: string): CalendarDate | null;
}

export function sheetNamed(workbook: RawWorkbook, name: string): RawSheet | undefined {
  return workbook.sheets.find((sheet) => sheet.name === name);
}

export function cellText(value: RawValue | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (isCellError(value)) return value.error;
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value).replace(/\r\n?/g, '\n');
}

/** A serial or an ISO text as a date. */
export function cellDate(value: RawValue | null | undefined, date1904: boolean): CalendarDate | null {
  if (typeof value === 'number') return fromSerial(value, date1904) ?? null;
  return (typeof value === 'string' ? parseIsoDate(value.trim()) : undefined) ?? null;
}

/** Value of one cell. */
export function cellAt(sheet: RawSheet, row: number, column: number): RawValue | null {
  const found = sheet.rows.find((one) => one.row === row);
  return found?.cells.find((cell) => cell.column === column)?.value ?? null;
}

/**
 * The rows below the first row that holds all of `required`, by header: columns may have been moved, and rows sorted.
 * `undefined` when there is no such row.
 */
export function tableRows(
  sheet: RawSheet,
  required: readonly string[],
  date1904: boolean,
): readonly TableRow[] | undefined {
  const headerIndex = sheet.rows.findIndex((row) => {
    const words = new Set(row.cells.map((cell) => cellText(cell.value).trim()));
    return required.every((header) => words.has(header));
  });
  const header = sheet.rows[headerIndex];
  if (header === undefined) return undefined;
  const columnOf = new Map(header.cells.map((cell) => [cellText(cell.value).trim(), cell.column]));
  return sheet.rows.slice(headerIndex + 1).map((raw): TableRow => {
    const values = new Map(raw.cells.map((cell) => [cell.column, cell.value]));
    const value = (name: string) => values.get(columnOf.get(name) ?? 0) ?? null;
    return {
      row: raw.row,
      value,
      text: (name) => cellText(value(name)),
      number: (name) => {
        const found = value(name);
        return typeof found === 'number' ? found : null;
      },
      date: (name) => cellDate(value(name), date1904),
    };
  });
}
