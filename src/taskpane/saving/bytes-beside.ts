import type { BytesOrder, LedgerBytes } from '../../app/runner/ledger-bytes';
import { doneBeside, hired, type Hire } from '../beside';

/** `null` where the file could not be made. */
export type HireForBytes = Hire<BytesOrder, LedgerBytes | null>;

/**
 * The file of a ledger, made beside the page, so that the page stays free. Where that fails it is made here: either there are no
 * workers, or what is wrong with the ledger is met again and said.
 * @throws WorkbookFileError, LedgerFormatError
 */
export async function bytesBeside(order: BytesOrder, hire: HireForBytes = hireWorker): Promise<LedgerBytes> {
  const made = await doneBeside(order, hire, (answer) => answer);
  if (made !== null) return made;
  const { ledgerBytes } = await import('../../app/runner/ledger-bytes');
  return ledgerBytes(order);
}

const hireWorker: HireForBytes = (heard, died) =>
  hired(
    new Worker(/* webpackChunkName: "saving-worker" */ new URL('./saving-worker.ts', import.meta.url)),
    heard,
    died,
  );
