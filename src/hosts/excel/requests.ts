import type { LeftUndone } from '../../base/workbook-port';
import { queueing } from './ranges';

/** Some changes, queued when played, and about how many bytes they take on the wire. */
export interface Step {
  readonly bytes: number;
  play(): void;
  /** Of a step that the others do not need: what is done, in requests of its own, when the first attempt failed. */
  readonly apart?: Apart;
}

export interface Apart {
  readonly what: LeftUndone;
  again(context: Excel.RequestContext): Promise<void>;
}

/** Told of what could not be done, while everything else was. */
export type TellUndone = (what: LeftUndone, error: unknown) => void;

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

/**
 * One round trip a request. A step that the others do not need may fail: then it is tried once more by itself, and what came
 * after it in its request goes over in the next. Excel carries out a request up to its first error.
 */
export async function sendRequests(
  context: Excel.RequestContext,
  [request, ...rest]: readonly (readonly Step[])[],
  tell: TellUndone,
): Promise<void> {
  if (request === undefined) return;
  await sendParts(context, partsOf(request), tell);
  await sendRequests(context, rest, tell);
}

type Part = readonly [Step, ...Step[]];

/** What the others do not need by itself, whatever lies between in one. */
function partsOf(steps: readonly Step[]): readonly Part[] {
  return steps.reduce<readonly [Step, ...Step[]][]>((parts, step) => {
    const last = parts.at(-1);
    if (last === undefined || last[0].apart !== undefined || step.apart !== undefined) {
      return [...parts, [step]];
    }
    last.push(step);
    return parts;
  }, []);
}

async function sendParts(
  context: Excel.RequestContext,
  parts: readonly Part[],
  tell: TellUndone,
): Promise<void> {
  queueing(() => {
    for (const [index, part] of parts.entries()) {
      if (parts.length > 1 || part[0].apart !== undefined) context.trace(traceOf(index));
      for (const step of part) step.play();
    }
  });
  try {
    await context.sync();
  } catch (error) {
    const reached = reachedPart(error, parts);
    const apart = parts[reached]?.[0].apart;
    if (apart === undefined) throw error;
    await apart.again(context).catch((failure: unknown) => tell(apart.what, failure));
    const rest = parts.slice(reached + 1);
    if (rest.length > 0) await sendParts(context, rest, tell);
  }
}

/** The part in which a request stopped: the library hands back the traces that Excel passed. None where that is unknown. */
function reachedPart(error: unknown, parts: readonly Part[]): number {
  if (!(error instanceof OfficeExtension.Error)) return -1;
  const { traceMessages } = error;
  return parts.findLastIndex((_, index) => traceMessages.includes(traceOf(index)));
}

function traceOf(index: number): string {
  return `part ${index}`;
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
