import { randomBytes } from 'node:crypto';
import { joined } from '../../../src/hosts/file/packing/joined';
import { PACKAGE_DAY, writeZip } from '../../../src/hosts/file/packing/write-zip';
import { compressedData } from '../../../src/hosts/file/reading/package/inflate';
import { readZipDirectory } from '../../../src/hosts/file/reading/package/zip-directory';
import { inflatedAhead } from '../../../src/taskpane/ledger-files/inflate-ahead';

const STREAM = globalThis.DecompressionStream;
const LARGE = new Uint8Array(randomBytes(300_000));
const SMALL = new TextEncoder().encode('<c r="A1"/>'.repeat(1000));

afterEach(() => {
  globalThis.DecompressionStream = STREAM;
});

function zip(): Uint8Array {
  return writeZip(
    [
      { name: 'large.xml', bytes: LARGE },
      { name: 'small.xml', bytes: SMALL },
    ],
    { day: PACKAGE_DAY },
  );
}

function packed(bytes: Uint8Array, name: string): Uint8Array {
  const entry = readZipDirectory(bytes).get(name);
  return entry === undefined ? new Uint8Array() : compressedData(bytes, entry);
}

/** What comes out of packed data, and how it went. */
function inflated(
  inflate: Awaited<ReturnType<typeof inflatedAhead>>,
  data: Uint8Array,
  most: number,
): readonly [string, Uint8Array] {
  const pieces: Uint8Array[] = [];
  const how = inflate(data, most, (piece) => pieces.push(piece.slice()));
  return [how, joined(pieces)];
}

test('a large part is there before it is asked for, a small one is inflated when it is', async () => {
  const bytes = zip();
  const [large, small] = [packed(bytes, 'large.xml'), packed(bytes, 'small.xml')];
  const inflate = await inflatedAhead(bytes);
  expect(inflated(inflate, small, SMALL.length)).toEqual(['whole', SMALL]);
  large.fill(255);
  small.fill(255);
  expect(inflated(inflate, large, LARGE.length)).toEqual(['whole', LARGE]);
  expect(inflated(inflate, small, SMALL.length)[0]).toBe('torn');
});

test('no more comes out than is wanted', async () => {
  const bytes = zip();
  const inflate = await inflatedAhead(bytes);
  expect(inflated(inflate, packed(bytes, 'large.xml'), LARGE.length - 1)[0]).toBe('more');
});

test('packed data of another file are not taken for those', async () => {
  const bytes = zip();
  const inflate = await inflatedAhead(bytes);
  const other = zip();
  const data = packed(other, 'large.xml');
  data.fill(255);
  expect(inflated(inflate, data, LARGE.length)[0]).toBe('torn');
});

/** Where the directory says how long the first part is. */
const DECLARED_AT = 24;

test.each([
  ['less', LARGE.length - 1, 'more'],
  ['more', LARGE.length + 1, 'whole'],
])('of a part that is said to hold %s than it does as much is told as elsewhere', async (_, said, how) => {
  const bytes = zip();
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint32(directory + DECLARED_AT, said, true);
  const inflate = await inflatedAhead(bytes);
  expect(inflated(inflate, packed(bytes, 'large.xml'), said)[0]).toBe(how);
});

test('a part that is torn is found to be when it is asked for', async () => {
  const bytes = zip();
  const data = packed(bytes, 'large.xml');
  data.fill(255, 1000);
  const inflate = await inflatedAhead(bytes);
  expect(inflated(inflate, data, LARGE.length)[0]).toBe('torn');
});

test('of what is no package nothing is inflated ahead', async () => {
  const inflate = await inflatedAhead(new Uint8Array([80, 75, 3, 4]));
  const data = packed(zip(), 'large.xml');
  expect(inflated(inflate, data, LARGE.length)).toEqual(['whole', LARGE]);
});

test('where the browser has no streams that unpack it is inflated as elsewhere', async () => {
  globalThis.DecompressionStream = undefined as unknown as typeof DecompressionStream;
  const bytes = zip();
  const inflate = await inflatedAhead(bytes);
  expect(inflated(inflate, packed(bytes, 'large.xml'), LARGE.length)).toEqual(['whole', LARGE]);
});

test('no more is held of a file than is said, and no pictures', async () => {
  const bytes = writeZip(
    [
      { name: 'large.xml', bytes: LARGE },
      { name: 'other.xml', bytes: LARGE },
      { name: 'image.png', bytes: LARGE },
    ],
    { day: PACKAGE_DAY },
  );
  const inflate = await inflatedAhead(bytes, LARGE.length * 1.5);
  const parts = ['large.xml', 'other.xml', 'image.png'].map((name) => packed(bytes, name));
  for (const part of parts) part.fill(255);
  expect(parts.map((part) => inflated(inflate, part, LARGE.length)[0])).toEqual(['whole', 'torn', 'torn']);
});
