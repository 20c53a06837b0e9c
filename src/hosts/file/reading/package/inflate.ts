import { WorkbookFileError } from '../../../../base/file-fault';
import { compression } from '../../packing/compression';
import { joined } from '../../packing/joined';
import { keepWithin, LIMITS } from './limits';
import { decodeEntryName, type ZipEntry } from './zip-directory';

const LOCAL_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;

/** Bytes inflated of one file so far, whatever its headers said. */
export interface InflationCount {
  bytes: number;
}

/**
 * Inflates a part piece by piece into `sink`, counting as it goes.
 * @throws WorkbookFileError `file-too-large` at a limit; `file-torn` when the data end early, exceed the size the
 * directory gave, or fail their checksum.
 */
export function inflatePart(
  bytes: Uint8Array,
  entry: ZipEntry,
  count: InflationCount,
  sink: (piece: Uint8Array) => void,
): void {
  const data = compressedData(bytes, entry);
  const { checksum } = compression();
  let produced = 0;
  let crc = 0;
  const take = (piece: Uint8Array): void => {
    if (piece.length === 0) return;
    produced += piece.length;
    count.bytes += piece.length;
    if (produced > entry.declaredBytes) throw tornEntry(entry);
    keepWithin(LIMITS.partBytes, produced, entry.name);
    keepWithin(LIMITS.totalBytes, count.bytes);
    crc = checksum(piece, crc);
    sink(piece);
  };
  if (entry.method === 'stored') take(data);
  else inflateInto(data, entry, count, take);
  if (produced !== entry.declaredBytes || crc !== entry.crc) {
    throw tornEntry(entry);
  }
}

/** The whole content of a part, the same way. @throws WorkbookFileError */
export function inflateWhole(bytes: Uint8Array, entry: ZipEntry, count: InflationCount): Uint8Array {
  const pieces: Uint8Array[] = [];
  inflatePart(bytes, entry, count, (piece) => pieces.push(piece));
  return joined(pieces);
}

/** Counts a part that need not be inflated, since an equal one was. @throws WorkbookFileError `file-too-large` */
export function countPart({ declaredBytes }: ZipEntry, count: InflationCount): void {
  count.bytes += declaredBytes;
  keepWithin(LIMITS.totalBytes, count.bytes);
}

/** No more comes out than the directory said, and what is left of the limit for all parts. */
function inflateInto(
  data: Uint8Array,
  entry: ZipEntry,
  count: InflationCount,
  take: (piece: Uint8Array) => void,
): void {
  if (entry.method === 'unknown') throw tornEntry(entry);
  const left = LIMITS.totalBytes.max - count.bytes;
  const inflated = compression().inflate(data, Math.min(entry.declaredBytes, left), take);
  if (inflated === 'whole') return;
  if (inflated === 'more' && left < entry.declaredBytes)
    keepWithin(LIMITS.totalBytes, LIMITS.totalBytes.max + 1);
  throw tornEntry(entry);
}

/** The packed data of an entry; its local header must name the same part as the directory. */
export function compressedData(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = entry.offset + LOCAL_BYTES <= bytes.length;
  if (!fits || view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE) throw tornEntry(entry);
  const nameAt = entry.offset + LOCAL_BYTES;
  const extraAt = nameAt + view.getUint16(entry.offset + 26, true);
  const start = extraAt + view.getUint16(entry.offset + 28, true);
  const name = decodeEntryName(bytes.subarray(nameAt, extraAt));
  if (name !== entry.name || start + entry.compressedBytes > bytes.length) throw tornEntry(entry);
  return bytes.subarray(start, start + entry.compressedBytes);
}

function tornEntry({ name }: ZipEntry): WorkbookFileError {
  return new WorkbookFileError('file-torn', name);
}
