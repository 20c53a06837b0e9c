import { crc32, inflateRawSync } from 'node:zlib';
import { PLAIN_COMPRESSION } from '../../../src/hosts/file/packing/compression';
import { packedByStream } from '../../../src/taskpane/ledger-files/stream-compression';

const STREAM = globalThis.CompressionStream;

afterEach(() => {
  globalThis.CompressionStream = STREAM;
});

test.each([
  ['nothing', ''],
  ['a part', '<c r="A1"><v>市财政局</v></c>'.repeat(20_000)],
  ['more than is handed over at once', '<c r="A1"><v>市财政局</v></c>'.repeat(60_000)],
])('what the browser packs of %s is raw deflate data of it, with its checksum', async (_, text) => {
  const bytes = new TextEncoder().encode(text);
  const { data, crc } = await packedByStream(bytes);
  expect(inflateRawSync(data).toString()).toBe(text);
  expect(data.length).toBeLessThanOrEqual(bytes.length + 2);
  expect(crc).toBe(crc32(bytes));
});

test('where the browser has no streams that pack it is packed as elsewhere', async () => {
  const bytes = new TextEncoder().encode('市财政局'.repeat(1000));
  globalThis.CompressionStream = undefined as unknown as typeof CompressionStream;
  expect(await packedByStream(bytes)).toEqual(await PLAIN_COMPRESSION.packAside(bytes));
});
