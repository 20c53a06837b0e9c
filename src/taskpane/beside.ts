/** A worker that is given one order. */
export interface HiredWorker<Order> {
  post(order: Order): void;
  terminate(): void;
}

/** Starts a worker; one that dies, or that the platform has not, says so once. */
export type Hire<Order, Message> = (
  heard: (message: Message) => void,
  died: () => void,
) => HiredWorker<Order>;

/**
 * Has a worker do one thing beside the page, and ends it.
 * @param resultOf What a message comes to: `undefined` while others are to follow, `null` where it could not be done.
 * @returns `null` where it could not be done, or there are no workers.
 */
export async function doneBeside<Order, Message, Result>(
  order: Order,
  hire: Hire<Order, Message>,
  resultOf: (message: Message) => Result | null | undefined,
): Promise<Result | null> {
  let worker: HiredWorker<Order> | undefined;
  try {
    return await new Promise((resolve) => {
      const heard = (message: Message): void => {
        const result = resultOf(message);
        if (result !== undefined) resolve(result);
      };
      worker = hire(heard, () => resolve(null));
      worker.post(order);
    });
  } catch {
    return null;
  } finally {
    worker?.terminate();
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
