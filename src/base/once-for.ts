/**
 * A function of a value that is never changed in place, worked out once for each such value; forgotten with it. What it gives
 * is shared by all who ask and must not be changed either.
 */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}

/** The list that another was made from by adding to its end. It is not held: who no longer needs it forgets it. */
const origins = new WeakMap<readonly unknown[], WeakRef<readonly unknown[]>>();

/** A list with more at its end; what was worked out of the list by `onceForGrowing` is carried on. */
export function appended<Item>(list: readonly Item[], added: readonly Item[]): readonly Item[] {
  const longer = [...list, ...added];
  origins.set(longer, new WeakRef(list));
  return longer;
}

/**
 * As `onceFor`, of a list that grows: what was worked out of a list is carried on to the one that `appended` made of it.
 * @param grow The value for the longer list, from the value for the shorter one, which must not be changed; `undefined` where the
 * additions ask for the whole to be worked out.
 */
export function onceForGrowing<Item, Value>(
  make: (list: readonly Item[]) => Value,
  grow: (value: Value, added: readonly Item[], before: readonly Item[]) => Value | undefined,
): (list: readonly Item[]) => Value {
  const known = new WeakMap<readonly Item[], { readonly value: Value }>();
  const carriedOn = (list: readonly Item[]): Value | undefined => {
    const before = origins.get(list)?.deref() as readonly Item[] | undefined;
    const found = before && known.get(before);
    return before && found && grow(found.value, list.slice(before.length), before);
  };
  return (list) => {
    const found = known.get(list) ?? { value: carriedOn(list) ?? make(list) };
    known.set(list, found);
    return found.value;
  };
}
