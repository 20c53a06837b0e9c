import { localMinute } from '../../app/runner/local-times';
import { parseIsoDate, type CalendarDate } from '../../base/calendar';

/** The local day; the page is one of the two places that read a clock. */
export function today(): CalendarDate {
  return parseIsoDate(minute().slice(0, 10)) as CalendarDate;
}

/** Local time to the minute, as records of the ledger bear it. */
export function minute(): string {
  return localMinute(new Date());
}

const PAUSE_MS = 700;

/** Somebody else's write may be over after it. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
  });
}

/** Until the page has drawn what it was told, and heard what the clerk did meanwhile. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

export function instant(): string {
  return new Date().toISOString();
}
