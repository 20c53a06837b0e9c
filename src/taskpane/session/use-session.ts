import { useEffect, useState } from 'react';
import { Commands } from './commands/session-commands';
import type { KeptSession, Session } from './session';
import { SessionStore } from './store';
import { keepWatching } from '../watching/keep-watching';
import { useDrawnSession } from './use-drawn-session';
import { watchLive } from './watch-live';
import type { World } from './world';

/**
 * The session and what the clerk can do in it. Inside Excel it begins with the ledger of the workbook, if it is one; in the
 * browser with what was kept.
 */
export function useSession(
  world: World,
  kept: KeptSession | null,
): { readonly session: Session; readonly commands: Commands } {
  const [{ store, commands }] = useState(() => {
    const created = new SessionStore();
    if (kept !== null) created.dispatch({ kind: 'restored', kept });
    return { store: created, commands: new Commands(created, world) };
  });
  useEffect(() => {
    void commands.opening.openLive();
    return watchLive(commands.desk);
  }, [commands]);
  useEffect(() => world.keeper?.watch(store), [world, store]);
  useEffect(() => (commands.watch.isOffered ? keepWatching(commands.watch) : undefined), [commands]);
  return { session: useDrawnSession(store), commands };
}
