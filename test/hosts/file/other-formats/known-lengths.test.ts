import { withKnownLengths } from '../../../../src/hosts/file/reading/other-formats/known-lengths';

type Record = Uint8Array & { l: number; read_shift: (size: unknown) => unknown };

/** Bytes on which a reader hangs as the library hangs its own. */
function recordOf(...bytes: readonly number[]): Record {
  const record = Object.assign(Uint8Array.from(bytes), { l: 0 }) as Record;
  record.read_shift = function (this: Record, size) {
    const value = this[this.l];
    this.l += Number(size);
    return value;
  };
  return record;
}

test('what is read within a record, and a little behind its end, is what the library reads', () => {
  const read = withKnownLengths(() => {
    const record = recordOf(7, 8);
    return [1, 1, 1].map((size) => record.read_shift(size));
  });
  expect(read).toEqual([7, 8, undefined]);
});

test.each([undefined, Number.NaN])('a text of an unknown length (%s) is refused', (length) => {
  expect(() => withKnownLengths(() => recordOf(7).read_shift(length))).toThrow(RangeError);
});

test('a list that goes on and on behind the end of its record is refused', () => {
  const list = () => {
    const record = recordOf(7);
    for (;;) record.read_shift(4);
  };
  expect(() => withKnownLengths(list)).toThrow(RangeError);
});

test('nothing is left behind, whatever comes of it', () => {
  expect(() =>
    withKnownLengths(() => {
      throw new Error('torn');
    }),
  ).toThrow('torn');
  expect('read_shift' in Uint8Array.prototype).toBe(false);
});
