import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import {
  answerChecks,
  WorkerPool,
  type CheckAnswer,
  type CheckPool,
  type CheckRequest,
} from '../app/inbox/check-pool';
import { createWorkbookFiles } from '../hosts/file/workbook-files';
import type { Ledger } from '../ledger/ledger';

/**
 * Below this many files a pool does not pay: a thread must load the command and be given the ledger, which is a second of
 * work for two. On two cores a thousand files come out even (docs/performance.md).
 */
const WORTH_A_POOL = 1_000;
/** More threads than this wait for the disk and cost 60 MB each. */
const MOST_THREADS = 4;

/**
 * Threads that check files, each running the command's own file again; `undefined` where they would not pay.
 * @param script The command's file; `undefined` where there is none to run again.
 */
export function checkThreads(
  ledger: Ledger,
  files: number,
  script: string | undefined,
): CheckPool | undefined {
  const width = Math.min(MOST_THREADS, availableParallelism());
  if (script === undefined || files < WORTH_A_POOL || width < 2) return undefined;
  return new WorkerPool(ledger, width, (data, answered, died) => {
    const thread = new Worker(script, { workerData: data });
    thread.on('message', answered);
    thread.on('error', (error) => died(error instanceof Error ? error.message : String(error)));
    thread.on('exit', (code) => died(`worker ended (${code})`));
    return {
      post: (request) => {
        thread.postMessage(request, transferable(request.bytes));
      },
      terminate: () => void thread.terminate(),
    };
  });
}

/** A small file read by Node lies in memory it shares with others, which cannot be handed over. */
function transferable({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

/** A thread's side: answers until it is ended. */
export function serveChecks(): void {
  const answer = answerChecks(workerData as Ledger, createWorkbookFiles());
  parentPort?.on('message', (request: CheckRequest) => {
    void answer(request).then((said: CheckAnswer) => parentPort?.postMessage(said));
  });
}
