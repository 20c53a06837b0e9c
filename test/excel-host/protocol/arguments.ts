import type { Argument, Handle } from './handles';
import type { ArgumentInfo, Json, JsonObject, ReferencedIds } from './wire';

type ResolvePath = (pathId: number) => Handle | null;

/** Arguments with their object references replaced by handles; a null object becomes null. */
export function resolveArguments(info: ArgumentInfo | undefined, resolve: ResolvePath): Argument[] {
  const literals = info?.Arguments ?? [];
  const references = info?.ReferencedObjectPathIds;
  return literals.map((literal, index) => resolveOne(literal, references?.[index] ?? 0, resolve));
}

function resolveOne(literal: Json, reference: ReferencedIds, resolve: ResolvePath): Argument {
  if (typeof reference === 'number' && reference !== 0) return resolve(reference);
  if (Array.isArray(literal)) {
    const nested = Array.isArray(reference) ? (reference as readonly ReferencedIds[]) : [];
    return (literal as readonly Json[]).map((item, index) => resolveOne(item, nested[index] ?? 0, resolve));
  }
  if (literal !== null && typeof literal === 'object') return resolveObject(literal as JsonObject, resolve);
  return literal;
}

/** Objects inside plain JSON arrive as `{_ObjectPathId: n}`. */
function resolveObject(value: JsonObject, resolve: ResolvePath): Argument {
  const pathId = value['_ObjectPathId'];
  if (typeof pathId === 'number') return resolve(pathId);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveOne(item, 0, resolve)]));
}
