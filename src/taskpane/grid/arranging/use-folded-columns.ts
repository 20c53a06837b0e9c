import { useMemo, useState } from 'react';
import { LEDGER } from '../../../sheets/tabs/ledger-tab';
import { isFlag } from '../../parts/use-screen-state';
import type { GridCommands } from '../../session/commands/grid-commands';
import type { ShownTab } from '../shown-tab';
import { ledgerColumn } from './list-region';

/** Of 台账: what stands in them the measure's number says as well, and unfolded they take the room of how it stands. */
const FOLDABLE = ['section', 'task'] as const;

/** Columns that are folded up, or may be. */
export interface FoldedColumns {
  readonly folded: ReadonlySet<number>;
  /** What they are called; empty where there are none. */
  readonly names: readonly string[];
  readonly isFolded: boolean;
  readonly fold: (isFolded: boolean) => void;
}

const NONE: ReadonlySet<number> = new Set();

/** The columns of a tab that give up their room to how things stand, until the clerk wants to see them; kept with the session. */
export function useFoldedColumns(tab: ShownTab, commands: GridCommands): FoldedColumns {
  const { name } = tab.sheet;
  const [isFolded, setIsFolded] = useState(() => {
    const kept = commands.lookAt('folded', name);
    return isFlag(kept) ? kept : true;
  });
  const columns = useMemo(() => FOLDABLE.flatMap((key) => ledgerColumn(tab, key) ?? []), [tab]);
  const folded = useMemo(() => (isFolded ? new Set(columns) : NONE), [columns, isFolded]);
  const fold = (next: boolean): void => {
    setIsFolded(next);
    commands.keepLook('folded', name, next);
  };
  return {
    folded,
    names: columns.length === 0 ? [] : FOLDABLE.map((key) => LEDGER.columns[key].header),
    isFolded,
    fold,
  };
}
