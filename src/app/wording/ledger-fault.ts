import type { MessageKey, MessageValues } from '../../locales/translate';
import { LedgerFormatError } from '../../sheets/reading/ledger-format-error';

/** The sentence for a ledger that cannot be read; `undefined` for one that is none, and for any other error. */
export function ledgerFault(error: unknown): readonly [MessageKey, MessageValues] | undefined {
  if (!(error instanceof LedgerFormatError)) return undefined;
  const { code, sheet, row, cell } = error;
  if (code === 'not-a-ledger') return undefined;
  if (code === 'newer-version') return ['ledgerFault.newer', {}];
  return cell === '' ? ['ledgerFault.damaged', { sheet, row }] : ['ledgerFault.badCell', { sheet, cell }];
}
