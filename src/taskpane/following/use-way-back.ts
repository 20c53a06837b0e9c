import { useEffect, type RefObject } from 'react';
import { LOCATED, isLocated, marked } from './located';

/** Takes the keyboard back to the control that a cell was asked for by, as soon as the clerk wants to go back. */
export function useWayBack(
  pane: RefObject<HTMLElement | null>,
  located: unknown,
  change: (name: string, value: unknown) => void,
): void {
  useEffect(() => {
    if (!isLocated(located) || !located.isWanted || pane.current === null) return;
    const target = marked(pane.current, located.mark) ?? pane.current.querySelector<HTMLElement>('h2');
    target?.focus();
    change(LOCATED, null);
  }, [pane, located, change]);
}
