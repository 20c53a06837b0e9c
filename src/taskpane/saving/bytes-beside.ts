import type { BytesOrder, LedgerBytes } from '../../app/runner/ledger-bytes';

/** A worker that makes one file; `null` where it could not. */
export interface SavingWorker {
  post(order: BytesOrder): void;
  terminate(): void;
}

/** Starts a worker; one that dies, or that the platform has not, says so once. */
export type StartSavingWorker = (
  answered: (made: LedgerBytes | null) => void,
  died: () => void,
) => SavingWorker;

/**
 * The file of a ledger, made beside the page, so that the page stays free. Where that fails it is made here: either there are no
 * workers, or what is wrong with the ledger is met again and said.
 * @throws WorkbookFileError, LedgerFormatError
 */
export async function bytesBeside(
  order: BytesOrder,
  start: StartSavingWorker = startWorker,
): Promise<LedgerBytes> {
  const made = await madeByWorker(order, start);
  if (made !== null) return made;
  const { ledgerBytes } = await import('../../app/runner/ledger-bytes');
  return ledgerBytes(order);
}

async function madeByWorker(order: BytesOrder, start: StartSavingWorker): Promise<LedgerBytes | null> {
  let worker: SavingWorker | undefined;
  try {
    return await new Promise((resolve) => {
      worker = start(resolve, () => resolve(null));
      worker.post(order);
    });
  } catch {
    return null;
  } finally {
    worker?.terminate();
  }
}

const startWorker: StartSavingWorker = (answered, died) => {
  const worker = new Worker(
    /* webpackChunkName: "saving-worker" */ new URL('./saving-worker.ts', import.meta.url),
  );
  worker.addEventListener('message', ({ data }: MessageEvent<LedgerBytes | null>) => answered(data));
  worker.addEventListener('messageerror', () => died());
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    died();
  });
  return {
    // Copied, not handed over: the page goes on with all of it.
    post: (order) => worker.postMessage(order),
    terminate: () => worker.terminate(),
  };
};
