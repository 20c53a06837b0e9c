import { PLAIN_COMPRESSION } from '../../../src/hosts/file/packing/compression';
import { packingBeside, type HireForPacking } from '../../../src/taskpane/ledger-files/packing-beside';
import { packedByStream } from '../../../src/taskpane/ledger-files/stream-compression';

const PARTS = [600_000, 10, 20, 30, 40].map((length, at) => new Uint8Array(length).fill(at));

/** Workers in this thread; each says which parts it was given. */
function workers(given: number[][]): HireForPacking {
  return (heard, died) => {
    const own: number[] = [];
    given.push(own);
    return {
      post: ({ number, value }) => {
        own.push(value.length);
        packedByStream(structuredClone(value)).then((packed) => heard({ number, value: packed }), died);
      },
      terminate: () => undefined,
    };
  };
}

test('parts are packed by two, the next by the one that has less to do', async () => {
  const given: number[][] = [];
  const { packAside } = packingBeside(workers(given));
  const packed = await Promise.all(PARTS.map((bytes) => packAside(bytes)));
  expect(packed).toEqual(await Promise.all(PARTS.map((bytes) => packedByStream(bytes))));
  expect(given).toEqual([[600_000], [10, 20, 30, 40]]);
});

test.each<[string, HireForPacking]>([
  [
    'cannot be started',
    () => {
      throw new Error('no workers here');
    },
  ],
  ['die', (_heard, died) => ({ post: () => died(), terminate: () => undefined })],
  [
    'cannot do it',
    (heard) => ({ post: ({ number }) => heard({ number, value: null }), terminate: () => undefined }),
  ],
])('where they %s the parts are packed here', async (_, hire) => {
  const [first = new Uint8Array()] = PARTS;
  expect(await packingBeside(hire).packAside(first)).toEqual(await packedByStream(first));
});

test('all else is done as elsewhere', () => {
  const { packAside: _aside, ...rest } = packingBeside(workers([]));
  expect(PLAIN_COMPRESSION).toMatchObject(rest);
});
