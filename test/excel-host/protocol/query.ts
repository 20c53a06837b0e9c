import { invalidArgument } from './errors';
import type { Handle } from './handles';
import type { Members } from './members';
import type { Json, QueryInfo } from './wire';

/** Properties by which the library finds an object again. */
const idNames = ['Id', '_Id', '_ReferenceId'] as const;

/** A load option as a tree: `format/fill/color` is three levels; an empty tree is “everything scalar”. */
type Selection = Map<string, Selection>;

const everything = '*';

/** Answers `load`: names as the developer typed them, matched whatever their case; an unknown one is InvalidArgument. */
export class Query {
  constructor(private readonly members: Members) {}

  load(handle: Handle, info: QueryInfo | undefined): Json {
    return this.project(handle, parseSelection(info), info);
  }

  /** The properties the library needs to find the object again. */
  identify(handle: Handle, referenceId: string | undefined): Record<string, Json> {
    const shape = this.members.shapeOf(handle);
    const result: Record<string, Json> = {};
    for (const name of idNames) {
      if (!shape.scalars.has(name.toLowerCase())) continue;
      if (name === '_ReferenceId') result[name] = referenceId ?? '';
      else if (this.members.canRead(handle, name)) result[name] = this.members.read(handle, name);
    }
    return result;
  }

  private project(handle: Handle, selection: Selection, page?: QueryInfo): Json {
    const shape = this.members.shapeOf(handle);
    const result = this.identify(handle, undefined);
    delete result['_ReferenceId'];
    const ofItems: Selection = new Map();
    for (const [typed, nested] of selection) {
      const key = typed.toLowerCase();
      const scalar = shape.scalars.get(key);
      const navigation = shape.navigation.get(key);
      if (key === everything) this.readAll(handle, result);
      else if (scalar !== undefined) result[scalar] = this.members.read(handle, scalar);
      else if (navigation !== undefined) result[navigation] = this.follow(handle, navigation, nested);
      else if (shape.isCollection) ofItems.set(typed, nested);
      else throw invalidArgument(`${handle.type}.${typed}`);
      if (key === everything && shape.isCollection) ofItems.set(everything, new Map());
    }
    if (ofItems.size > 0) result['_Items'] = this.projectItems(handle, ofItems, page);
    return result;
  }

  private readAll(handle: Handle, into: Record<string, Json>): void {
    for (const name of this.members.shapeOf(handle).scalars.values()) {
      if (this.members.canRead(handle, name)) into[name] = this.members.read(handle, name);
    }
  }

  private follow(handle: Handle, navigation: string, nested: Selection): Json {
    const next = this.members.navigate(handle, navigation);
    if (next === null) return null;
    return this.project(next, nested.size > 0 ? nested : new Map([[everything, new Map()]]));
  }

  private projectItems(handle: Handle, selection: Selection, page: QueryInfo | undefined): Json {
    const items = this.members.items(handle);
    const start = page?.Skip ?? 0;
    const wanted = items.slice(start, page?.Top === undefined ? undefined : start + page.Top);
    return wanted.map((item) => this.project(item, itemSelection(selection)));
  }
}

/** `tables/items` and `items` both mean the items with everything scalar. */
function itemSelection(selection: Selection): Selection {
  const items = [...selection.entries()].map(([name, nested]): [string, Selection] =>
    name.toLowerCase() === 'items' ? [everything, nested] : [name, nested],
  );
  return new Map(items);
}

function parseSelection(info: QueryInfo | undefined): Selection {
  const root: Selection = new Map();
  for (const path of [...(info?.Select ?? []), ...(info?.Expand ?? [])]) {
    let level = root;
    for (const part of path.split(/[/.]/)) {
      const next = level.get(part) ?? new Map<string, Selection>();
      level.set(part, next);
      level = next;
    }
  }
  if (root.size === 0) root.set(everything, new Map());
  return root;
}
