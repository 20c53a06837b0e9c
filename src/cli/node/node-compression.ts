import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { useCompression, type Compression } from '../../hosts/file/packing/compression';
import { faultCode } from '../storing/file-faults';

/** What is handed out at once of a part that is inflated whole. */
const PIECE_BYTES = 256 * 1024;
/** Node allocates no less. */
const LEAST_CHUNK = 64;

/** By the zlib that Node has in it. */
export const NODE_COMPRESSION: Compression = {
  deflate: (bytes) => deflateRawSync(bytes),
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
