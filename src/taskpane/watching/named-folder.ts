import type { WalkedFolder } from '../session/folder-walk';

interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
}

interface Mode {
  readonly mode: 'read';
}

/** A folder that the clerk named, as far as it is used here: TypeScript does not know all of it. */
export interface FolderHandle {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<FileHandle | FolderHandle>;
  queryPermission(mode: Mode): Promise<PermissionState>;
  requestPermission(mode: Mode): Promise<PermissionState>;
}

/** The folder that is watched for what is saved into it. */
export interface WatchedFolder {
  readonly handle: FolderHandle;
  /** What of it has been taken up, by path, size and time: what the clerk took out of the inbox stays out. */
  readonly seen: readonly string[];
}

interface FolderDialogue {
  showDirectoryPicker?: (options: Mode & { readonly id: string }) => Promise<FolderHandle>;
}

/** Has the clerk name a folder; `null` where the browser cannot. */
export function folderDialogue(): (() => Promise<FolderHandle>) | null {
  const { showDirectoryPicker } = globalThis as FolderDialogue;
  return showDirectoryPicker === undefined
    ? null
    : () => showDirectoryPicker.call(globalThis, { id: 'measures-inbox', mode: 'read' });
}

/** The folder as it is walked through. */
export function namedFolder(handle: FolderHandle): WalkedFolder {
  return {
    name: handle.name,
    async *list() {
      for await (const inner of handle.values())
        yield inner.kind === 'directory'
          ? namedFolder(inner)
          : { name: inner.name, file: () => inner.getFile() };
    },
  };
}
