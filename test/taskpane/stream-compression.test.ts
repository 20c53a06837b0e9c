import { inflateRawSync } from 'node:zlib';
import { PLAIN_COMPRESSION } from '../../src/hosts/file/packing/compression';
import { streamCompression } from '../../src/taskpane/saving/stream-compression';

const STREAM = globalThis.CompressionStream;

afterEach(() => {
  globalThis.CompressionStream = STREAM;
});

test.each([
  ['nothing', ''],
  ['a part', '<c r="A1"><v>市财政局</v></c>'.repeat(20_000)],
])('what the browser packs of %s is raw deflate data of it', async (_, text) => {
  const bytes = new TextEncoder().encode(text);
  const packed = await streamCompression().deflateAside(bytes);
  expect(inflateRawSync(packed).toString()).toBe(text);
  expect(packed.length).toBeLessThanOrEqual(bytes.length + 2);
});

test.each<[string, unknown]>([
  ['no streams that pack', undefined],
  [
    'none of this format',
    (format: string) => {
      throw new TypeError(format);
    },
  ],
])('where the browser has %s it is packed as elsewhere', (_, stream) => {
  globalThis.CompressionStream = stream as typeof CompressionStream;
  expect(streamCompression()).toBe(PLAIN_COMPRESSION);
});
