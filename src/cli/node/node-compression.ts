import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { useCompression, type Compression } from '../../hosts/file/packing/compression';
import { faultCode } from '../storing/file-faults';

/** What is handed out at once of a part that is inflated whole. */
const PIECE_BYTES = 256 * 1024;
/** Node allocates no less. */
const LEAST_CHUNK = 64;

/** Parts of workbooks deflate to a tenth or so; less than this is more than enough room for them. */
const ROOM = 0.25;
const LEAST_ROOM = 64 * 1024;

const deflateOnThread = promisify<Uint8Array, ZlibOptions, Uint8Array>(deflateRaw);

/** By the zlib that Node has in it. */
export const NODE_COMPRESSION: Compression = {
  deflate: (bytes) => deflateRawSync(bytes),
  // A thread stops where its room is full and goes on when this one has a moment: it is given room for all.
  packAside: async (bytes) => ({
    data: await deflateOnThread(bytes, { chunkSize: LEAST_ROOM + Math.ceil(bytes.length * ROOM) }),
    crc: crc32(bytes),
  }),
  inflate: (data, most, take) => {
    let whole: Uint8Array;
    try {
      // One byte more than wanted is room enough to see that there is more, and then it stops.
      const chunkSize = Math.max(most + 1, LEAST_CHUNK);
      whole = inflateRawSync(data, { maxOutputLength: Math.max(most, 1), chunkSize });
    } catch (error) {
      return faultCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'more' : 'torn';
    }
    if (whole.length > most) return 'more';
    for (let at = 0; at < whole.length; at += PIECE_BYTES) take(whole.subarray(at, at + PIECE_BYTES));
    return 'whole';
  },
  checksum: (bytes, before) => crc32(bytes, before),
};

/** For the command and each of its threads. */
export function useNodeCompression(): void {
  useCompression(NODE_COMPRESSION);
}
