import type { LeftOut } from './folder-walk';
import type { PickedFile } from './session';

export interface DroppedFiles {
  /** Those dropped as such first, then those of folders by their path; of two with one name each bears its path. */
  readonly files: readonly PickedFile[];
  /** Whether folders were among what was dropped. */
  readonly hasFolder: boolean;
  /** `null` when everything is read. */
  readonly leftOut: LeftOut | null;
}

/**
 * What a hand dropped: files as they are, of folders the files of the kinds asked for. Files that programs and systems lay
 * beside those of people (`~$…`, `.…`, Thumbs.db) are passed over without a word.
 * @param kinds Extensions, as the `accept` attribute has them; a file dropped as such may be of any.
 */
export async function droppedFiles(transfer: DataTransfer, kinds: string): Promise<DroppedFiles> {
  // All of it at once: it is gone when the browser has told of the drop.
  const { own, folders } = partsOf(transfer);
  const { FolderWalk, droppedFolder } = await import('./folder-walk');
  const walk = new FolderWalk(new Set(kinds.split(',')));
  for (const folder of folders) await walk.into(droppedFolder(folder), 1);
  const found = walk.found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of [...own, ...found.map(({ file }) => file)])
    (once.has(name) ? twice : once).add(name);
  return {
    files: [
      ...own,
      ...found.map(({ file, path }) => ({
        name: twice.has(file.name) ? path : file.name,
        arrayBuffer: () => file.arrayBuffer(),
      })),
    ],
    hasFolder: folders.length > 0,
    leftOut: walk.leftOut,
  };
}

/** A browser that knows no entries gives a folder as a file that cannot be read. */
function partsOf({ items }: DataTransfer) {
  const own: File[] = [];
  const folders: FileSystemDirectoryEntry[] = [];
  for (const item of [...items].filter(({ kind }) => kind === 'file')) {
    const entry = (item as Partial<DataTransferItem>).webkitGetAsEntry?.call(item);
    const file = item.getAsFile();
    if (entry?.isDirectory === true) folders.push(entry as FileSystemDirectoryEntry);
    else if (file !== null) own.push(file);
  }
  return { own, folders };
}
