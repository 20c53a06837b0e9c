import type { MessageKey, MessageValues } from '../../locales/translate';
import { LedgerFormatError } from '../../sheets/reading/ledger-format-error';

/**
 * The sentence for a ledger that cannot be read, with its values: where it is and what to do; nothing has been written when it
 * is shown. `undefined` for a workbook that is no ledger, and for any other error.
 */
export function ledgerFault(error: unknown): readonly [MessageKey, MessageValues] | undefined {
  if (!(error instanceof LedgerFormatError) || error.code === 'not-a-ledger') return undefined;
  const { code, fault, place } = error;
  if (code === 'newer-version' || fault === undefined) return [`ledgerFault.${code}`, {}];
  const { sheet, row = 0, cell = '', name = '', value = '' } = place;
  return [`ledgerFault.${fault}`, { sheet, row, cell, name, value }];
}
