import { useState } from 'react';

/** What is ticked in a list: nothing, or everything, until the clerk says otherwise. */
export function usePicks(start: 'nothing' | 'everything') {
  const [exceptions, setExceptions] = useState<ReadonlySet<string>>(new Set());
  const isPicked = (key: string) => exceptions.has(key) === (start === 'nothing');
  const pick = (keys: readonly string[], picked: boolean) => {
    const isException = picked === (start === 'nothing');
    const others = [...exceptions].filter((key) => !keys.includes(key));
    setExceptions(new Set(isException ? [...others, ...keys] : others));
  };
  const reset = () => setExceptions(new Set());
  return { isPicked, pick, reset };
}

/** How a tick box over a list stands. */
export function tickOfAll(picked: number, all: number): boolean | 'mixed' {
  if (picked === 0) return false;
  return picked === all ? true : 'mixed';
}
