import { liveSubmissions } from '../../ledger/figures/submissions';
import type { Ledger } from '../../ledger/ledger';
import type { Inbox } from './inbox';

/** The files that the ledger does not have, by their keys. */
export function waitingIn({ items }: Inbox, ledger: Ledger): ReadonlySet<string> {
  const taken = new Set(liveSubmissions(ledger).map(({ sha256 }) => sha256));
  return new Set(items.flatMap(({ key, checked }) => (taken.has(checked.sha256) ? [] : [key])));
}

/** How many returns the ledger does not have. */
export function returnsWaitingIn(inbox: Inbox, ledger: Ledger): number {
  const waiting = waitingIn(inbox, ledger);
  return inbox.items.filter(({ kind, key }) => kind === 'return' && waiting.has(key)).length;
}
