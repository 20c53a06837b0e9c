import { addDays, type CalendarDate } from '../calendar';

const DAY_MINUTES = 1440;
/** All offices keep the time of Beijing. */
const BEIJING_MINUTES = 480;

/** A day, and so many minutes of it. */
export interface DayTime {
  readonly day: CalendarDate;
  readonly minutes: number;
}

/**
 * The day and time that the offices' clocks showed then. Programs that keep instants write midnight of the 31st as 16:00 of the 30th.
 * @param zone As ISO 8601 has it: “Z”, “+08:00”; with none the time is the offices' already.
 */
export function officeTime({ day, minutes }: DayTime, zone: string): DayTime {
  if (zone === '') return { day, minutes };
  const passed = minutes - zoneMinutes(zone) + BEIJING_MINUTES;
  const days = Math.floor(passed / DAY_MINUTES);
  return { day: addDays(day, days), minutes: passed - days * DAY_MINUTES };
}

function zoneMinutes(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const ahead = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -ahead : ahead;
}
