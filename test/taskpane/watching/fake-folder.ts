import type { FolderHandle } from '../../../src/taskpane/watching/named-folder';

interface FakeFile {
  readonly text: string | Uint8Array<ArrayBuffer>;
  readonly lastModified: number;
  readonly isLocked?: boolean;
}

/** A folder as a browser would hand it over, in which files are saved, changed and locked, and which can go and be forbidden. */
export class FakeFolder implements FolderHandle {
  readonly kind = 'directory';
  permission: PermissionState = 'granted';
  /** What the clerk answers when asked. */
  answer: PermissionState = 'granted';
  isGone = false;
  private readonly inside = new Map<string, FakeFile | FakeFolder>();

  constructor(readonly name: string) {}

  save(name: string, text: FakeFile['text'], rest: Partial<FakeFile> = {}): void {
    this.inside.set(name, { text, lastModified: 1, ...rest });
  }

  folder(name: string): FakeFolder {
    const made = new FakeFolder(name);
    this.inside.set(name, made);
    return made;
  }

  async *values() {
    await Promise.resolve();
    if (this.isGone) throw new DOMException('', 'NotFoundError');
    for (const [name, inner] of this.inside)
      yield inner instanceof FakeFolder ? inner : fileHandle(name, inner);
  }

  queryPermission(): Promise<PermissionState> {
    return Promise.resolve(this.permission);
  }

  requestPermission(): Promise<PermissionState> {
    this.permission = this.answer;
    return Promise.resolve(this.answer);
  }
}

function fileHandle(name: string, { text, lastModified, isLocked = false }: FakeFile) {
  const file = new File([text], name, { lastModified });
  const locked = () => Promise.reject(new DOMException('', 'NotReadableError'));
  if (isLocked) Object.assign(file, { arrayBuffer: locked });
  return { kind: 'file' as const, name, getFile: () => Promise.resolve(file) };
}
