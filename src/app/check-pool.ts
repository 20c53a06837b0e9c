import type { Ledger } from '../ledger/ledger';
import type { WorkbookFiles } from '../sheets/workbook-host';
import { checkFile, type CheckedFile } from './check-file';
import { returnContext } from './check-returns';

/** Checks files outside the thread that asks. */
export interface CheckPool {
  /** Files it can work at at once. */
  readonly width: number;
  /** As `checkFile`: one answer for each file inside an archive. */
  check(name: string, bytes: Uint8Array): Promise<readonly CheckedFile[]>;
  close(): void;
}

/** What goes to a worker, and what comes back. */
export interface CheckRequest {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type CheckAnswer =
  | { readonly id: number; readonly checked: readonly CheckedFile[] }
  | { readonly id: number; readonly fault: string };

/** A worker as either platform has it. */
export interface CheckWorker {
  /** The bytes are handed over, not copied. */
  post(request: CheckRequest): void;
  terminate(): void;
}

/** Starts a worker that has the ledger; a worker that dies says so once. */
export type StartWorker = (
  ledger: Ledger,
  answered: (answer: CheckAnswer) => void,
  died: (reason: string) => void,
) => CheckWorker;

/** The worker's side: the context is built once, then each request is answered by itself. */
export function answerChecks(
  ledger: Ledger,
  files: WorkbookFiles,
): (request: CheckRequest) => Promise<CheckAnswer> {
  const context = returnContext(ledger);
  return async ({ id, name, bytes }) => {
    try {
      return { id, checked: await checkFile(name, bytes, files, context) };
    } catch (error) {
      return { id, fault: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** Hands each file to the worker with the fewest in hand. */
export class WorkerPool implements CheckPool {
  private readonly lanes: { readonly worker: CheckWorker; readonly waiting: Map<number, Waiting> }[];
  private nextId = 1;

  constructor(
    ledger: Ledger,
    readonly width: number,
    start: StartWorker,
  ) {
    this.lanes = Array.from({ length: width }, () => {
      const waiting = new Map<number, Waiting>();
      const answered = (answer: CheckAnswer): void => {
        const waiter = waiting.get(answer.id);
        waiting.delete(answer.id);
        if ('checked' in answer) waiter?.resolve(answer.checked);
        else waiter?.reject(new Error(answer.fault));
      };
      const died = (reason: string): void => {
        for (const waiter of waiting.values()) waiter.reject(new Error(reason));
        waiting.clear();
      };
      return { worker: start(ledger, answered, died), waiting };
    });
  }

  check(name: string, bytes: Uint8Array): Promise<readonly CheckedFile[]> {
    const lane = this.lanes.reduce((best, other) => (other.waiting.size < best.waiting.size ? other : best));
    const id = this.nextId;
    this.nextId += 1;
    return new Promise((resolve, reject) => {
      lane.waiting.set(id, { resolve, reject });
      lane.worker.post({ id, name, bytes });
    });
  }

  close(): void {
    for (const { worker } of this.lanes) worker.terminate();
  }
}

interface Waiting {
  resolve(checked: readonly CheckedFile[]): void;
  reject(error: Error): void;
}
