import { useMemo, useState } from 'react';
import { isCount } from '../parts/use-screen-state';
import type { GridCommands } from '../session/commands/grid-commands';

type Widths = readonly (readonly [column: number, pixels: number])[];

function isWidths(value: unknown): value is Widths {
  return (
    Array.isArray(value) &&
    value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isCount))
  );
}

const NARROWEST_PX = 24;
const WIDEST_PX = 1_200;

/** Columns of a tab that the clerk made wider or narrower here; kept with the session, never written into the workbook. */
export function useColumnWidths(tab: string, commands: GridCommands) {
  const [pairs, setPairs] = useState<Widths>(() => {
    const kept = commands.lookAt('widths', tab);
    return isWidths(kept) ? kept : [];
  });
  const widths = useMemo(() => new Map(pairs), [pairs]);
  const resize = (column: number, pixels: number): void => {
    const width = Math.round(Math.min(WIDEST_PX, Math.max(NARROWEST_PX, pixels)));
    const next: Widths = [...pairs.filter(([one]) => one !== column), [column, width]];
    setPairs(next);
    commands.keepLook('widths', tab, next);
  };
  return { widths, resize };
}
