import type { Ledger } from '../ledger/ledger';
import { ledgerWorkbook } from '../sheets/ledger-workbook';
import { readLedger, type LedgerBook } from '../sheets/reading/read-ledger';
import type { FindingLine } from '../sheets/tabs/findings-tab';
import type { WorkbookHost } from '../base/workbook-port';

/** Opens the ledger of a workbook. @throws LedgerFormatError, WorkbookFileError */
export async function openLedger(host: WorkbookHost): Promise<LedgerBook> {
  return readLedger(await host.read());
}

/** Writes every tab of the ledger; the clerk's own sheets stay. */
export async function saveLedger(
  host: WorkbookHost,
  ledger: Ledger,
  findings: readonly FindingLine[] = [],
  foreignSheets: readonly string[] = [],
): Promise<void> {
  await host.write(ledgerWorkbook(ledger, findings, foreignSheets));
}
