import type { Ledger } from '../ledger/ledger';
import type { OfficeSettings } from '../ledger/records';
import { addDays, weekdayOf, type CalendarDate } from '../base/calendar';
import { placeOf } from '../plan/units/place';
import type { Plan } from '../plan/plan';
import { matchUnit } from '../plan/units/units';
import { planNames } from './wording';
import { toFillIn } from './paper';

/** The coordinating office, as its papers need to know it. What is not known is a place to fill in. */
export type IssuingOffice = OfficeSettings;

/** What a plan's title tells of the office that runs it; empty where it names no place. */
export function officeOfPlan(plan: Plan): Pick<OfficeSettings, 'name' | 'letterWord'> {
  const { place } = planNames(plan);
  return place === ''
    ? { name: '', letterWord: '' }
    : { name: `${place}人民政府法制办公室`, letterWord: `${place.charAt(0)}法建` };
}

/** The office as the settings have it, and before them what is said for this once; what neither says, the plan may. */
export function issuingOffice(ledger: Ledger, said: Partial<IssuingOffice> = {}): IssuingOffice {
  const { settings, plan } = ledger;
  const known = { ...settings.office, ...said };
  const ofPlan = officeOfPlan(plan);
  return {
    name: known.name || ofPlan.name || toFillIn('发文机关'),
    letterWord: known.letterWord || ofPlan.letterWord || toFillIn('机关代字'),
    contact: known.contact || toFillIn('姓名'),
    phone: known.phone || toFillIn('电话'),
    replyWithinDays: known.replyWithinDays,
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
