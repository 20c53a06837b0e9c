type ReadShift = (this: Uint8Array, size: unknown, kind?: string) => unknown;

/**
 * Runs the library so that it refuses a text whose length would stand behind the end of its record: it takes the length for unknown,
 * and reads on without end until memory is used up, which can take the whole process with it.
 *
 * The library hangs its reader on the bytes of each record; while it runs, this stands in between. @throws RangeError
 */
export function withKnownLengths<Result>(run: () => Result): Result {
  let read: ReadShift | undefined;
  const guarded: ReadShift = function (size, kind) {
    if (size === undefined || Number.isNaN(size)) throw new RangeError('the length of a text is missing');
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
