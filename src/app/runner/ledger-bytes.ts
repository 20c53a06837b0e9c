import { FileWorkbookHost } from '../../hosts/file/file-host';
import type { Ledger } from '../../ledger/ledger';
import type { Repair } from '../../sheets/layout/repairs';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import { drawLedger } from './ledger-place';
import { ledgerSource, type LedgerSource } from './open-ledger';
import type { Asked } from './use-case';

/** What the file of a ledger is made of. */
export interface BytesOrder {
  readonly ledger: Ledger;
  readonly findings: readonly FindingLine[];
  /** The workbook that it was opened from, with whatever else is in it; `null` for a new one. */
  readonly source: Uint8Array | null;
  readonly fileName: string;
  readonly asked: Asked;
}

export interface LedgerBytes {
  readonly bytes: Uint8Array;
  readonly repairs: readonly Repair[];
}

/**
 * The file of a ledger.
 * @param known What stood in the workbook that it was opened from, where that has been read.
 * @throws WorkbookFileError, LedgerFormatError
 */
export async function ledgerBytes(order: BytesOrder, known?: LedgerSource): Promise<LedgerBytes> {
  const { ledger, findings, source, fileName, asked } = order;
  const workbook =
    source === null
      ? FileWorkbookHost.create()
      : await FileWorkbookHost.open(source, fileName, known?.workbook);
  const opened = source === null ? null : (known ?? ledgerSource(await workbook.read()));
  const { repairs } = await drawLedger(workbook, { ledger, findings }, asked, opened);
  return { bytes: await workbook.toBytes(), repairs };
}
