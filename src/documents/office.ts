import type { Ledger } from '../ledger/ledger';
import type { OfficeSettings } from '../ledger/records';
import { addDays, weekdayOf, type CalendarDate } from '../base/calendar';
import { placeOf } from '../plan/units/place';
import { matchUnit } from '../plan/units/units';
import { toFillIn } from './paper';

/** The coordinating office, as its papers need to know it. What is not known is a place to fill in. */
export interface IssuingOffice extends OfficeSettings {
  /** 抄送 of its papers; empty for none. */
  readonly copyTo: string;
}

/** Whether the papers know who sends them: a plan does not say, and nothing is made up. */
export function isOfficeKnown({ name, letterWord }: Pick<OfficeSettings, 'name' | 'letterWord'>): boolean {
  return name !== '' && letterWord !== '';
}

/** The office: first what is given for this paper, then the settings; what neither gives is left as a blank to fill in. */
export function issuingOffice({ settings }: Ledger, said: Partial<IssuingOffice> = {}): IssuingOffice {
  const known = { copyTo: '', ...settings.office, ...said };
  return {
    name: known.name || toFillIn('发文机关'),
    letterWord: known.letterWord || toFillIn('机关代字'),
    contact: known.contact || toFillIn('姓名'),
    phone: known.phone || toFillIn('电话'),
    replyWithinDays: known.replyWithinDays,
    copyTo: known.copyTo,
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
