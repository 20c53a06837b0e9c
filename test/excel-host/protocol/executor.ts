import { Buffer } from 'node:buffer';
import { runBatch, type BatchStop, type BatchWorld } from './batch';
import { HostError } from './errors';
import type { Fault, Faults } from './faults';
import type { Traffic } from './traffic';
import {
  ActionType,
  delayForCellEditFlag,
  type ExecutorResponse,
  type WireAction,
  type WireRequest,
  type WireResponse,
} from './wire';

/** Behaviour of the line and the application that a test may change at any time. */
export interface ExecutorSettings {
  /** How long a round trip takes, in milliseconds. */
  latency: number;
  /** Largest request, in bytes (5 MB in Excel on the web). */
  requestLimit: number;
  /** Largest response, likewise. */
  answerLimit: number;
  /** The user is typing in a cell: requests fail, or wait when sent with `delayForCellEdit`. */
  cellEditMode: boolean;
}

const pollCellEdit = 5;
/** Taken before a test can install fake timers. */
const startTimer = globalThis.setTimeout;

/** Takes requests as text, one at a time, and answers as the application's bridge does. */
export class Executor {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly world: BatchWorld,
    readonly settings: ExecutorSettings,
    readonly traffic: Traffic,
    readonly faults: Faults,
  ) {}

  /** What `executor.executeAsync` resolves to. Requests of several contexts never interleave. */
  execute(requestText: string, flags: number): Promise<ExecutorResponse> {
    const answer = this.queue.then(() => this.executeNext(requestText, flags));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  private async executeNext(requestText: string, flags: number): Promise<ExecutorResponse> {
    const request = JSON.parse(requestText) as WireRequest;
    await pause(this.settings.latency);
    if (isCleanup(request)) return this.cleanUp(request);
    if (isTelemetry(request)) return succeed(runBatch(request, this.world));
    if (isGreeting(request)) return this.greet(request, requestText, flags);
    const fault = this.faults.take(this.traffic.syncs + 1);
    const response = await this.answer(request, requestText, flags, fault);
    const bytesOut = response.Body ? byteLength(JSON.stringify(response.Body)) : 0;
    const limited = this.limitResponse(response, bytesOut);
    this.traffic.add({
      actions: request.Actions.length,
      isChange: request.Actions.some(isChange),
      bytesIn: byteLength(requestText),
      bytesOut,
      error: limited.ErrorCode ?? limited.Body?.Error?.Code ?? null,
    });
    startTimer(() => this.world.events.flush(), 0);
    return limited;
  }

  private greet(request: WireRequest, requestText: string, flags: number): Promise<ExecutorResponse> {
    this.traffic.addGreeting();
    return this.answer(request, requestText, flags, undefined);
  }

  private cleanUp(request: WireRequest): ExecutorResponse {
    this.traffic.addCleanup();
    return succeed(runBatch(request, this.world));
  }

  private async answer(
    request: WireRequest,
    requestText: string,
    flags: number,
    fault: Fault | undefined,
  ): Promise<ExecutorResponse> {
    if (fault?.kind === 'between') {
      fault.act();
      return this.answer(request, requestText, flags, fault.then);
    }
    if (fault?.kind === 'disconnect' && !fault.applied) return disconnected();
    if (byteLength(requestText) > this.settings.requestLimit)
      return fail('RequestPayloadSizeLimitExceeded', 413);
    if (this.settings.cellEditMode && (flags & delayForCellEditFlag) === 0) {
      return fail('InvalidOperationInCellEditMode', 400);
    }
    while (this.settings.cellEditMode) await pause(pollCellEdit);
    const body = runBatch(request, this.world, stopOf(fault, request));
    return fault?.kind === 'disconnect' ? disconnected() : succeed(body);
  }

  private limitResponse(response: ExecutorResponse, bytesOut: number): ExecutorResponse {
    return bytesOut > this.settings.answerLimit ? fail('ResponsePayloadSizeLimitExceeded', 413) : response;
  }
}

function stopOf(fault: Fault | undefined, request: WireRequest): BatchStop | undefined {
  if (fault?.kind !== 'error') return undefined;
  const changes = request.Actions.flatMap((action, index) => (isChange(action) ? [index] : []));
  const done = Math.floor(changes.length * (fault.applied ?? 0));
  const beforeAction = done === 0 ? 0 : (changes[done] ?? request.Actions.length - 1);
  return { beforeAction, error: new HostError(fault.code, `Injected: ${fault.code}`) };
}

/** Actions that may change the workbook; the others prepare or read. */
function isChange({ ActionType: type, Name }: WireAction): boolean {
  if (type === ActionType.setProperty || type === ActionType.update) return true;
  return type === ActionType.method && Name !== '_KeepReference';
}

/** A request that only releases references, as the library sends at the end of `Excel.run`. */
function isCleanup(request: WireRequest): boolean {
  const methods = request.Actions.filter((action) => action.ActionType !== ActionType.instantiate);
  return methods.length > 0 && methods.every((action) => action.Name === '_RemoveReference');
}

/** A request that asks for nothing but the workbook itself, as `Excel.run` sends when nothing is done in it. */
function isGreeting({ Actions, ObjectPaths }: WireRequest): boolean {
  const paths = Object.values(ObjectPaths);
  const isRoot = paths.length === 1 && paths[0]?.ParentObjectPathId === undefined;
  return isRoot && Actions.every((action) => action.ActionType === ActionType.instantiate);
}

/** A request of the library's own, once a session; no add-in asks for it. */
function isTelemetry(request: WireRequest): boolean {
  return Object.values(request.ObjectPaths).some(
    ({ Name }) => Name === 'Microsoft.Telemetry.TelemetryService',
  );
}

function succeed(body: WireResponse): ExecutorResponse {
  return { HttpStatusCode: 200, ErrorCode: null, ErrorMessage: null, Headers: {}, Body: body };
}

function fail(code: string, status: number): ExecutorResponse {
  return { HttpStatusCode: status, ErrorCode: code, ErrorMessage: code, Headers: {}, Body: null };
}

function disconnected(): ExecutorResponse {
  return fail('ConnectionFailure', 500);
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Always yields to the event loop, as a real round trip does. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    startTimer(resolve, milliseconds);
  });
}
