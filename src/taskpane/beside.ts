/** What goes to a worker and comes from it, by the number of the order it belongs to. */
export interface Numbered<Value> {
  readonly number: number;
  readonly value: Value;
}

/** A worker that takes orders. */
export interface HiredWorker<Order> {
  post(order: Order): void;
  terminate(): void;
}

/** Starts a worker; one that dies, or that the platform has not, says so once. */
export type Hire<Order, Message> = (
  heard: (message: Numbered<Message>) => void,
  died: () => void,
) => HiredWorker<Numbered<Order>>;

/** A worker that stays and takes one order after another; where it dies another is hired for the next. */
export class Beside<Order, Message> {
  private worker: HiredWorker<Numbered<Order>> | undefined;
  private readonly waiting = new Map<number, (message: Message | null) => void>();
  private orders = 0;

  constructor(private readonly hire: Hire<Order, Message>) {}

  /**
   * Has the worker do one thing.
   * @param resultOf What a message comes to: `undefined` while others are to follow, `null` where it could not be done.
   * @returns `null` where it could not be done, or there are no workers.
   */
  ask<Result>(
    order: Order,
    resultOf: (message: Message) => Result | null | undefined,
  ): Promise<Result | null> {
    this.orders += 1;
    const number = this.orders;
    return new Promise((resolve) => {
      this.waiting.set(number, (message) => {
        const result = message === null ? null : resultOrNothing(message, resultOf);
        if (result === undefined) return;
        this.waiting.delete(number);
        resolve(result);
      });
      try {
        this.worker ??= this.hired();
        this.worker.post({ number, value: order });
      } catch {
        this.lose();
      }
    });
  }

  private hired(): HiredWorker<Numbered<Order>> {
    const worker = this.hire(
      ({ number, value }) => this.waiting.get(number)?.(value),
      () => {
        if (this.worker === worker) this.lose();
      },
    );
    return worker;
  }

  /** All that it was asked for is not done. */
  private lose(): void {
    this.worker?.terminate();
    this.worker = undefined;
    for (const tell of [...this.waiting.values()]) tell(null);
  }
}

/** What cannot be taken up is as good as not done. */
function resultOrNothing<Message, Result>(
  message: Message,
  resultOf: (message: Message) => Result | null | undefined,
): Result | null | undefined {
  try {
    return resultOf(message);
  } catch {
    return null;
  }
}

/** A worker of the browser's. */
export function hired<Order, Message>(
  worker: Worker,
  heard: (message: Message) => void,
  died: () => void,
): HiredWorker<Order> {
  worker.addEventListener('message', ({ data }: MessageEvent<Message>) => heard(data));
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
}

/** The part of a worker's global scope that is used: TypeScript cannot load the types of a page and of a worker together. */
export interface WorkerScope<Order, Message> {
  postMessage(message: Numbered<Message>, handedOver?: readonly ArrayBufferLike[]): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent<Numbered<Order>>) => void): void;
}
