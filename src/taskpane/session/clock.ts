import { parseIsoDate, type CalendarDate } from '../../base/calendar';

/** The local day; the page is one of the two places that read a clock. */
export function today(): CalendarDate {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  const text = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return parseIsoDate(text) as CalendarDate;
}

const PAUSE_MS = 700;

/** Somebody else's write may be over after it. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
  });
}

export function instant(): string {
  return new Date().toISOString();
}
