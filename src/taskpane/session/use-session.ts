import { useEffect, useState, useSyncExternalStore } from 'react';
import { Commands } from './commands';
import type { Session } from './session';
import { SessionStore } from './store';
import type { World } from './world';

/** The session and what the clerk can do in it. Inside Excel it begins with the ledger of the workbook, if it is one. */
export function useSession(world: World): { readonly session: Session; readonly commands: Commands } {
  const [{ store, commands }] = useState(() => {
    const created = new SessionStore();
    return { store: created, commands: new Commands(created, world) };
  });
  useEffect(() => {
    void commands.openLive();
  }, [commands]);
  return { session: useSyncExternalStore(store.subscribe, store.snapshot), commands };
}
