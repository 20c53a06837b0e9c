import { liveSubmissions } from '../../ledger/figures/submissions';
import type { Ledger } from '../../ledger/ledger';
import { liveLevels } from '../../ledger/levels/in-force';
import type { Inbox } from './inbox';

/** The files that the ledger does not have, by their keys. */
export function waitingIn({ items }: Inbox, ledger: Ledger): ReadonlySet<string> {
  const records = [...liveSubmissions(ledger), ...liveLevels(ledger).reports];
  const taken = new Set(records.map(({ sha256 }) => sha256));
  return new Set(items.flatMap(({ key, checked }) => (taken.has(checked.sha256) ? [] : [key])));
}

/** How many returns the ledger does not have. */
export function returnsWaitingIn(inbox: Inbox, ledger: Ledger): number {
  const waiting = waitingIn(inbox, ledger);
  return inbox.items.filter(({ kind, key }) => kind === 'return' && waiting.has(key)).length;
}
