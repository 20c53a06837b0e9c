import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { isCount } from '../parts/use-screen-state';
import { useStopped } from '../parts/use-stopped';
import type { GridCommands } from '../session/commands/grid-commands';
import type { CellPlace } from './selecting/selection';
import type { SheetGridModel } from './sheet-grid-model';

/** Where the clerk left a tab: the selected cell, and how far it was scrolled, in px. */
interface GridPlace extends CellPlace {
  readonly top: number;
  readonly left: number;
}

function isGridPlace(value: unknown): value is GridPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { row, column, top, left } = value as Partial<Record<keyof GridPlace, unknown>>;
  return [row, column, top, left].every(isCount);
}

/** Where the clerk left a tab, as it comes up; `undefined` where it was never shown. */
export function useLeftPlace(model: SheetGridModel, commands: GridCommands): GridPlace | undefined {
  const [left] = useState(() => {
    const kept = commands.placeIn(model.sheet.name);
    return isGridPlace(kept) ? { ...kept, row: model.lineOf(kept.row) } : undefined;
  });
  return left;
}

interface KeptPlace {
  readonly focus: CellPlace;
  /** Where it was left before; `undefined` where it was never shown. */
  readonly left: GridPlace | undefined;
  /** A cell is to be shown as it comes up. */
  readonly isAsked: boolean;
  readonly answered: RefObject<number>;
}

/**
 * Scrolls a tab to where the clerk left it, and keeps where it is left next.
 * @param answered The last request to show a cell of it that was answered: the clerk moves on from there.
 */
export function useKeptPlace(
  model: SheetGridModel,
  commands: GridCommands,
  scroller: RefObject<HTMLElement | null>,
  { focus, left, isAsked, answered }: KeptPlace,
): void {
  const first = useRef(isAsked ? undefined : left);
  useLayoutEffect(() => {
    if (first.current === undefined) return;
    const { top, left: across } = first.current;
    scroller.current?.scrollTo({ top, left: across });
  }, [scroller]);

  const { column } = focus;
  const row = model.rowNumber(focus.row);
  useStopped(
    scroller,
    ({ scrollTop, scrollLeft }): GridPlace => ({
      row,
      column,
      top: Math.round(scrollTop),
      left: Math.round(scrollLeft),
    }),
    (place) => commands.leaveAt(model.sheet.name, place, answered.current),
    `${row} ${column}`,
  );
}
