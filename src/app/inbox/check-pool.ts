import type { Ledger } from '../../ledger/ledger';
import type { WorkbookFiles } from '../../base/workbook-port';
import { checkFile, type CheckedFile } from './check-file';
import { returnContext } from './return-context';

/** Checks files outside the thread that asks. */
export interface CheckPool {
  /** Files it can work at at once. */
  readonly width: number;
  /**
   * As `checkFile`: one answer for each file inside an archive. The bytes may be gone afterwards.
   * @throws WorkerLostError when the worker could not be started or ended without an answer; PoolClosedError
   */
  check(name: string, bytes: Uint8Array): Promise<readonly CheckedFile[]>;
  /** Ends the workers; whatever they had in hand is given up. */
  close(): void;
}

/** There is no worker to answer: the file can be checked where it was asked for. */
export class WorkerLostError extends Error {
  override readonly name = 'WorkerLostError';
}

/** Nobody waits for answers any more. */
export class PoolClosedError extends Error {
  override readonly name = 'PoolClosedError';
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
  /** Where it pays the bytes are handed over, not copied. */
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
  private readonly lanes: readonly Lane[];
  private nextId = 1;

  constructor(
    ledger: Ledger,
    readonly width: number,
    start: StartWorker,
  ) {
    this.lanes = Array.from({ length: width }, () => new Lane(ledger, start));
  }

  check(name: string, bytes: Uint8Array): Promise<readonly CheckedFile[]> {
    const living = this.lanes.filter(({ lost }) => lost === undefined);
    const lanes = living.length > 0 ? living : this.lanes;
    const lane = lanes.reduce((best, other) => (other.inHand < best.inHand ? other : best));
    const id = this.nextId;
    this.nextId += 1;
    return lane.check({ id, name, bytes });
  }

  close(): void {
    for (const lane of this.lanes) lane.end(new PoolClosedError());
  }
}

/** One worker, and who waits for its answers. */
class Lane {
  /** Why it answers no more. */
  lost: Error | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private readonly worker: CheckWorker | undefined;

  constructor(ledger: Ledger, start: StartWorker) {
    try {
      this.worker = start(
        ledger,
        (answer) => this.answered(answer),
        (reason) => this.end(new WorkerLostError(reason)),
      );
    } catch (error) {
      this.lost = new WorkerLostError(String(error));
    }
  }

  get inHand(): number {
    return this.waiting.size;
  }

  check(request: CheckRequest): Promise<readonly CheckedFile[]> {
    if (this.lost !== undefined) return Promise.reject(this.lost);
    return new Promise((resolve, reject) => {
      this.waiting.set(request.id, { resolve, reject });
      this.worker?.post(request);
    });
  }

  end(reason: Error): void {
    if (this.lost !== undefined) return;
    this.lost = reason;
    this.worker?.terminate();
    for (const waiter of this.waiting.values()) waiter.reject(reason);
    this.waiting.clear();
  }

  private answered(answer: CheckAnswer): void {
    const waiter = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('checked' in answer) waiter?.resolve(answer.checked);
    else waiter?.reject(new Error(answer.fault));
  }
}

interface Waiting {
  resolve(checked: readonly CheckedFile[]): void;
  reject(error: Error): void;
}
