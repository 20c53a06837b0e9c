import type { PlanEdit } from '../../plan/edit';
import type { PlanFaultKey } from '../wording/plan-fault';
import type { PlanAnswer, ReadPlan } from './plan-answers';

/** What a plan is to be read from. */
export type PlanRequest =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly name: string }
  /** Lines, or rows of a table, as they come from the clipboard. */
  | { readonly kind: 'pasted'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A text already read, to be corrected. */
  | { readonly kind: 'edit'; readonly text: string; readonly edit: PlanEdit };

/** Reads plans for those who cannot wait themselves, one at a time. */
export interface PlanReader {
  /** @throws PlanUnreadError, EditRefusedError, ReadingStoppedError */
  ask(request: PlanRequest): Promise<ReadPlan>;
  /** Ends what is being read. */
  stop(): void;
}

/** There is no plan to be read. */
export class PlanUnreadError extends Error {
  override readonly name = 'PlanUnreadError';

  constructor(readonly fault: PlanFaultKey) {
    super(fault);
  }
}

/** No text says what a correction asks for; the plan is what it was. */
class EditRefusedError extends Error {
  override readonly name = 'EditRefusedError';
}

/** Nobody waits for the answer any more. */
class ReadingStoppedError extends Error {
  override readonly name = 'ReadingStoppedError';
}

/** What one request may take: a text of 5 MB takes a tenth of it. */
const READING_BUDGET_MS = 30_000;

/** A worker as the platform has it. */
export interface PlanWorker {
  post(request: PlanRequest): void;
  terminate(): void;
}

/** Starts a worker; one that dies says so once, and whether for want of memory. */
export type StartPlanWorker = (
  answered: (answer: PlanAnswer) => void,
  died: (isOutOfMemory?: boolean) => void,
) => PlanWorker;

/** Answers where it was asked: what a worker does, without one. */
export type AnswerHere = () => Promise<{ answer(request: PlanRequest): Promise<PlanAnswer> }>;

interface Waiting {
  settle(answer: PlanAnswer): void;
  fail(reason: Error): void;
  /** There was no worker to answer. */
  lost(): void;
}

/**
 * Reads in a worker, which is ended when it is told to stop or takes too long; the next request has a fresh one. Where no worker
 * ever answered, the platform has none, and requests are answered here.
 */
export class WorkerPlanReader implements PlanReader {
  private worker: PlanWorker | undefined;
  private waiting: Waiting | undefined;
  private hasAnswered = false;
  private isLost = false;
  private clock: ReturnType<typeof setTimeout> | undefined;
  private answerer: ReturnType<AnswerHere> | undefined;

  constructor(
    private readonly start: StartPlanWorker,
    private readonly here: AnswerHere,
    private readonly budgetMs: number = READING_BUDGET_MS,
  ) {}

  async ask(request: PlanRequest): Promise<ReadPlan> {
    const answer = this.isLost ? await this.answerHere(request) : await this.answerBeside(request);
    if (answer.kind === 'read') return answer.read;
    throw answer.kind === 'refused' ? new EditRefusedError() : new PlanUnreadError(answer.fault);
  }

  stop(): void {
    this.end(new ReadingStoppedError());
  }

  private async answerHere(request: PlanRequest): Promise<PlanAnswer> {
    this.answerer ??= this.here();
    return (await this.answerer).answer(request);
  }

  private answerBeside(request: PlanRequest): Promise<PlanAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = {
        settle: resolve,
        fail: reject,
        lost: () => resolve(this.answerHere(request)),
      };
      this.worker ??= this.hire();
      if (this.waiting === undefined) return;
      this.clock = setTimeout(() => this.end(new PlanUnreadError('planFault.tooSlow')), this.budgetMs);
      this.worker?.post(request);
    });
  }

  private hire(): PlanWorker | undefined {
    try {
      const hired: { worker?: PlanWorker } = {};
      const isHeard = () => this.worker === hired.worker;
      hired.worker = this.start(
        (answer) => {
          if (isHeard()) this.answered(answer);
        },
        (isOutOfMemory = false) => {
          if (isHeard()) this.died(isOutOfMemory);
        },
      );
      return hired.worker;
    } catch {
      this.died(false);
      return undefined;
    }
  }

  private answered(answer: PlanAnswer): void {
    this.hasAnswered = true;
    this.taken()?.settle(answer);
  }

  /** A worker that answered before, or ran out of memory, died over this document: it is too much for this machine. */
  private died(isOutOfMemory: boolean): void {
    if (this.hasAnswered || isOutOfMemory) {
      this.end(new PlanUnreadError('planFault.tooLarge'));
      return;
    }
    this.isLost = true;
    this.worker = undefined;
    this.taken()?.lost();
  }

  private end(reason: Error): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.taken()?.fail(reason);
  }

  private taken(): Waiting | undefined {
    clearTimeout(this.clock);
    const { waiting } = this;
    this.waiting = undefined;
    return waiting;
  }
}
