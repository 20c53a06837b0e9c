import { LedgerFormatError } from '../../sheets/reading/ledger-format-error';
import { LEDGER } from '../../sheets/tabs/ledger-tab';
import type { OpenedLedger } from './open-ledger';

/** Measures that a person answers by hand between two steps; beyond that a column has rather slipped. */
const MOST_EDITED = 30;

/**
 * Asks before a mass of edits is taken in as what somebody typed.
 * @throws LedgerFormatError `many-edits` with the number of measures; nothing has been written
 */
export function refuseManyEdits({ ledger, source }: Pick<OpenedLedger, 'ledger' | 'source'>): void {
  if (source === null) return;
  const added = ledger.entries.slice(source.book.ledger.entries.length);
  const edited = new Set(
    added.flatMap((entry) => (entry.kind === 'report' && entry.origin === 'handEdit' ? [entry.measure] : [])),
  );
  if (edited.size <= MOST_EDITED) return;
  throw new LedgerFormatError('damaged', 'many-edits', { sheet: LEDGER.name, name: String(edited.size) });
}
