import { WorkbookFileError } from '../../../../base/file-fault';
import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32';
import { keepWithin, LIMITS } from './limits';
import { decodeEntryName, type ZipEntry } from './zip-directory';

const LOCAL_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
/** Deflate gives at most 1,032 bytes for one: a piece of this size costs at most 16 MB before it is counted. */
const PIECE_BYTES = 16 * 1024;

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
  let produced = 0;
  let crc = 0;
  const take = (piece: Uint8Array): void => {
    if (piece.length === 0) return;
    produced += piece.length;
    count.bytes += piece.length;
    if (produced > entry.declaredBytes) throw tornEntry(entry);
    keepWithin(LIMITS.partBytes, produced, entry.name);
    keepWithin(LIMITS.totalBytes, count.bytes);
    crc = crc32(piece, crc);
    sink(piece);
  };
  if (entry.method === 'stored') take(data);
  else inflateInto(data, entry, take);
  if (produced !== entry.declaredBytes || crc !== entry.crc) {
    throw tornEntry(entry);
  }
}

function inflateInto(data: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array) => void): void {
  if (entry.method === 'unknown') throw tornEntry(entry);
  if (data.length <= PIECE_BYTES) {
    take(inflateAtOnce(data, entry));
    return;
  }
  const inflate = new Inflate(take);
  try {
    for (let at = 0; at < data.length; at += PIECE_BYTES) {
      inflate.push(data.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= data.length);
    }
  } catch (error) {
    // fflate's own errors: a bad block, a bad distance, an unexpected end.
    if (isDeflateFault(error)) throw tornEntry(entry);
    throw error;
  }
}

/** Without the stream's window, which costs more than most parts; room for one byte more shows a size that lies. */
function inflateAtOnce(data: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    return inflateSync(data, { out: new Uint8Array(entry.declaredBytes + 1) });
  } catch {
    throw tornEntry(entry);
  }
}

function isDeflateFault(error: unknown): boolean {
  return error instanceof Error && typeof (error as { code?: unknown }).code === 'number';
}

/** The data of an entry; its local header must name the same part as the directory. */
function compressedData(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
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
