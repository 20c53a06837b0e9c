import { isTexts, useScreenState } from './use-screen-state';

const NONE: readonly string[] = [];

/**
 * What is ticked in a list: nothing, or everything, until the clerk says otherwise.
 * @param name Of the list, as `useScreenState` has it.
 */
export function usePicks(name: string, start: 'nothing' | 'everything') {
  const [exceptions, setExceptions] = useScreenState(name, NONE, isTexts);
  const excepted = new Set(exceptions);
  const isPicked = (key: string) => excepted.has(key) === (start === 'nothing');
  const pick = (keys: readonly string[], picked: boolean) => {
    const isException = picked === (start === 'nothing');
    const others = exceptions.filter((key) => !keys.includes(key));
    setExceptions(isException ? [...others, ...keys] : others);
  };
  const reset = () => setExceptions(NONE);
  return { isPicked, pick, reset };
}

/** How a tick box over a list stands. */
export function tickOfAll(picked: number, all: number): boolean | 'mixed' {
  if (picked === 0) return false;
  return picked === all ? true : 'mixed';
}
