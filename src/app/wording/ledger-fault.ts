import { WorkbookFileError, WorkbookTooLargeError, type FileFaultCode } from '../../base/file-fault';
import type { MessageKey, MessageValues } from '../../locales/translate';
import { LedgerFormatError } from '../../sheets/reading/ledger-format-error';

const TOO_LARGE: ReadonlySet<FileFaultCode> = new Set(['file-too-large', 'file-too-many-parts']);

/**
 * The sentence for a ledger that cannot be read, or that is too large to be read or written, with its values: where it is and what
 * to do; nothing has been written when it is shown. `undefined` for a workbook that is no ledger, and for any other error.
 */
export function ledgerFault(error: unknown): readonly [MessageKey, MessageValues] | undefined {
  if (error instanceof WorkbookTooLargeError)
    return ['ledgerFault.too-large-to-write', { cells: error.cells, most: error.most }];
  if (error instanceof WorkbookFileError && TOO_LARGE.has(error.code)) return ['ledgerFault.too-large', {}];
  if (!(error instanceof LedgerFormatError) || error.code === 'not-a-ledger') return undefined;
  const { code, fault, place } = error;
  if (code === 'newer-version' || fault === undefined) return [`ledgerFault.${code}`, {}];
  const { sheet, row = 0, cell = '', name = '', value = '' } = place;
  return [`ledgerFault.${fault}`, { sheet, row, cell, name, value }];
}
