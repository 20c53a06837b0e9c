import { useState, useSyncExternalStore } from 'react';
import { browserWorld } from './browser-world';
import { Commands } from './commands';
import type { Session } from './session';
import { SessionStore } from './store';

/** The session and what the clerk can do in it. */
export function useSession(): { readonly session: Session; readonly commands: Commands } {
  const [{ store, commands }] = useState(() => {
    const created = new SessionStore();
    return { store: created, commands: new Commands(created, browserWorld) };
  });
  return { session: useSyncExternalStore(store.subscribe, store.snapshot), commands };
}
