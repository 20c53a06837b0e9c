import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A zip written as a stream: the sizes stand behind the data, and every other part is stored. */
export function streamedZip(parts: Parts): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_error, piece) => pieces.push(piece));
  Object.entries(parts).forEach(([name, part], index) => {
    const file = index % 2 === 0 ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(file);
    file.push(typeof part === 'string' ? strToU8(part) : part, true);
  });
  zip.end();
  return new Uint8Array(Buffer.concat(pieces));
}

const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const EXTRA_BYTES = 28;

/** The same zip with every size and offset in 64-bit fields, as writers that cannot know the sizes beforehand put them. */
export function zip64(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const entries: Uint8Array[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('no entry');
    const nameBytes = view.getUint16(at + 28, true);
    const size = CENTRAL_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push(wideEntry(zip.subarray(at, at + size), nameBytes));
    at += size;
  }
  const directory = Buffer.concat(entries);
  return new Uint8Array(
    Buffer.concat([zip.subarray(0, start), directory, wideEnd(count, start, directory.length)]),
  );
}

function wideEntry(entry: Uint8Array, nameBytes: number): Uint8Array {
  const wide = new Uint8Array(CENTRAL_BYTES + nameBytes + EXTRA_BYTES);
  wide.set(entry.subarray(0, CENTRAL_BYTES + nameBytes));
  const from = new DataView(entry.buffer, entry.byteOffset, entry.byteLength);
  const view = new DataView(wide.buffer);
  const extra = CENTRAL_BYTES + nameBytes;
  view.setUint16(30, EXTRA_BYTES, true);
  view.setUint16(32, 0, true);
  view.setUint16(extra, 1, true);
  view.setUint16(extra + 2, 24, true);
  [24, 20, 42].forEach((field, index) => {
    view.setBigUint64(extra + 4 + 8 * index, BigInt(from.getUint32(field, true)), true);
    view.setUint32(field, 0xffffffff, true);
  });
  return wide;
}

function wideEnd(count: number, start: number, size: number): Uint8Array {
  const bytes = new Uint8Array(56 + 20 + 22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setBigUint64(24, BigInt(count), true);
  view.setBigUint64(32, BigInt(count), true);
  view.setBigUint64(40, BigInt(size), true);
  view.setBigUint64(48, BigInt(start), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(start + size), true);
  view.setUint32(72, 1, true);
  view.setUint32(76, 0x06054b50, true);
  view.setUint16(84, 0xffff, true);
  view.setUint16(86, 0xffff, true);
  view.setUint32(88, 0xffffffff, true);
  view.setUint32(92, 0xffffffff, true);
  return bytes;
}
