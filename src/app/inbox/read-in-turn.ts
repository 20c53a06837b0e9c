import type { ReturnFile } from './check-returns';

/**
 * The same files, of which the one read last is held: an archive that is asked for each of its files in turn is fetched once. No more than
 * one is in memory.
 */
export function readInTurn(returned: readonly ReturnFile[]): readonly ReturnFile[] {
  let last: { readonly of: ReturnFile; readonly bytes: Promise<Uint8Array> } | undefined;
  return returned.map((file) => ({
    name: file.name,
    read: () => {
      if (last?.of !== file) last = { of: file, bytes: file.read() };
      return last.bytes;
    },
  }));
}
