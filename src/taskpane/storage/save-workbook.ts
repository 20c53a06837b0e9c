import { downloadFile } from '../session/downloads';
import type { SavedFile } from '../session/session';
import { Cancelled } from '../session/store';

/** Where a workbook went: into a file on the disk, or to the browser as a download. */
export interface Saved {
  readonly name: string;
  readonly file: SavedFile | null;
}

export type SaveWorkbook = (
  name: string,
  known: SavedFile | null,
  bytes: () => Promise<Uint8Array>,
) => Promise<Saved>;

interface SaveDialogue {
  showSaveFilePicker?: (options: {
    readonly id: string;
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<FileSystemFileHandle>;
}

interface AskedHandle {
  requestPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Saves a workbook: over the known file if that may be written and nobody changed it since, else where the clerk says, else
 * (no File System Access, as in Firefox or over plain http) as a download. The place is asked for before the bytes are
 * made, while the click that asked for it still counts.
 * @throws Cancelled when the clerk closes the dialogue.
 */
export const saveWorkbook: SaveWorkbook = async (name, known, bytes) => {
  const { showSaveFilePicker } = window as SaveDialogue;
  if (showSaveFilePicker === undefined) {
    downloadFile(name, await bytes());
    return { name, file: null };
  }
  const handle =
    known !== null && (await canOverwrite(known))
      ? known.handle
      : await showSaveFilePicker
          .call(window, {
            id: 'measures-ledger',
            suggestedName: name,
            types: [{ accept: { [XLSX]: ['.xlsx'] } }],
          })
          .catch(cancelled);
  await overwrite(handle, await bytes());
  return { name: handle.name, file: { handle, lastModified: (await handle.getFile()).lastModified } };
};

/** A file that moved, or that someone else wrote since, is asked about again. */
async function canOverwrite({ handle, lastModified }: SavedFile): Promise<boolean> {
  try {
    const permission = await (handle as AskedHandle).requestPermission?.({ mode: 'readwrite' });
    return permission === 'granted' && (await handle.getFile()).lastModified === lastModified;
  } catch {
    return false;
  }
}

/** Whole or not at all: the browser swaps the file in only when the stream is closed. */
async function overwrite(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const stream = await handle.createWritable();
  try {
    await stream.write(new Uint8Array(bytes));
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
}

function cancelled(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw new Cancelled();
  throw error;
}
