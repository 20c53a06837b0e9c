import type { Ledger } from '../ledger/ledger';
import { addDays, weekdayOf, type CalendarDate } from '../plan/calendar';
import { placeOf } from '../plan/place';
import { matchUnit } from '../plan/units';
import { planNames } from './wording';
import { toFillIn } from './paper';

/** The coordinating office, as its papers need to know it. What is not known is a place to fill in. */
export interface IssuingOffice {
  readonly name: string;
  /** 机关代字: “荆法建”, before 督, 函, 通 and 退. */
  readonly letterWord: string;
  readonly contact: string;
  readonly phone: string;
  /** Days within which an answer is asked for. */
  readonly replyWithinDays: number;
}

export const DEFAULT_REPLY_WITHIN_DAYS = 10;

/** The office as far as the clerk has said; the place of the plan's title says its name and word otherwise. */
export function issuingOffice(ledger: Ledger, said: Partial<IssuingOffice> = {}): IssuingOffice {
  const { place } = planNames(ledger.plan);
  return {
    name: place === '' ? toFillIn('发文机关') : `${place}人民政府法制办公室`,
    letterWord: place === '' ? toFillIn('机关代字') : `${place.charAt(0)}法建`,
    contact: toFillIn('姓名'),
    phone: toFillIn('电话'),
    replyWithinDays: DEFAULT_REPLY_WITHIN_DAYS,
    ...said,
  };
}

/** “我办”, “我局”. */
export function ourselves({ name }: IssuingOffice): string {
  const [last = ''] = /(?:办(?=公室$|$)|局$|委(?=员会$|$)|厅$|组$)/u.exec(name) ?? [];
  return last === '' ? '我单位' : `我${last}`;
}

/** The lead unit of the plan that issues the papers itself: it writes no letters to itself. */
export function ownUnit({ name }: IssuingOffice, { plan, directory }: Ledger): string | undefined {
  const match = matchUnit(name, directory.units, placeOf(plan));
  return match !== undefined && 'unit' in match ? match.unit : undefined;
}

const SATURDAY = 6;

/** The day by which an answer is asked for; a day of the weekend is put off to Monday. */
export function replyBy(
  on: CalendarDate,
  { replyWithinDays }: Pick<IssuingOffice, 'replyWithinDays'>,
): CalendarDate {
  const day = addDays(on, replyWithinDays);
  const weekday = weekdayOf(day);
  return weekday < SATURDAY ? day : addDays(day, 8 - weekday);
}
