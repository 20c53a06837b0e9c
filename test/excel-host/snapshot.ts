import type { Workbook } from './model/workbook';

/** Everything a workbook holds at a moment, to be put back as often as wanted. */
export interface Snapshot {
  readonly state: Readonly<Record<string, unknown>>;
}

/** What belongs to the application and not to the document stays one object. */
const SHARED = new Set(['notifier', 'calculator']);

export function takeSnapshot(workbook: Workbook): Snapshot {
  return { state: copyOfState(workbook, { ...workbook }) };
}

/** Puts the workbook back as it was. Objects a test still holds of it are not those it holds now. */
export function restoreSnapshot(workbook: Workbook, { state }: Snapshot): void {
  Object.assign(workbook, copyOfState(workbook, state));
}

function copyOfState(
  workbook: Workbook,
  state: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const known = new Map<object, object>([[workbook, workbook]]);
  const own = Object.entries(state).filter(([name]) => !SHARED.has(name));
  return Object.fromEntries(own.map(([name, value]) => [name, copied(value, known)]));
}

/** A deep copy in which objects keep their class and whatever is one object stays one; frozen objects are shared. */
function copied(value: unknown, known: Map<object, object>): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    known.set(value, list);
    for (const item of value) list.push(copied(item, known));
    return list;
  }
  if (value instanceof Map) {
    const map = new Map<unknown, unknown>();
    known.set(value, map);
    for (const [key, item] of value) map.set(copied(key, known), copied(item, known));
    return map;
  }
  if (value instanceof Set) return new Set([...value].map((item) => copied(item, known)));
  const copy = Object.create(Object.getPrototypeOf(value) as object | null) as Record<string, unknown>;
  known.set(value, copy);
  for (const [name, item] of Object.entries(value)) copy[name] = copied(item, known);
  return copy;
}
