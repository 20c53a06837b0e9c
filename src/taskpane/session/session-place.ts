import type { LedgerPlace } from '../../app/runner/ledger-place';
import type { OpenedLedger } from '../../app/runner/open-ledger';
import type { SessionStore } from './store';

/**
 * The ledger of a page. It is held by the session and becomes a file when it is saved; whoever changes it updates the
 * session.
 */
export function sessionPlace(store: SessionStore): LedgerPlace {
  const opened = (at: string) => openedInSession(store, at);
  return {
    look: (at) => Promise.resolve(opened(at)),
    open: (at) =>
      Promise.resolve({
        opened: opened(at),
        keep: ({ ledger }) => Promise.resolve({ ledger, repairs: [] }),
      }),
    begin: () => Promise.resolve(),
  };
}

/** Nobody types past the session, and the clerk's own sheets are in the bytes it was opened from. */
export function openedInSession(store: SessionStore, at: string): OpenedLedger {
  const { findings } = store.snapshot();
  return { ledger: store.ledger, at, findings, foreignSheets: [], taken: 0, refused: [], source: null };
}
