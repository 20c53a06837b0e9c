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

interface FoundFile {
  readonly file: File;
  /** From the folder dropped on, without a slash in front. */
  readonly path: string;
}

/** Goes through folders; it loads with the first drop. */
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

  /** The reader gives a hundred entries at a time; only when it gives none has it given all. */
  async into(folder: FileSystemDirectoryEntry, level: number): Promise<void> {
    const reader = folder.createReader();
    for (;;) {
      const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      ).catch(() => undefined);
      if (some === undefined) this.refused += 1;
      if (some === undefined || some.length === 0) return;
      for (const entry of some) {
        this.isCut ||= this.seen === MOST_SEEN;
        if (this.isCut) return;
        this.seen += 1;
        await this.take(entry, level);
      }
    }
  }

  private async take(entry: FileSystemEntry, level: number): Promise<void> {
    if (isLitter(entry.name)) return;
    if (entry.isDirectory) {
      if (level < MOST_LEVELS) await this.into(entry as FileSystemDirectoryEntry, level + 1);
      else this.tooDeep += 1;
      return;
    }
    if (!this.kinds.has(/\.[^.]*$/.exec(entry.name)?.[0].toLowerCase() ?? '')) {
      this.otherKind += 1;
      return;
    }
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    ).catch(() => undefined);
    if (file === undefined) this.refused += 1;
    else this.found.push({ file, path: entry.fullPath.replace(/^\//, '') });
  }
}
