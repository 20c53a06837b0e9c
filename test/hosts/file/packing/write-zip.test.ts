import { randomBytes } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { NODE_COMPRESSION } from '../../../../src/cli/node/node-compression';
import { packSoon, PLAIN_COMPRESSION, useCompression } from '../../../../src/hosts/file/packing/compression';
import { PACKAGE_DAY, writeZip, writeZipAside } from '../../../../src/hosts/file/packing/write-zip';
import { readZipDirectory } from '../../../../src/hosts/file/reading/package/zip-directory';

const FILES = {
  '[Content_Types].xml': Buffer.from('<Types/>'.repeat(500)),
  'xl/空.xml': new Uint8Array(),
  'xl/台账.xml': new Uint8Array(70_000).fill(0x20),
};
const named = Object.entries(FILES).map(([name, bytes]) => ({ name, bytes }));

beforeEach(() => useCompression(PLAIN_COMPRESSION));

test('a zip is byte for byte what the library writes', () => {
  const bytes = (entries: Uint8Array) => Buffer.from(entries).toString('hex');
  const mtime = new Date(2016, 0, 1);
  expect(bytes(writeZip(named, { day: PACKAGE_DAY }))).toBe(bytes(zipSync(FILES, { level: 6, mtime })));
  expect(bytes(writeZip(named, { day: { year: 1980, month: 1, day: 1 }, stored: true }))).toBe(
    bytes(zipSync(FILES, { level: 0, mtime: '1980-01-01T00:00:00' })),
  );
});

test("packed by Node's zlib it holds the same files, in their order", () => {
  useCompression(NODE_COMPRESSION);
  const zip = writeZip(named, { day: PACKAGE_DAY });
  expect([...readZipDirectory(zip).values()].map(({ name }) => name)).toEqual(Object.keys(FILES));
  const held = unzipSync(zip);
  for (const { name, bytes } of named) expect(Buffer.from(held[name] ?? []).equals(bytes)).toBe(true);
});

test.each([
  ['by the library', PLAIN_COMPRESSION],
  ["by Node's zlib", NODE_COMPRESSION],
])('packed aside %s it is the same zip, also of what deflates to more than it is', async (_way, way) => {
  useCompression(way);
  const files = [...named, { name: 'xl/media/image1.png', bytes: new Uint8Array(randomBytes(300_000)) }];
  const [aside, atOnce] = [
    await writeZipAside(files, { day: PACKAGE_DAY }),
    writeZip(files, { day: PACKAGE_DAY }),
  ];
  expect(Buffer.from(aside).equals(atOnce)).toBe(true);
});

test('of no files it is a zip without any', () => {
  expect(readZipDirectory(writeZip([], { day: PACKAGE_DAY })).size).toBe(0);
});

test('what has begun to be packed is not packed again, and what took its place is', async () => {
  const given: number[] = [];
  useCompression({
    ...PLAIN_COMPRESSION,
    packAside: (bytes) => {
      given.push(bytes.length);
      return PLAIN_COMPRESSION.packAside(bytes);
    },
  });
  const [before, stays, now] = [new Uint8Array(10), new Uint8Array(20), new Uint8Array(30)];
  packSoon(before);
  packSoon(stays);
  const zip = await writeZipAside(
    [
      { name: 'a', bytes: now },
      { name: 'b', bytes: stays },
    ],
    { day: PACKAGE_DAY },
  );
  expect(given).toEqual([10, 20, 30]);
  expect(unzipSync(zip)).toEqual({ a: now, b: stays });
});
