import { calendarDate, type CalendarDate } from '../../../base/calendar';
import { plainForms } from '../../../base/clean-text';

/** No day asked for is older; a year half typed (“0201”) is not taken for a date. */
const EARLIEST = '1990-01-01';

const SHAPES = [/^(\d{4})(?:[-./]|年)(\d{1,2})(?:[-./]|月)(\d{1,2})[日号]?$/u, /^(\d{4})(\d{2})(\d{2})$/u];
/** What nobody goes on typing: “2017-9-3” may become the thirtieth. */
const WHOLE = /^(?:\d{4}-\d{2}-\d{2}|\d{8}|.*[日号])$/u;

/** A day as it is typed: 2017-09-30, 2017-9-30, 2017/9/30, 2017.9.30, 20170930, 2017年9月30日, also in full-width digits. */
export function readTypedDate(typed: string): CalendarDate | undefined {
  const text = folded(typed);
  const parts = SHAPES.map((shape) => shape.exec(text)).find((match) => match !== null);
  const date = parts && calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return date !== undefined && date >= EARLIEST ? date : undefined;
}

/** Whether it can be taken over while the field still has the focus. */
export function isWhole(typed: string): boolean {
  return WHOLE.test(folded(typed));
}

function folded(typed: string): string {
  return plainForms(typed).replace(/\s+/gu, '').replaceAll('。', '.');
}
