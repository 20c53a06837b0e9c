import type { Ledger } from '../../ledger/ledger';
import type { WorkbookFiles } from '../../base/workbook-port';
import { checkFile, type BudgetFault, type CheckedFile, type LeftOut } from './check-file';
import { returnContext } from './return-context';

/** Checks files outside the thread that asks. */
export interface CheckPool {
  /** Files it can work at at once. */
  readonly width: number;
  /**
   * As `checkFile`: one answer for each file inside an archive. The bytes may be gone afterwards.
   * @param leftOut Files inside that were over their budget before: refused unread.
   * @throws OverBudgetError when the file took more than it may; the others go on with a fresh worker
   * @throws WorkerLostError when the worker could not be started or ended without an answer; PoolClosedError
   */
  check(name: string, bytes: Uint8Array, leftOut?: readonly LeftOut[]): Promise<readonly CheckedFile[]>;
  /** Ends the workers and abandons the files they were checking. */
  close(): void;
}

/** What one file may take; an archive has as much for each file inside. */
export const FILE_BUDGET = { ms: 10_000, megabytes: 512 } as const;

/** A file took more time or memory than one may, and its worker was ended over it. */
export class OverBudgetError extends Error {
  override readonly name = 'OverBudgetError';
  constructor(
    readonly code: BudgetFault,
    /** Which file inside an archive, from 0. */
    readonly part: number,
  ) {
    super(code);
  }
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
  readonly leftOut: readonly LeftOut[];
}

/** `begun` comes before each file inside is looked into; then one of the others. */
export type CheckAnswer =
  | { readonly id: number; readonly begun: number }
  | { readonly id: number; readonly checked: readonly CheckedFile[] }
  | { readonly id: number; readonly fault: string };

/** A worker as either platform has it. */
export interface CheckWorker {
  /** Where it pays the bytes are handed over, not copied. */
  post(request: CheckRequest): void;
  terminate(): void;
}

/** Starts a worker that has the ledger; a worker that dies says so once, and whether for want of memory. */
export type StartWorker = (
  ledger: Ledger,
  answered: (answer: CheckAnswer) => void,
  died: (reason: string, isOutOfMemory?: boolean) => void,
) => CheckWorker;

/** The worker's side: the context is built once, then each request is answered by itself. */
export function answerChecks(
  ledger: Ledger,
  files: WorkbookFiles,
  say: (answer: CheckAnswer) => void,
): (request: CheckRequest) => Promise<void> {
  const context = returnContext(ledger);
  return async ({ id, name, bytes, leftOut }) => {
    const begun = (part: number) => say({ id, begun: part });
    try {
      say({ id, checked: await checkFile(name, bytes, files, context, { begun, leftOut, isBounded: true }) });
    } catch (error) {
      say({ id, fault: error instanceof Error ? error.message : String(error) });
    }
  };
}

/**
 * Gives each file to the worker with the shortest queue. A worker checks one file at a time, so that a time budget
 * counts for one file alone.
 */
export class WorkerPool implements CheckPool {
  private readonly lanes: readonly Lane[];
  private nextId = 1;

  /** @param budgetMs What one file may take. */
  constructor(
    ledger: Ledger,
    readonly width: number,
    start: StartWorker,
    budgetMs: number = FILE_BUDGET.ms,
  ) {
    this.lanes = Array.from({ length: width }, () => new Lane(ledger, start, budgetMs));
  }

  check(name: string, bytes: Uint8Array, leftOut: readonly LeftOut[] = []): Promise<readonly CheckedFile[]> {
    const living = this.lanes.filter(({ lost }) => lost === undefined);
    const lanes = living.length > 0 ? living : this.lanes;
    const lane = lanes.reduce((best, other) => (other.inHand < best.inHand ? other : best));
    const id = this.nextId;
    this.nextId += 1;
    return lane.check({ id, name, bytes, leftOut });
  }

  close(): void {
    for (const lane of this.lanes) lane.end(new PoolClosedError());
  }
}

/** One worker after another, and who waits for their answers; the first in the queue is being worked at. */
class Lane {
  /** Why it answers no more. */
  lost: Error | undefined;
  private readonly queue: Waiting[] = [];
  private worker: CheckWorker | undefined;
  /** Stands for the worker that is heard: one that was dismissed has nothing to say any more. */
  private heard: object | undefined;
  private part = 0;
  private clock: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ledger: Ledger,
    private readonly start: StartWorker,
    private readonly budgetMs: number,
  ) {
    this.hire();
  }

  get inHand(): number {
    return this.queue.length;
  }

  check(request: CheckRequest): Promise<readonly CheckedFile[]> {
    if (this.lost !== undefined) return Promise.reject(this.lost);
    return new Promise((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      if (this.queue.length === 1) this.postFirst();
    });
  }

  end(reason: Error): void {
    if (this.lost !== undefined) return;
    this.lost = reason;
    this.dismiss();
    for (const waiter of this.queue.splice(0)) waiter.reject(reason);
  }

  private hire(): void {
    const hired = {};
    this.heard = hired;
    try {
      this.worker = this.start(
        this.ledger,
        (answer) => {
          if (this.heard === hired) this.answered(answer);
        },
        (reason, isOutOfMemory = false) => {
          if (this.heard !== hired) return;
          if (isOutOfMemory && this.queue.length > 0) this.refuseFirst('file-too-heavy');
          else this.end(new WorkerLostError(reason));
        },
      );
    } catch (error) {
      this.end(new WorkerLostError(String(error)));
    }
  }

  private dismiss(): void {
    clearTimeout(this.clock);
    this.heard = undefined;
    this.worker?.terminate();
  }

  private postFirst(): void {
    const [first] = this.queue;
    if (first === undefined) return;
    this.part = 0;
    this.worker?.post(first.request);
  }

  private answered(answer: CheckAnswer): void {
    const [first] = this.queue;
    if (first?.request.id !== answer.id) return;
    clearTimeout(this.clock);
    if ('begun' in answer) {
      this.part = answer.begun;
      this.clock = setTimeout(() => this.refuseFirst('file-too-slow'), this.budgetMs);
      return;
    }
    this.queue.shift();
    if ('checked' in answer) first.resolve(answer.checked);
    else first.reject(new Error(answer.fault));
    this.postFirst();
  }

  private refuseFirst(code: BudgetFault): void {
    this.dismiss();
    this.queue.shift()?.reject(new OverBudgetError(code, this.part));
    this.hire();
    this.postFirst();
  }
}

interface Waiting {
  readonly request: CheckRequest;
  resolve(checked: readonly CheckedFile[]): void;
  reject(error: Error): void;
}
