/** A day of the calendar as `YYYY-MM-DD`, without time or zone; such strings compare in calendar order. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Excel's day 0 in the 1900 date system; right for every serial from 1900-03-01 on, which is all a plan needs. */
const SERIAL_ORIGIN = Date.UTC(1899, 11, 30);
const DAYS_1900_TO_1904 = 1462;
const FIRST_DAY = Date.UTC(1900, 0, 1);
const LAST_DAY = Date.UTC(9999, 11, 31);

function utc(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day);
}

function fromUtc(ms: number): CalendarDate {
  return new Date(ms).toISOString().slice(0, 10) as CalendarDate;
}

function toUtc(date: CalendarDate): number {
  return utc(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
}

/** Builds a date; `undefined` when there is no such day (2017-02-30). Months and days count from 1. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 9999) return undefined;
  const ms = utc(year, month, day);
  const at = new Date(ms);
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? fromUtc(ms) : undefined;
}

/** Reads `YYYY-MM-DD` and nothing else. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const parts = SHAPE.exec(text);
  return parts ? calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** The last day of a month, 1 to 12. */
export function endOfMonth(year: number, month: number): CalendarDate {
  return fromUtc(utc(year, month + 1, 0));
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** Never beyond 1900-01-01 … 9999-12-31, the days a workbook can hold: what lies further is their first or last. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromUtc(Math.min(LAST_DAY, Math.max(FIRST_DAY, toUtc(date) + days * DAY_MS)));
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(toUtc(date)).getUTCDay() || 7;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** The serial number a workbook stores for the date (1900 date system). */
export function toSerial(date: CalendarDate): number {
  return (toUtc(date) - SERIAL_ORIGIN) / DAY_MS;
}

/**
 * The date behind a workbook's serial number; a time of day is dropped.
 * `undefined` outside 1900-03-01 … 9999-12-31, where a serial is no credible date.
 */
export function fromSerial(serial: number, date1904 = false): CalendarDate | undefined {
  const days = Math.floor(serial) + (date1904 ? DAYS_1900_TO_1904 : 0);
  if (!Number.isFinite(days) || days < 61 || days > 2_958_465) return undefined;
  return fromUtc(SERIAL_ORIGIN + days * DAY_MS);
}

/** “2016年12月31日”, as official papers write a date. */
export function chineseDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
