import { WorkbookFileError } from '../base/file-fault';
import { basename, resolve } from 'node:path';
import { openLedger } from '../app/ledger-store';
import { FileWorkbookHost } from '../hosts/file/file-host';
import { PlanParseError } from '../plan/plan-errors';
import { LedgerFormatError } from '../sheets/reading/ledger-format-error';
import type { LedgerBook } from '../sheets/reading/read-ledger';
import { CommandError } from './command-error';
import { inputFile } from './files';
import type { CommandIo } from './io';

export interface OpenedLedger {
  readonly host: FileWorkbookHost;
  readonly book: LedgerBook;
}

/**
 * Opens a ledger file; anything wrong with it is a sentence that names the file. What was read is remembered: `writeOutputs`
 * replaces the file only while it holds just that.
 */
export async function openLedgerFile(io: CommandIo, path: string): Promise<OpenedLedger> {
  const bytes = await inputFile(io, path).read();
  io.seen.noteLedger(resolve(io.cwd, path), bytes);
  try {
    const host = await FileWorkbookHost.open(bytes, basename(path));
    return { host, book: await openLedger(host) };
  } catch (error) {
    throw ledgerFault(error, path);
  }
}

function ledgerFault(error: unknown, file: string): unknown {
  if (error instanceof WorkbookFileError) return new CommandError('cli.error.notWorkbook', { file });
  if (error instanceof PlanParseError)
    return new CommandError('cli.error.damaged', { file, sheet: '_plan', row: 1 });
  if (!(error instanceof LedgerFormatError)) return error;
  switch (error.code) {
    case 'not-a-ledger':
      return new CommandError('cli.error.notLedger', { file });
    case 'newer-version':
      return new CommandError('cli.error.newerVersion', { file });
    case 'damaged': {
      const { sheet, row, cell } = error;
      return cell === ''
        ? new CommandError('cli.error.damaged', { file, sheet, row })
        : new CommandError('cli.error.badCell', { file, sheet, cell });
    }
  }
}
