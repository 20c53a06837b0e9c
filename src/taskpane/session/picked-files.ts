import { PAPER_EXTENSIONS, RETURN_EXTENSIONS } from '../../app/inbox/file-kinds';
import { WorkbookFileError } from '../../base/file-fault';
import type { PickedFile } from './session';

/** @throws WorkbookFileError for a file that was moved since it was picked, is open in a program that lets nobody read it, or is not ours to read */
export async function bytesOfPicked(file: PickedFile): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new WorkbookFileError('file-unreadable');
  }
}

export function isUnreadable(error: unknown): boolean {
  return error instanceof WorkbookFileError && error.code === 'file-unreadable';
}

/** What units are known to send, as the `accept` attribute has it; what cannot be read is answered with what to do, so anything may be picked. */
export const RETURN_KINDS = [...RETURN_EXTENSIONS, ...PAPER_EXTENSIONS].join(',');

/** Files picked or dropped, as returns. */
export function returnFilesOf(files: readonly PickedFile[]) {
  return files.map((file) => ({ name: file.name, read: () => bytesOfPicked(file) }));
}
