import { calendarDate, fromSerial, type CalendarDate } from '../calendar';
import { plainForms } from '../clean-text';

/**
 * A minute as the clock on the wall shows it, without a zone: `2018-01-15 09:30`. It is the text itself that is kept; such texts
 * compare in the order of time.
 */
type Minute = string;

/** Day and time as Excel shows a cell of a date, as offices write them, and as ISO 8601 has local time; seconds are dropped. */
const WRITTEN =
  /^(\d{4})\s?[年/.-]\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})日?(?:\s{0,3}|T)(\d{1,2})[时点:](\d{1,2})(?:[分:](?:\d{1,2}(?:\.\d{1,9})?)?秒?)?$/;

/** Reads a written minute. `undefined` for anything else, an instant with a zone too: which minute that is depends on where one is. */
export function readMinute(text: string): Minute | undefined {
  const plain = plainForms(text).trim();
  const parts = WRITTEN.exec(plain);
  if (parts === null) return undefined;
  const [year, month, date, hour, minute] = parts.slice(1, 6).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const day = calendarDate(year, month, date);
  return day === undefined || hour > 23 || minute > 59 ? undefined : minuteOf(day, hour * 60 + minute);
}

const MINUTES_A_DAY = 1_440;
const SECONDS_A_DAY = 86_400;

/** The minute behind the serial number of a cell; `undefined` where there is no such day. */
export function minuteOfSerial(serial: number, date1904 = false): Minute | undefined {
  // A fraction of a day is never quite the time it stands for: to the nearest second first.
  const seconds = Math.round(serial * SECONDS_A_DAY);
  const day = fromSerial(Math.floor(seconds / SECONDS_A_DAY), date1904);
  return day === undefined ? undefined : minuteOf(day, Math.floor(seconds / 60) % MINUTES_A_DAY);
}

function minuteOf(day: CalendarDate, minutes: number): Minute {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
