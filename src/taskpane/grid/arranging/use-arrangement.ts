import { useMemo, useState } from 'react';
import type { Ledger } from '../../../ledger/ledger';
import type { GridCommands } from '../../session/commands/grid-commands';
import type { Session } from '../../session/session';
import type { ShownTab } from '../shown-tab';
import {
  AS_IT_STANDS,
  arrangedRows,
  isArrangement,
  type Arrangement,
  type KeptArrangement,
} from './arrangement';
import { chipTest } from './ledger-chips';
import { listRegion } from './list-region';

/** How the clerk looks at each tab; kept with the session. */
export function useArrangements(commands: GridCommands) {
  const [changed, setChanged] = useState<ReadonlyMap<string, KeptArrangement>>(new Map());
  const of = (tab: string): KeptArrangement => {
    const kept = changed.get(tab) ?? commands.lookAt('arranged', tab);
    return isArrangement(kept) ? kept : AS_IT_STANDS;
  };
  const arrange = (tab: string, { only: _only, ...arrangement }: Arrangement): void => {
    setChanged(new Map([...changed, [tab, arrangement]]));
    commands.keepLook('arranged', tab, arrangement);
  };
  return { of, arrange };
}

/** What a tab shows, and of what the clerk's choice of rows was made. */
interface Basis {
  readonly tab: ShownTab;
  readonly ledger: Ledger;
}

interface Held extends Basis {
  readonly edits: Session['edits'];
  readonly arrangement: Arrangement;
  readonly basis: Basis;
}

/**
 * The rows that a tab shows, in their order. As in Excel a row stays where it is when it is edited, though it may not pass the
 * filter any more: until the clerk chooses anew, or the ledger changes otherwise.
 */
export function useArrangedRows(
  tab: ShownTab,
  ledger: Ledger,
  edits: Session['edits'],
  arrangement: Arrangement,
): { readonly rows: readonly number[]; readonly isBehind: boolean; readonly refresh: () => void } {
  const now = { tab, ledger, edits, arrangement };
  const [held, setHeld] = useState<Held>({ ...now, basis: { tab, ledger } });
  const isChosen = held.arrangement !== arrangement;
  if (isChosen || held.tab !== tab || held.ledger !== ledger) {
    const isEdit = !isChosen && held.edits !== edits && held.tab.rowCount === tab.rowCount;
    setHeld({ ...now, basis: isEdit ? held.basis : { tab, ledger } });
  }
  const { basis } = held;
  const rows = useMemo(
    () =>
      arrangedRows(
        basis.tab,
        listRegion(basis.tab),
        arrangement,
        chipTest(basis.tab, basis.ledger, arrangement),
      ),
    [basis, arrangement],
  );
  return { rows, isBehind: basis.tab !== tab, refresh: () => setHeld({ ...now, basis: { tab, ledger } }) };
}
