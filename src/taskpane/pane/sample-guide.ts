import { liveSubmissions } from '../../ledger/figures/submissions';
import type { ScreenId } from '../screens/registry';
import type { Session } from '../session/session';

/** The six steps of the guided sample, each on its screen. */
export const GUIDE = [
  { id: 'ledger', screen: 'home' },
  { id: 'issue', screen: 'issue' },
  { id: 'check', screen: 'returns' },
  { id: 'import', screen: 'returns' },
  { id: 'overdue', screen: 'overdue' },
  { id: 'trend', screen: 'summary' },
] as const satisfies readonly { readonly id: string; readonly screen: ScreenId }[];

/** What is done is behind: after the check comes the import, after the import what it shows. @param reached How far the clerk has gone on. */
export function guideAt(reached: number, { ledger, inbox }: Pick<Session, 'ledger' | 'inbox'>): number {
  const isTaken =
    ledger !== null && liveSubmissions(ledger).some(({ period }) => period === ledger.settings.period);
  if (isTaken) return Math.max(reached, reached < 2 ? reached : 4);
  return reached === 2 && inbox.items.length > 0 ? 3 : reached;
}
