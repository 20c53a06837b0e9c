import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import {
  answerChecks,
  FILE_BUDGET,
  WorkerPool,
  type CheckAnswer,
  type CheckPool,
  type CheckRequest,
  type StartWorker,
} from '../app/inbox/check-pool';
import { createWorkbookFiles } from '../hosts/file/workbook-files';
import type { Ledger } from '../ledger/ledger';
import { useNodeCompression } from './node/node-compression';
import { faultCode } from './storing/file-faults';

/** One thread is there for safety alone: it can be ended over a file. More pay from so many files on. */
const FILES_A_THREAD = 2_000;
/** More threads than this wait for the disk and cost 60 MB each. */
const MOST_THREADS = 4;

/**
 * Threads that check files, each running the command's own file again. They are what bounds the time and memory of a file.
 * @param script The command's file; `undefined` where there is none to run again, and then no bound either.
 * @param budget What one file may take.
 */
export function checkThreads(
  ledger: Ledger,
  files: number,
  script: string | undefined,
  budget: { readonly ms: number; readonly megabytes: number } = FILE_BUDGET,
): CheckPool | undefined {
  if (script === undefined) return undefined;
  const width = Math.min(MOST_THREADS, availableParallelism(), Math.ceil(files / FILES_A_THREAD));
  const start: StartWorker = (data, answered, died) => {
    const thread = new Worker(script, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: budget.megabytes },
    });
    thread.on('message', answered);
    thread.on('error', (error) => died(String(error), faultCode(error) === 'ERR_WORKER_OUT_OF_MEMORY'));
    thread.on('exit', (code) => died(`worker ended (${code})`));
    return {
      post: (request) => {
        thread.postMessage(request, transferable(request.bytes));
      },
      terminate: () => void thread.terminate(),
    };
  };
  return new WorkerPool(ledger, Math.max(1, width), start, budget.ms);
}

/** A small file read by Node lies in memory it shares with others, which cannot be handed over. */
function transferable({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

/** A thread's side: answers until it is ended. */
export function serveChecks(): void {
  useNodeCompression();
  const say = (said: CheckAnswer) => parentPort?.postMessage(said);
  const answer = answerChecks(workerData as Ledger, createWorkbookFiles(), say);
  parentPort?.on('message', (request: CheckRequest) => void answer(request));
}
