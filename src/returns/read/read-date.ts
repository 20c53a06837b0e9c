import { calendarDate, endOfMonth, fromSerial, yearOf, type CalendarDate } from '../../base/calendar';
import { shownDay } from '../../base/number-format';
import { readNumeral, readYear } from '../../base/numerals';
import { officeTime } from '../../base/time/zoned-time';
import { plainForms, squeezed } from '../../base/clean-text';
import type { RawCell } from '../../base/raw-sheet';

export type DateReading =
  | { readonly kind: 'read'; readonly date: CalendarDate; readonly how: 'exact' | 'tidied' | 'loose' }
  | { readonly kind: 'blank' }
  /** `meant`: the month's last day, where the day is one too many. */
  | { readonly kind: 'impossible'; readonly meant?: CalendarDate }
  | { readonly kind: 'unreadable' };

export interface DateContext {
  readonly date1904: boolean;
  /** Year meant by a date that names none. */
  readonly year: number;
}

const NOTHING = /^(?:[/\\\-—–]+|无|未完成|暂无)?$/u;
/** Without it the hour of “2017/3/5 10:00” would be read as part of the day. */
const BEFORE_TIME = /([\d日号])\s+(?=\d{1,2}:\d{2})/u;
const PLAUSIBLE = { from: 1990, to: 2099 } as const;

/** Shapes of a written date, in the order in which they are tried; the text is full-width folded and has no spaces. */
const SHAPES: readonly {
  readonly shape: RegExp;
  readonly read: (parts: readonly string[], context: DateContext) => CalendarDate | undefined;
  readonly loose?: true;
}[] = [
  {
    shape:
      /^(\d{4})(?:[-./]|年)(\d{1,2})(?:[-./]|月)(\d{1,2})[日号]?(?:T?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/u,
    read: ([year, month, day, hours = '0', minutes = '0', zone = '']) => {
      const date = calendarDate(Number(year), Number(month), Number(day));
      if (date === undefined) return undefined;
      return officeTime({ day: date, minutes: Number(hours) * 60 + Number(minutes) }, zone).day;
    },
  },
  {
    shape: /^(\d{4})(\d{2})(\d{2})$/u,
    read: ([year, month, day]) => calendarDate(Number(year), Number(month), Number(day)),
  },
  {
    shape: /^(\d{4})(?:[-./]|年)(\d{1,2})月?(?:底|末)?前?$/u,
    read: ([year, month]) => monthEnd(Number(year), Number(month)),
    loose: true,
  },
  { shape: /^(\d{4})年?(?:年底|底|年末|末)前?$/u, read: ([year]) => monthEnd(Number(year), 12), loose: true },
  { shape: /^(?:今年|本年)?年?(?:底|末)前?$/u, read: (_, { year }) => monthEnd(year, 12), loose: true },
  {
    shape:
      /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/u,
    read: ([year = '', month = '', day = '']) =>
      calendarDate(readYear(year), readNumeral(month), readNumeral(day)),
  },
  {
    shape: /^(\d{2})(?:[-./]|年)(\d{1,2})(?:[-./]|月)(\d{1,2})[日号]?$/u,
    read: ([year, month, day]) => calendarDate(2000 + Number(year), Number(month), Number(day)),
    loose: true,
  },
  {
    shape: /^(\d{1,2})月(\d{1,2})[日号]$/u,
    read: ([month, day], { year }) => calendarDate(year, Number(month), Number(day)),
    loose: true,
  },
  {
    shape: /^(\d{1,2})月(?:底|末|份)?前?$/u,
    read: ([month], { year }) => monthEnd(year, Number(month)),
    loose: true,
  },
];

function monthEnd(year: number, month: number): CalendarDate | undefined {
  return month >= 1 && month <= 12 && year >= 1900 ? endOfMonth(year, month) : undefined;
}

/**
 * Reads a date as units write it: a date cell, a bare serial, 2016.12.31, 2016年12月31日, 20161231, 2016年12月 (its last day),
 * 12月底前 (of the context's year). Only the full forms are sure; the others are `loose`.
 */
export function readDate(cell: RawCell | undefined, context: DateContext): DateReading {
  const value = cell?.value;
  if (value === undefined || value === '') return { kind: 'blank' };
  if (typeof value === 'number') return readNumber(value, cell?.format, context);
  if (typeof value !== 'string') return { kind: 'unreadable' };
  const text = squeezed(plainForms(value).replace(BEFORE_TIME, '$1T')).replace(/[。,，;；]+$/u, '');
  if (NOTHING.test(text)) return { kind: 'blank' };
  return readText(text, context, value);
}

function readText(text: string, context: DateContext, typed: string): DateReading {
  for (const { shape, read, loose } of SHAPES) {
    const parts = shape.exec(text);
    if (parts === null) continue;
    const date = read(parts.slice(1), context);
    if (date === undefined) return impossible(parts.slice(1));
    if (loose === true) return { kind: 'read', date, how: 'loose' };
    return { kind: 'read', date, how: typed === date ? 'exact' : 'tidied' };
  }
  return { kind: 'unreadable' };
}

/** “2017-02-30”, “6月31日” with its year: the day before the one that is not there. */
function impossible([year, month, day]: readonly string[]): DateReading {
  const last = monthEnd(Number(year), Number(month));
  const isOneTooMany = last !== undefined && Number(day) > Number(last.slice(-2)) && Number(day) <= 31;
  return isOneTooMany ? { kind: 'impossible', meant: last } : { kind: 'impossible' };
}

function readNumber(value: number, format: string | undefined, context: DateContext): DateReading {
  if (value >= 19_000_101 && value <= 99_991_231) return readText(String(value), context, '');
  const date = fromSerial(value, context.date1904);
  if (date === undefined || yearOf(date) < PLAUSIBLE.from || yearOf(date) > PLAUSIBLE.to) {
    return { kind: 'unreadable' };
  }
  return { kind: 'read', date, how: isDateFormat(format) ? 'exact' : 'tidied' };
}

/** Whether a number format shows days, months or years. */
export function isDateFormat(format: string | undefined): boolean {
  const { year, month, day } = shownDay(format);
  return year || month || day;
}
