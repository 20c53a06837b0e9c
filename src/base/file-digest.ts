import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of a file in hex. Not Web Crypto: a page served over plain HTTP on an intranet has none. */
export function fileDigest(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
