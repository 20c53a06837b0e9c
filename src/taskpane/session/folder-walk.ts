import { isLitter } from '../../base/litter';

/** A folder dropped counts as the first level. */
export const MOST_LEVELS = 5;
/** Of folders so many files and folders are looked at, whatever they are: somebody may drop a whole disk. */
export const MOST_SEEN = 5_000;

/** What of dropped folders is not read. */
export interface LeftOut {
  /** Files of kinds that are not asked for here. */
  readonly otherKind: number;
  /** Folders that lie too deep. */
  readonly tooDeep: number;
  /** Files and folders the system did not let us look at. */
  readonly refused: number;
  /** There was more than is looked at. */
  readonly isCut: boolean;
}

/** A file in a folder, however the browser gives it. */
interface WalkedFile {
  readonly name: string;
  readonly file: () => Promise<File>;
}

/** A folder, dropped or named. Listing it ends with an error where the system does not let us look. */
export interface WalkedFolder {
  readonly name: string;
  readonly list: () => AsyncIterable<WalkedFile | WalkedFolder>;
}

interface FoundFile {
  readonly file: File;
  /** From the folder walked through on, without a slash in front. */
  readonly path: string;
}

/** Goes through folders; it loads with the first of them. */
export class FolderWalk {
  readonly found: FoundFile[] = [];
  private seen = 0;
  private otherKind = 0;
  private tooDeep = 0;
  private refused = 0;
  private isCut = false;

  constructor(private readonly kinds: ReadonlySet<string>) {}

  get leftOut(): LeftOut | null {
    const { otherKind, tooDeep, refused, isCut } = this;
    const isWhole = otherKind + tooDeep + refused === 0 && !isCut;
    return isWhole ? null : { otherKind, tooDeep, refused, isCut };
  }

  async into(folder: WalkedFolder, level: number, above = ''): Promise<void> {
    const path = `${above}${folder.name}/`;
    try {
      for await (const inner of folder.list()) {
        this.isCut ||= this.seen === MOST_SEEN;
        if (this.isCut) return;
        this.seen += 1;
        await this.take(inner, level, path);
      }
    } catch {
      this.refused += 1;
    }
  }

  private async take(inner: WalkedFile | WalkedFolder, level: number, path: string): Promise<void> {
    if (isLitter(inner.name)) return;
    if ('list' in inner) {
      if (level < MOST_LEVELS) await this.into(inner, level + 1, path);
      else this.tooDeep += 1;
      return;
    }
    if (!this.kinds.has(/\.[^.]*$/.exec(inner.name)?.[0].toLowerCase() ?? '')) {
      this.otherKind += 1;
      return;
    }
    const file = await inner.file().catch(() => undefined);
    if (file === undefined) this.refused += 1;
    else this.found.push({ file, path: path + inner.name });
  }
}

/** A folder that was dropped, as it is walked through. Its reader gives a hundred entries at a time; only when it gives none has it given all. */
export function droppedFolder(folder: FileSystemDirectoryEntry): WalkedFolder {
  return {
    name: folder.name,
    async *list() {
      const reader = folder.createReader();
      for (;;) {
        const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
          reader.readEntries(resolve, reject),
        );
        if (some.length === 0) return;
        for (const entry of some)
          yield entry.isDirectory
            ? droppedFolder(entry as FileSystemDirectoryEntry)
            : { name: entry.name, file: () => fileOf(entry as FileSystemFileEntry) };
      }
    },
  };
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
