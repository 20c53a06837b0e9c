import { LedgerFormatError } from '../../sheets/reading/ledger-format-error';
import { LEDGER } from '../../sheets/tabs/ledger-tab';
import type { OpenedLedger } from './open-ledger';

/** Measures that a person answers by hand between two steps; beyond that a column has rather slipped. */
const MOST_EDITED = 30;

/**
 * Asks before a mass of edits is taken in as what somebody typed.
 * @throws LedgerFormatError `many-edits` with the number of measures; nothing has been written
 */
export function refuseManyEdits({ ledger, at }: Pick<OpenedLedger, 'ledger' | 'at'>): void {
  const edited = new Set(
    ledger.entries.flatMap((entry) =>
      entry.kind === 'report' && entry.origin === 'handEdit' && entry.at === at ? [entry.measure] : [],
    ),
  );
  if (edited.size <= MOST_EDITED) return;
  throw new LedgerFormatError('damaged', 'many-edits', { sheet: LEDGER.name, name: String(edited.size) });
}
