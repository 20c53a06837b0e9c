import { parseIsoDate, type CalendarDate } from '../../base/calendar';

/** The local day; the page is one of the two places that read a clock. */
export function today(): CalendarDate {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  const text = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return parseIsoDate(text) as CalendarDate;
}

export function instant(): string {
  return new Date().toISOString();
}
