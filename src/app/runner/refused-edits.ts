import type { Repair } from '../../sheets/layout/repairs';
import { LEDGER } from '../../sheets/tabs/ledger-tab';
import type { OpenedLedger } from './open-ledger';

/** What was typed into 台账 and not understood, to be told beside what was corrected. The log has it since the ledger was opened. */
export function refusedEdits({ refused }: Pick<OpenedLedger, 'refused'>): readonly Repair[] {
  return refused.map(({ cell, value }) => ({ kind: 'entry', sheet: LEDGER.name, cell, found: value }));
}
