/** Some changes, queued when played, and about how many bytes they take on the wire. */
export interface Step {
  readonly bytes: number;
  play(): void;
}

/** Excel on the web takes five megabytes a request; the estimate may be off by a quarter. */
export const REQUEST_BYTES = 4_000_000;

/** An action without data of its own, with its share of the paths: what they come to on the average, and a tenth. */
export const ACTION_BYTES = 140;

/** Steps in their order, in as few requests as their size allows. */
export function packRequests(steps: readonly Step[], limit: number): readonly (readonly Step[])[] {
  const requests: Step[][] = [];
  let free = 0;
  for (const step of steps) {
    if (requests.length === 0 || step.bytes > free) {
      requests.push([]);
      free = limit;
    }
    requests.at(-1)?.push(step);
    free -= step.bytes;
  }
  return requests;
}

/** One round trip a request. */
export async function sendRequests(
  context: Excel.RequestContext,
  requests: readonly (readonly Step[])[],
): Promise<void> {
  const [request, ...rest] = requests;
  if (request === undefined) return;
  for (const step of request) step.play();
  await context.sync();
  await sendRequests(context, rest);
}

/** Bytes of a text as JSON in UTF-8, from above. */
export function textBytes(text: string): number {
  let bytes = 2;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7ff) bytes += 3;
    else if (code > 0x7f || code < 0x20 || code === 0x22 || code === 0x5c) bytes += 2;
    else bytes += 1;
  }
  return bytes;
}
