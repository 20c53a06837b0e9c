import { WorkbookFileError } from '../../base/file-fault';
import { PLAIN_COMPRESSION, type Compression } from '../../hosts/file/packing/compression';
import { compressedData } from '../../hosts/file/reading/package/inflate';
import { readZipDirectory, type ZipEntry } from '../../hosts/file/reading/package/zip-directory';

const FORMAT = 'deflate-raw';
/** Smaller parts are inflated in no time. */
const LEAST_BYTES = 64 * 1024;
/** So much of a file is held at most: four times the largest ledger measured. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Pictures are not read. */
const READ = /\.xml$/iu;

/**
 * A way to inflate that has the large parts of a package already: the browser itself is many times as fast as we are, but does not
 * say when it is done other than in its own time. What it could not inflate, or does not know how to, is inflated as elsewhere.
 * @param most Bytes that are held of a file at most; what is beyond is inflated as elsewhere too.
 */
export async function inflatedAhead(
  bytes: Uint8Array,
  most: number = MOST_BYTES,
): Promise<Compression['inflate']> {
  const ahead = new Map<number, Inflated>();
  let left = most;
  for (const entry of largeEntries(bytes)) {
    if (entry.declaredBytes > left) continue;
    left -= entry.declaredBytes;
    const data = compressedData(bytes, entry);
    const pieces = await inflated(data, entry.declaredBytes).catch(() => undefined);
    if (pieces !== undefined) ahead.set(data.byteOffset, { pieces, bytes: entry.declaredBytes });
  }
  return (data, wanted, take) => {
    const known = data.buffer === bytes.buffer ? ahead.get(data.byteOffset) : undefined;
    if (known === undefined || known.bytes > wanted) return PLAIN_COMPRESSION.inflate(data, wanted, take);
    for (const piece of known.pieces) take(piece);
    return 'whole';
  };
}

interface Inflated {
  readonly pieces: readonly Uint8Array[];
  readonly bytes: number;
}

/** None of a file that is no package: whoever reads it says what it is. */
function largeEntries(bytes: Uint8Array): readonly ZipEntry[] {
  try {
    return [...readZipDirectory(bytes).values()].filter(
      ({ name, method, compressedBytes }) =>
        READ.test(name) && method === 'deflated' && compressedBytes >= LEAST_BYTES,
    );
  } catch (error) {
    if (error instanceof WorkbookFileError) return [];
    throw error;
  }
}

/** @returns `undefined` where there is more or less than the directory says. @throws TypeError by the browser */
async function inflated(data: Uint8Array, declared: number): Promise<readonly Uint8Array[] | undefined> {
  const stream = new Blob([new Uint8Array(data)]).stream().pipeThrough(new DecompressionStream(FORMAT));
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    bytes += next.value.length;
    if (bytes > declared) {
      await reader.cancel();
      return undefined;
    }
  }
  return bytes === declared ? pieces : undefined;
}
