import { parseIsoDate, type CalendarDate } from '../base/calendar';
import { measureNumbers } from '../plan/measure-numbers';
import type { Measure, Plan } from '../plan/plan';
import { parsePeriod } from '../ledger/period';
import type { PeriodCode } from '../ledger/records';
import { CommandError } from './command-error';
import type { CommandIo } from './io';

/** A date option: `YYYY-MM-DD` and nothing else, so that nothing is guessed. */
export function dateOption(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new CommandError('cli.error.badDate', { value: text });
  return date;
}

export function periodOption(text: string): PeriodCode {
  const period = parsePeriod(text);
  if (period === undefined) throw new CommandError('cli.error.badPeriod', { value: text });
  return period;
}

/** The number of a measure of the plan. */
export function measureOption(text: string, plan: Plan): Measure {
  const measure = plan.measures.find(({ no }) => String(no) === text.trim());
  if (measure === undefined) throw new CommandError('cli.error.noSuchMeasure', { value: text });
  return measure;
}

/** “1,3,5-9”. */
export function measuresOption(text: string): readonly number[] {
  const numbers = measureNumbers(text);
  if (numbers === undefined) throw new CommandError('cli.error.badMeasures', { value: text });
  return numbers;
}

export function seedOption(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new CommandError('cli.error.badSeed', { value: text });
  return seed;
}

export function daysOption(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new CommandError('cli.error.badDays', { value: text });
  return Number(text);
}

export function yearOption(text: string): number {
  if (!/^(?:19|20)\d{2}$/.test(text)) throw new CommandError('cli.error.badYear', { value: text });
  return Number(text);
}

export function today(io: CommandIo): CalendarDate {
  return dateOption(io.now().day);
}
