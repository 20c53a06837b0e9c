import type { HandedIn } from '../../app/inbox/inbox';
import type { ReturnFile } from '../../app/inbox/check-returns';

/** A file as it can be stored: its bytes instead of a way to them. */
interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was handed in, by its digest. */
export interface FiledBytes {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** So many files are read at a time. */
const READ_AT_ONCE = 16;

/** Files as they can be stored; one that cannot be read any more is left out. */
export async function packedFiles(files: readonly ReturnFile[]): Promise<readonly PackedFile[]> {
  return (await Promise.all(files.map(packedFile))).flat();
}

/** A picked file that was moved or deleted since is left out: what its check came to is kept all the same. */
async function packedFile({ name, read }: ReturnFile): Promise<readonly PackedFile[]> {
  try {
    return [{ name, bytes: await read() }];
  } catch {
    return [];
  }
}

/** The bytes of those files that can be read. */
export async function bytesOf(files: readonly HandedIn[]): Promise<readonly FiledBytes[]> {
  const found: FiledBytes[] = [];
  for (let at = 0; at < files.length; at += READ_AT_ONCE) {
    const some = await Promise.all(files.slice(at, at + READ_AT_ONCE).map(filedBytes));
    found.push(...some.flat());
  }
  return found;
}

async function filedBytes({ sha256, read }: HandedIn): Promise<readonly FiledBytes[]> {
  try {
    return [{ sha256, bytes: await read() }];
  } catch {
    return [];
  }
}

/** The files that were stored. */
export function unpackedFiles(packedFiles: unknown): readonly ReturnFile[] {
  const files = (packedFiles ?? []) as readonly PackedFile[];
  return files.map(({ name, bytes }) => ({ name, read: () => Promise.resolve(bytes) }));
}
