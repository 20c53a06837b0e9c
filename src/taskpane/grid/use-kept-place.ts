import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { isCount } from '../parts/use-screen-state';
import type { GridCommands } from '../session/commands/grid-commands';
import type { CellPlace } from './selection';

/** So long after the last movement the place counts as where the clerk has stopped, in ms. */
const STOPPED_AFTER = 150;

/** Where the clerk left a tab: the selected cell, and how far it was scrolled, in px. */
export interface GridPlace extends CellPlace {
  readonly top: number;
  readonly left: number;
}

function isGridPlace(value: unknown): value is GridPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { row, column, top, left } = value as Partial<Record<keyof GridPlace, unknown>>;
  return [row, column, top, left].every(isCount);
}

/** Where the clerk left a tab, as it comes up; `undefined` where it was never shown. */
export function useLeftPlace(tab: string, commands: GridCommands): GridPlace | undefined {
  const [left] = useState(() => {
    const kept = commands.placeIn(tab);
    return isGridPlace(kept) ? kept : undefined;
  });
  return left;
}

/** Scrolls a tab to where the clerk left it, and keeps where it is left next. @param wasAsked Another place is to be shown. */
export function useKeptPlace(
  tab: string,
  commands: GridCommands,
  scroller: RefObject<HTMLElement | null>,
  { focus, left, wasAsked }: { focus: CellPlace; left: GridPlace | undefined; wasAsked: boolean },
): void {
  const first = useRef(wasAsked ? undefined : left);
  useLayoutEffect(() => {
    if (first.current === undefined) return;
    const { top, left: across } = first.current;
    scroller.current?.scrollTo({ top, left: across });
  }, [scroller]);

  const now = useRef<GridPlace | undefined>(undefined);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { row, column } = focus;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const note = () => {
      now.current = {
        row,
        column,
        top: Math.round(element.scrollTop),
        left: Math.round(element.scrollLeft),
      };
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => {
        if (now.current !== undefined) commands.keepPlace(tab, now.current);
      }, STOPPED_AFTER);
    };
    if (now.current === undefined)
      now.current = { row, column, top: element.scrollTop, left: element.scrollLeft };
    else note();
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [scroller, commands, tab, row, column]);

  useEffect(
    () => () => {
      clearTimeout(waiting.current);
      if (now.current !== undefined) commands.keepPlace(tab, now.current);
    },
    [commands, tab],
  );
}
