/** Bytes with the place that is read next, as the library has them. */
type Read = Uint8Array & { readonly l: number };
type ReadShift = (this: Read, size: unknown, kind?: string) => unknown;

/** What the library reads behind the end of records is nothing and does no harm, in a sound file less often than this. */
const MOST_BEHIND = 1_000_000;

/**
 * Runs the library so that it refuses what would have it read on until memory is used up, which can take the whole process with it: a
 * text whose length would stand behind the end of its record, and a list that is said to have thousands of millions of places.
 *
 * The library hangs its reader on the bytes of each record; while it runs, this stands in between. @throws RangeError
 */
export function withKnownLengths<Result>(run: () => Result): Result {
  let read: ReadShift | undefined;
  let behind = 0;
  const guarded: ReadShift = function (size, kind) {
    if (size === undefined || Number.isNaN(size)) throw new RangeError('the length of a text is missing');
    if (this.l >= this.length) behind += 1;
    if (behind > MOST_BEHIND) throw new RangeError('a list goes on behind the end of its record');
    return read?.call(this, size, kind);
  };
  Object.defineProperty(Uint8Array.prototype, 'read_shift', {
    configurable: true,
    get: () => guarded,
    set: (reader: ReadShift) => {
      read = reader;
    },
  });
  try {
    return run();
  } finally {
    Reflect.deleteProperty(Uint8Array.prototype, 'read_shift');
  }
}
