import { createContext, use } from 'react';
import { parseIsoDate, type CalendarDate } from '../../base/calendar';
import type { ScreenState } from '../session/session';

export const ScreenStateContext = createContext<
  readonly [state: ScreenState, change: (name: string, value: unknown) => void]
>([{}, () => undefined]);

/**
 * Like `useState`, for what must not be lost when the clerk goes to another screen or loads the page again: it stands in the
 * session and is kept with it.
 * @param name Unlike that of any other state of the screens. Has the day or the period in it where another one begins anew.
 * @param start Where nothing was chosen yet.
 * @param isSound Whether a value that was kept can be used; else it is `start` again.
 */
export function useScreenState<Value>(
  name: string,
  start: Value,
  isSound: (value: unknown) => value is Value,
): readonly [Value, (value: Value) => void] {
  const [state, change] = use(ScreenStateContext);
  const kept = state[name];
  return [isSound(kept) ? kept : start, (value) => change(name, value)];
}

export const isText = (value: unknown): value is string => typeof value === 'string';

export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

export const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isText);

export const isDate = (value: unknown): value is CalendarDate =>
  isText(value) && parseIsoDate(value) !== undefined;

export const orNull =
  <Value>(isSound: (value: unknown) => value is Value) =>
  (value: unknown): value is Value | null =>
    value === null || isSound(value);

export const isOneOf =
  <Choice extends string>(choices: readonly Choice[]) =>
  (value: unknown): value is Choice =>
    choices.some((choice) => choice === value);
