import type { PickedFile } from '../session/session';

interface OpenDialogue {
  showOpenFilePicker?: (options: {
    readonly id: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<readonly [FileSystemFileHandle]>;
}

interface AskedHandle {
  requestPermission?: (options: { readonly mode: 'read' }) => Promise<PermissionState>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Has the clerk pick a ledger in the browser's own dialogue, which leaves a way back to the file: it can be saved to and listed.
 * `null` where the browser has no such dialogue. The file is `null` when the clerk closes it.
 */
export function ledgerDialogue(): (() => Promise<PickedFile | null>) | null {
  const { showOpenFilePicker } = globalThis as OpenDialogue;
  if (showOpenFilePicker === undefined) return null;
  return async () => {
    const options = { id: 'measures-ledger', types: [{ accept: { [XLSX]: ['.xlsx'] } }] };
    try {
      const [handle] = await showOpenFilePicker.call(globalThis, options);
      return await fileOf(handle);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return null;
      throw error;
    }
  };
}

/** The file as it is on the disk. A file that may not be read, or is gone, says so when its bytes are wanted. */
export async function fileOf(handle: FileSystemFileHandle): Promise<PickedFile> {
  await (handle as AskedHandle).requestPermission?.({ mode: 'read' }).catch(() => undefined);
  const file = await handle.getFile().catch(() => null);
  if (file === null) return { name: handle.name, arrayBuffer: () => Promise.reject(new Error('not read')) };
  const { lastModified } = file;
  return { name: handle.name, arrayBuffer: () => file.arrayBuffer(), saved: { handle, lastModified } };
}
