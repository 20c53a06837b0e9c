import fc from 'fast-check';
import { NODE_COMPRESSION } from '../../../../src/cli/node/node-compression';
import { PLAIN_COMPRESSION, type Compression } from '../../../../src/hosts/file/packing/compression';

/** What came out, and what became of the data. */
function inflated(by: Compression, data: Uint8Array, most: number): { said: string; bytes: Buffer } {
  const pieces: Uint8Array[] = [];
  const said = by.inflate(data, most, (piece) => pieces.push(piece.slice()));
  return { said, bytes: Buffer.concat(pieces) };
}

/** Texts that repeat as those of sheets do, small and large. */
const contents = fc
  .tuple(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 0, max: 400 }))
  .map(([bytes, times]) => new Uint8Array(Buffer.concat(Array.from({ length: times }, () => bytes))));

/** Too many bits to be packed into one piece. */
const LARGE = (() => {
  const bytes = new Uint8Array(300_000);
  let state = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
})();

const WAYS = [
  ['plain JavaScript', PLAIN_COMPRESSION],
  ["Node's zlib", NODE_COMPRESSION],
] as const;

describe.each(WAYS)('what %s packs', (_, packs) => {
  describe.each(WAYS)('%s unpacks', (__, unpacks) => {
    test('to the same bytes', () => {
      fc.assert(
        fc.property(contents, (bytes) => {
          const { said, bytes: out } = inflated(unpacks, packs.deflate(bytes), bytes.length);
          expect(said).toBe('whole');
          expect(out.equals(bytes)).toBe(true);
        }),
      );
      expect(inflated(unpacks, packs.deflate(LARGE), LARGE.length).bytes.equals(LARGE)).toBe(true);
    });

    test('and says so when there is more than was wanted, giving no more than that', () => {
      for (const bytes of [new Uint8Array(5_000_000), LARGE, new Uint8Array([1])]) {
        for (const most of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
          const { said, bytes: out } = inflated(unpacks, packs.deflate(bytes), most);
          expect([most, said]).toEqual([most, 'more']);
          expect(out.length).toBeLessThanOrEqual(most);
        }
      }
    });

    test('and calls it torn when the end is missing', () => {
      for (const bytes of [new Uint8Array(5_000_000), LARGE, new Uint8Array([1])]) {
        const data = packs.deflate(bytes);
        expect(inflated(unpacks, data.subarray(0, data.length - 1), bytes.length).said).toBe('torn');
        expect(inflated(unpacks, new Uint8Array(), bytes.length).said).toBe('torn');
      }
    });
  });
});

test('of damaged data the two ways give the same, or one of them refuses them', () => {
  fc.assert(
    fc.property(contents, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, place, change) => {
      const data = PLAIN_COMPRESSION.deflate(bytes).slice();
      const at = place % data.length;
      data[at] = (data[at] ?? 0) ^ change;
      const [plain, node] = [PLAIN_COMPRESSION, NODE_COMPRESSION].map((by) =>
        inflated(by, data, bytes.length),
      );
      if (plain?.said === 'whole' && node?.said === 'whole')
        expect(node.bytes.equals(plain.bytes)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('both count the same checksum, also of data in pieces', () => {
  fc.assert(
    fc.property(contents, fc.nat(), (bytes, place) => {
      const at = bytes.length === 0 ? 0 : place % bytes.length;
      const [plain, node] = [PLAIN_COMPRESSION, NODE_COMPRESSION].map((by) =>
        by.checksum(bytes.subarray(at), by.checksum(bytes.subarray(0, at), 0)),
      );
      expect(node).toBe(plain);
    }),
  );
});
