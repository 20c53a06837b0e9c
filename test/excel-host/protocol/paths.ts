import { HostError, invalidArgument } from './errors';
import { resolveArguments } from './arguments';
import { Handle, targetOf, type Argument } from './handles';
import type { Members } from './members';
import type { References } from './references';
import { ObjectPathType, type WirePath } from './wire';

/** The object paths of one request; each is walked once, so that `worksheets.add()` adds one sheet. */
export class Paths {
  private readonly resolved = new Map<number, Handle | null>();

  constructor(
    private readonly paths: Readonly<Record<string, WirePath>>,
    private readonly root: Handle,
    private readonly members: Members,
    private readonly references: References,
  ) {}

  /** The object, or null for a null object (and for anything below one). */
  resolve(pathId: number): Handle | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.paths[String(pathId)];
    if (!path) throw invalidArgument(`object path ${pathId}`);
    const handle = this.walk(path);
    this.resolved.set(pathId, handle);
    return handle;
  }

  argumentsOf(info: WirePath['ArgumentInfo']): Argument[] {
    return resolveArguments(info, (id) => this.resolve(id));
  }

  private walk(path: WirePath): Handle | null {
    switch (path.ObjectPathType) {
      case ObjectPathType.global:
        return this.root;
      case ObjectPathType.nullObject:
        return null;
      case ObjectPathType.referenceId:
        return this.kept(path.Name);
      default:
        return this.walkFromParent(path);
    }
  }

  private kept(id: string): Handle {
    const handle = this.references.get(id);
    this.members.modelOf(handle).ensureAlive?.(targetOf(handle));
    return handle;
  }

  private walkFromParent(path: WirePath): Handle | null {
    if (path.ParentObjectPathId === undefined) throw invalidArgument(`object path ${path.Name}`);
    const parent = this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case ObjectPathType.property:
        return this.members.navigate(parent, path.Name);
      case ObjectPathType.indexer:
        return this.members.item(parent, this.argumentsOf(path.ArgumentInfo)[0] ?? null);
      case ObjectPathType.method:
        return this.objectOf(parent, path);
      default:
        throw new HostError('InvalidRequest', `Object path type ${path.ObjectPathType}`);
    }
  }

  private objectOf(parent: Handle, path: WirePath): Handle | null {
    const answer = this.members.call(parent, path.Name, this.argumentsOf(path.ArgumentInfo));
    if (answer === null || answer instanceof Handle) return answer;
    throw new HostError(
      'GeneralException',
      `${parent.type}.${path.Name} answers a value where an object is asked for`,
    );
  }
}
