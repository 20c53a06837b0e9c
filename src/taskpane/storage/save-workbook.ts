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

/** Somebody else has written the file since it was last saved from here; nothing was written. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError';
  constructor(readonly file: string) {
    super(file);
  }
}

/**
 * Saves a workbook: over the known file if that may be written, else where the clerk says, else (no File System Access, as in
 * Firefox or over plain http) as a download. The bytes are there before the dialogue: a file that the clerk names in it is
 * emptied by the browser at once, and must not stay empty because the bytes could not be made.
 * @throws Cancelled when the clerk closes the dialogue; FileChangedError
 */
export const saveWorkbook: SaveWorkbook = async (name, known, bytes) => {
  const { showSaveFilePicker } = window as SaveDialogue;
  if (showSaveFilePicker === undefined) return downloaded(name, await bytes());
  const isKnown = known !== null && (await mayWrite(known.handle));
  if (isKnown) await assertUnchanged(known);
  const made = await bytes();
  if (isKnown) {
    await assertUnchanged(known);
    return saved(known.handle, made);
  }
  const asked = showSaveFilePicker.call(window, {
    id: 'measures-ledger',
    suggestedName: name,
    types: [{ accept: { [XLSX]: ['.xlsx'] } }],
  });
  const handle = await asked.catch(notAsked);
  return handle === undefined ? downloaded(name, made) : saved(handle, made);
};

function downloaded(name: string, made: Uint8Array): Saved {
  downloadFile(name, made);
  return { name, file: null };
}

async function saved(handle: FileSystemFileHandle, made: Uint8Array): Promise<Saved> {
  await overwrite(handle, made);
  return { name: handle.name, file: { handle, lastModified: (await handle.getFile()).lastModified } };
}

/** The clerk is asked while the click that wanted it saved still counts. */
async function mayWrite(handle: FileSystemFileHandle): Promise<boolean> {
  try {
    const permission = await (handle as AskedHandle).requestPermission?.({ mode: 'readwrite' });
    // A file that moved is not found.
    await handle.getFile();
    return permission === 'granted';
  } catch {
    return false;
  }
}

async function assertUnchanged({ handle, lastModified }: SavedFile): Promise<void> {
  if ((await handle.getFile()).lastModified !== lastModified) throw new FileChangedError(handle.name);
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

/** A workbook so large that the click counts no more by the time its bytes are there is downloaded. */
function notAsked(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'AbortError') throw new Cancelled();
  if (error instanceof DOMException && error.name === 'SecurityError') return undefined;
  throw error;
}
