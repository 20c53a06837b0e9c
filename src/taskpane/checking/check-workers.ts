import { WorkerPool, type CheckAnswer, type CheckPool, type StartWorker } from '../../app/inbox/check-pool';
import type { Ledger } from '../../ledger/ledger';

/** More gain nothing with a few dozen files, and each is given the ledger. */
const MOST_WORKERS = 4;

/** Workers that check files beside the page, so that it stays free; one core is left to the page. */
export function checkWorkers(ledger: Ledger, files: number): CheckPool {
  const cores = 'hardwareConcurrency' in navigator ? navigator.hardwareConcurrency : 1;
  return new WorkerPool(ledger, Math.max(1, Math.min(MOST_WORKERS, files, cores - 1)), startWorker);
}

const startWorker: StartWorker = (ledger, answered, died) => {
  const worker = new Worker(
    /* webpackChunkName: "check-worker" */ new URL('./check-worker.ts', import.meta.url),
  );
  worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => answered(data));
  worker.addEventListener('messageerror', () => died('an answer that cannot be read'));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    died(event.message);
  });
  worker.postMessage(ledger);
  return {
    // Copied, not handed over: the sample's bytes and those kept over a reload are wanted again.
    post: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  };
};
