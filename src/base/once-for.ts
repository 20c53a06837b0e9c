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
