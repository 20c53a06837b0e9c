import { deflateSync, Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32';

/** What became of deflated data: all came out, there is more than was wanted, or they are damaged or end early. */
export type Inflated = 'whole' | 'more' | 'torn';

/** Bytes as a zip holds them. */
export interface PackedBytes {
  /** Raw deflate data. */
  readonly data: Uint8Array;
  /** CRC-32 of what they were. */
  readonly crc: number;
}

/** How the parts of a package are packed and unpacked; the platform's own way is many times as fast as ours. */
export interface Compression {
  /** As raw deflate data. */
  deflate(bytes: Uint8Array): Uint8Array;
  /** The same with the checksum, while the caller goes on with something else where the platform can. */
  packAside(bytes: Uint8Array): Promise<PackedBytes>;
  /**
   * Hands out what raw deflate data hold, in pieces. However little the data are, hardly more comes out than `most` bytes and
   * what one piece of `PIECE_BYTES` can hold.
   */
  inflate(data: Uint8Array, most: number, take: (piece: Uint8Array) => void): Inflated;
  /** CRC-32, going on from that of what came before. */
  checksum(bytes: Uint8Array, before: number): number;
}

/** Deflate gives at most 1,032 bytes for one: a piece of this size costs at most 16 MB before it is counted. */
const PIECE_BYTES = 16 * 1024;
const LEVEL = 6;

/** In plain JavaScript, which runs everywhere. */
export const PLAIN_COMPRESSION: Compression = {
  deflate: deflated,
  packAside: (bytes) => Promise.resolve({ data: deflated(bytes), crc: crc32(bytes) }),
  inflate: (data, most, take) =>
    data.length <= PIECE_BYTES ? inflateAtOnce(data, most, take) : inflateInPieces(data, most, take),
  checksum: crc32,
};

function deflated(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: LEVEL });
}

let chosen = PLAIN_COMPRESSION;

/** The one to be used from now on. */
export function useCompression(compression: Compression): void {
  chosen = compression;
}

/** The one in use. */
export function compression(): Compression {
  return chosen;
}

const begun = new WeakMap<Uint8Array, Promise<PackedBytes>>();

/** Begins to pack what will be asked for, as far as nothing takes its place until then. */
export function packSoon(bytes: Uint8Array): void {
  const packed = chosen.packAside(bytes);
  // Who asks for it hears of a fault; until then nobody has to.
  packed.catch(() => undefined);
  begun.set(bytes, packed);
}

/** Packs bytes by the one in use, unless that has begun. */
export function packedAside(bytes: Uint8Array): Promise<PackedBytes> {
  return begun.get(bytes) ?? chosen.packAside(bytes);
}

/** Without the stream's window, which costs more than most parts; room for one byte more shows that there is more. */
function inflateAtOnce(data: Uint8Array, most: number, take: (piece: Uint8Array) => void): Inflated {
  // Of no data at all the library would give back the room it was lent.
  if (data.length === 0) return 'torn';
  let whole: Uint8Array;
  try {
    whole = inflateSync(data, { out: new Uint8Array(most + 1) });
  } catch {
    return 'torn';
  }
  if (whole.length > most) return 'more';
  take(whole);
  return 'whole';
}

/** Thrown to get out of the library's stream. */
class MoreThanWanted extends Error {}

function inflateInPieces(data: Uint8Array, most: number, take: (piece: Uint8Array) => void): Inflated {
  let produced = 0;
  const inflate = new Inflate((piece) => {
    produced += piece.length;
    if (produced > most) throw new MoreThanWanted();
    take(piece);
  });
  try {
    for (let at = 0; at < data.length; at += PIECE_BYTES) {
      inflate.push(data.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= data.length);
    }
    return 'whole';
  } catch (error) {
    if (error instanceof MoreThanWanted) return 'more';
    // fflate's own errors: a bad block, a bad distance, an unexpected end.
    if (isDeflateFault(error)) return 'torn';
    throw error;
  }
}

function isDeflateFault(error: unknown): boolean {
  return error instanceof Error && typeof (error as { code?: unknown }).code === 'number';
}
