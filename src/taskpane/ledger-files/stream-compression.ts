import { PLAIN_COMPRESSION, type PackedBytes } from '../../hosts/file/packing/compression';

/** It is raw deflate data between a head and a foot, which has the checksum (RFC 1952). */
const FORMAT = 'gzip';
const HEAD_BYTES = 10;
const FOOT_BYTES = 8;
/** What is handed to the stream at once. */
const PIECE_BYTES = 1024 * 1024;

/** Packs bytes by the browser itself, which is several times as fast; as elsewhere where it does not know how. */
export async function packedByStream(bytes: Uint8Array): Promise<PackedBytes> {
  if (!knowsHow()) return PLAIN_COMPRESSION.packAside(bytes);
  const zipped = await streamed(bytes, new CompressionStream(FORMAT));
  const foot = zipped.length - FOOT_BYTES;
  return {
    data: zipped.subarray(HEAD_BYTES, foot),
    crc: new DataView(zipped.buffer).getUint32(foot, true),
  };
}

/** Safari before 16.4 has no such streams. */
function knowsHow(): boolean {
  return typeof CompressionStream !== 'undefined';
}

async function streamed(bytes: Uint8Array, { readable, writable }: CompressionStream): Promise<Uint8Array> {
  const writer = writable.getWriter();
  const written = (async () => {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES)
      await writer.write(new Uint8Array(bytes.subarray(at, at + PIECE_BYTES)));
    await writer.close();
  })();
  const [out] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(out);
}
