import { HostError, NotModelledError } from './errors';
import type { Events } from './events';
import { Handle, shown } from './handles';
import type { Members } from './members';
import { Paths } from './paths';
import { Query } from './query';
import type { References } from './references';
import {
  ActionType,
  type Json,
  type WireAction,
  type WireError,
  type WireRequest,
  type WireResponse,
} from './wire';

/** Everything a batch runs against. */
export interface BatchWorld {
  readonly root: Handle;
  readonly members: Members;
  readonly references: References;
  readonly events: Events;
  /** Called for a gap of this host or a crash in it: the test must fail. */
  readonly onDefect: (defect: Error) => void;
  readonly beforeBatch: () => void;
  /** Called when a batch has ended, well or not. */
  readonly afterBatch: () => void;
}

/** Where a fault makes the batch stop, and with what. */
export interface BatchStop {
  readonly beforeAction: number;
  readonly error: HostError;
}

/** Answer to a method, a set or a query on a null object. */
const ofNullObject = { _IsNull: true } as const;

/** Runs the actions in order. The first error ends the batch; what went before it stays. */
export function runBatch(request: WireRequest, world: BatchWorld, stop?: BatchStop): WireResponse {
  world.beforeBatch();
  try {
    return new Batch(request, world).run(stop);
  } finally {
    world.afterBatch();
  }
}

class Batch {
  private readonly paths: Paths;
  private readonly query: Query;
  /** Reference ids given out in this request, by path id. */
  private readonly kept = new Map<number, string>();

  constructor(
    private readonly request: WireRequest,
    private readonly world: BatchWorld,
  ) {
    this.paths = new Paths(request.ObjectPaths, world.root, world.members, world.references);
    this.query = new Query(world.members);
  }

  run(stop: BatchStop | undefined): WireResponse {
    const results: { ActionId: number; Value: Json }[] = [];
    const traceIds: number[] = [];
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        if (stop && index >= stop.beforeAction) throw stop.error;
        results.push({ ActionId: action.Id, Value: this.perform(action) });
        if (action.ActionType === ActionType.trace) traceIds.push(action.Id);
      } catch (error) {
        return { Results: results, TraceIds: traceIds, Error: this.wireError(error, action, index) };
      }
    }
    return { Results: results, TraceIds: traceIds };
  }

  private perform(action: WireAction): Json {
    if (action.ActionType === ActionType.trace) return null;
    const handle = this.paths.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return handle && this.query.identify(handle, this.kept.get(action.ObjectPathId));
      case ActionType.query:
      case ActionType.queryAsJson:
        return handle && this.query.load(handle, action.QueryInfo);
      case ActionType.method:
        return handle ? this.callMethod(handle, action) : ofNullObject;
      case ActionType.setProperty:
        return handle ? this.setProperty(handle, action) : ofNullObject;
      case ActionType.update:
        return handle ? this.update(handle, action) : ofNullObject;
      default:
        throw new NotModelledError(`action type ${action.ActionType}`);
    }
  }

  private callMethod(handle: Handle, action: WireAction): Json {
    const args = this.paths.argumentsOf(action.ArgumentInfo);
    const { references, members } = this.world;
    switch (action.Name) {
      case '_KeepReference':
        this.kept.set(action.ObjectPathId, references.keep(handle));
        return null;
      case '_RemoveReference':
        references.remove(shown(args[0]));
        return null;
      case '_RemoveAllReferences':
        references.clear();
        return null;
      case '_GetReferenceCount':
        return references.count;
      default: {
        const answer = members.call(handle, action.Name, args);
        return answer instanceof Handle ? this.query.identify(answer, undefined) : answer;
      }
    }
  }

  private setProperty(handle: Handle, action: WireAction): Json {
    const [value] = this.paths.argumentsOf(action.ArgumentInfo);
    this.world.members.write(handle, action.Name, value ?? null);
    return null;
  }

  /** `object.update({…})`: several properties at once, named in camel case. */
  private update(handle: Handle, action: WireAction): Json {
    const shape = this.world.members.shapeOf(handle);
    for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
      const wireName = shape.scalars.get(name.toLowerCase()) ?? name;
      const [resolved] = this.paths.argumentsOf({ Arguments: [value] });
      this.world.members.write(handle, wireName, resolved ?? null);
    }
    return null;
  }

  /** “WorksheetCollection.add”, or the member alone where its object cannot be found. */
  private locationOf({ ActionType: type, ObjectPathId, Name }: WireAction): string {
    const path = this.request.ObjectPaths[String(ObjectPathId)];
    const [owner, name] =
      type === ActionType.instantiate && path?.ParentObjectPathId !== undefined
        ? [path.ParentObjectPathId, path.Name]
        : [ObjectPathId, Name];
    const member = name.charAt(0).toLowerCase() + name.slice(1);
    try {
      return `${this.paths.resolve(owner)?.type ?? ''}.${member}`;
    } catch {
      return member;
    }
  }

  private wireError(error: unknown, action: WireAction, index: number): WireError {
    const known = error instanceof HostError ? error : undefined;
    if (!known) this.world.onDefect(error instanceof Error ? error : new Error(String(error)));
    return {
      Code: known?.code ?? (error instanceof NotModelledError ? 'HostNotModelled' : 'HostCrash'),
      Message: error instanceof Error ? error.message : String(error),
      Location: this.locationOf(action),
      ActionIndex: index,
      HttpStatusCode: known?.httpStatus ?? 500,
    };
  }
}
