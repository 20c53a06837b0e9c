import { compression, packedAside, type PackedBytes } from './compression';

/** One file of a zip. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface ZipSettings {
  /** Local, as zips have it; the same in every file, so that the same parts give the same bytes. */
  readonly day: { readonly year: number; readonly month: number; readonly day: number };
  /** Whether the files are packed already, and packing them again would gain nothing. */
  readonly stored?: boolean;
}

const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** Of the format: 2.0, which has deflate. */
const VERSION = 20;
const NAME_IS_UTF_8 = 0x0800;
const METHOD = { stored: 0, deflated: 8 } as const;
const FIRST_YEAR = 1980;

interface Packed {
  readonly name: Uint8Array;
  readonly data: Uint8Array;
  readonly flags: number;
  readonly crc: number;
  readonly bytes: number;
}

/** On this day every part of a package was made: the same fields everywhere, whatever the clock and the zone. */
export const PACKAGE_DAY: ZipSettings['day'] = { year: 2016, month: 1, day: 1 };

/** A zip of files in their order; names keep their Chinese characters (flagged UTF-8). */
export function writeZip(files: Iterable<ZipFile>, { day, stored = false }: ZipSettings): Uint8Array {
  const { deflate, checksum } = compression();
  const packed: Packed[] = [];
  for (const file of files) {
    const data = stored ? file.bytes : deflate(file.bytes);
    packed.push(described(file, { data, crc: checksum(file.bytes, 0) }));
  }
  return laidOut(packed, day, stored ? METHOD.stored : METHOD.deflated);
}

/** The same zip of files that are made one after another: each is packed while the next is made, where the platform can. */
export async function writeZipAside(
  files: Iterable<ZipFile>,
  { day }: Pick<ZipSettings, 'day'>,
): Promise<Uint8Array> {
  const waiting: Promise<Packed>[] = [];
  for (const file of files) {
    waiting.push(packedAside(file.bytes).then((bytes) => described(file, bytes)));
  }
  return laidOut(await Promise.all(waiting), day, METHOD.deflated);
}

function described({ name, bytes }: ZipFile, { data, crc }: PackedBytes): Packed {
  const encoded = new TextEncoder().encode(name);
  const flags = encoded.length === name.length ? 0 : NAME_IS_UTF_8;
  return { name: encoded, data, flags, crc, bytes: bytes.length };
}

function laidOut(packed: readonly Packed[], day: ZipSettings['day'], method: number): Uint8Array {
  const offset = packed.reduce((sum, { name, data }) => sum + LOCAL_BYTES + name.length + data.length, 0);
  const directory = packed.reduce((sum, { name }) => sum + CENTRAL_BYTES + name.length, 0);
  const zip = new Uint8Array(offset + directory + END_BYTES);
  const view = new DataView(zip.buffer);
  const date = ((day.year - FIRST_YEAR) << 9) | (day.month << 5) | day.day;
  /** What both headers of a file say, in the same order. */
  const describe = (at: number, { name, data, flags, crc, bytes }: Packed): void => {
    view.setUint16(at, VERSION, true);
    view.setUint16(at + 2, flags, true);
    view.setUint16(at + 4, method, true);
    view.setUint16(at + 8, date, true);
    view.setUint32(at + 10, crc, true);
    view.setUint32(at + 14, data.length, true);
    view.setUint32(at + 18, bytes, true);
    view.setUint16(at + 22, name.length, true);
  };
  let at = offset;
  let local = 0;
  for (const file of packed) {
    const { name, data } = file;
    view.setUint32(local, SIGNATURE.local, true);
    describe(local + 4, file);
    zip.set(name, local + LOCAL_BYTES);
    zip.set(data, local + LOCAL_BYTES + name.length);
    view.setUint32(at, SIGNATURE.central, true);
    view.setUint16(at + 4, VERSION, true);
    describe(at + 6, file);
    view.setUint32(at + 42, local, true);
    zip.set(name, at + CENTRAL_BYTES);
    at += CENTRAL_BYTES + name.length;
    local += LOCAL_BYTES + name.length + data.length;
  }
  view.setUint32(at, SIGNATURE.end, true);
  view.setUint16(at + 8, packed.length, true);
  view.setUint16(at + 10, packed.length, true);
  view.setUint32(at + 12, directory, true);
  view.setUint32(at + 16, offset, true);
  return zip;
}
