import type { ArrivedFile, FileKind } from '../../app/inbox/inbox';
import type { LeftOut } from '../session/folder-walk';
import { RETURN_KINDS } from '../session/picked-files';
import type { Desk } from '../session/desk';
import { namedFolder, type FolderHandle } from './named-folder';

/** How it stands with the folder: it is looked into; the browser wants the clerk to allow that once more; it is not there. */
type WatchState = 'watching' | 'asleep' | 'gone';

/** What is seen of the watching. */
export interface Watching {
  readonly state: WatchState;
  /** What it last brought in, and when. */
  readonly last: { readonly at: string; readonly files: number } | null;
  /** What it brought in that is no return, by name. */
  readonly strays: Strays;
  readonly leftOut: LeftOut | null;
}

/** Ledgers and plans: somebody may have saved them there by mistake, or for the clerk to open. */
type Strays = Readonly<Record<'ledger' | 'plan', readonly string[]>>;

const AWAKE: Watching = { state: 'watching', last: null, strays: { ledger: [], plan: [] }, leftOut: null };

/** A file of the folder, told from an earlier one of its name by size and time. */
interface Seen {
  readonly key: string;
  readonly path: string;
  readonly file: File;
}

/**
 * 指定收件文件夹: what is saved into a folder of the clerk's comes into the inbox. The session has the folder and what of it was taken up, so
 * that both outlive the page; a file is taken once two looks have found it the same, since it may still be being written.
 */
export class FolderWatch {
  private watching = AWAKE;
  private isLooking = false;
  /** What the look before found new. */
  private before: ReadonlySet<string> = new Set();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly desk: Desk) {}

  readonly snapshot = (): Watching => this.watching;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Whether the clerk can name a folder here. */
  get isOffered(): boolean {
    return this.desk.world.nameFolder !== null;
  }

  /** The clerk names the folder. */
  readonly name = () =>
    this.desk.store.step('pane.fault.folder', async () => {
      const handle = await this.desk.world.nameFolder?.().catch(noneNamed);
      if (handle === undefined) return null;
      this.before = new Set();
      this.become(AWAKE);
      this.desk.store.dispatch({ kind: 'watched', watched: { handle, seen: [] } });
      return null;
    });

  /** The clerk allows it once more. */
  readonly wake = async (): Promise<void> => {
    const { watched } = this.desk.store.snapshot();
    const allowed = await watched?.handle.requestPermission({ mode: 'read' }).catch(() => 'denied');
    if (allowed === 'granted') await this.look();
  };

  readonly stop = (): void => this.desk.store.dispatch({ kind: 'watched', watched: null });

  /** Looks into the folder once and takes up what is new. Gives whether something is still to be looked at again soon. */
  readonly look = async (): Promise<boolean> => {
    const { watched, ledger, work } = this.desk.store.snapshot();
    const isElsewhere = this.desk.world.keeper?.snapshot() === 'elsewhere';
    if (watched === null || ledger === null || work !== null || isElsewhere || this.isLooking) return false;
    this.isLooking = true;
    try {
      return await this.lookInto(watched.handle, new Set(watched.seen));
    } finally {
      this.isLooking = false;
    }
  };

  private async lookInto(handle: FolderHandle, known: ReadonlySet<string>): Promise<boolean> {
    const state = await stateOf(handle);
    if (state !== 'watching') {
      this.become({ ...this.watching, state });
      return false;
    }
    const { found, leftOut } = await filesIn(handle);
    const fresh = found.filter(({ key }) => !known.has(key));
    const settled = fresh.filter(({ key }) => this.before.has(key));
    this.before = new Set(fresh.map(({ key }) => key));
    const taken = await this.take(settled, handle);
    const last =
      taken.length > 0 ? { at: this.desk.world.minute(), files: taken.length } : this.watching.last;
    const { ledger, plan } = this.watching.strays;
    const strays = {
      ledger: [...ledger, ...namesOf(taken, 'ledger')],
      plan: [...plan, ...namesOf(taken, 'plan')],
    };
    this.become({ state, last, strays, leftOut });
    return fresh.length > settled.length;
  }

  /** A file that cannot be read now is tried again with the next look. */
  private async take(settled: readonly Seen[], handle: FolderHandle): Promise<readonly ArrivedFile[]> {
    const read = await Promise.all(
      settled.map(async ({ key, path, file }) => {
        const bytes = await file.arrayBuffer().catch(() => undefined);
        const isNamedTwice = settled.some((one) => one.path !== path && one.file.name === file.name);
        const name = isNamedTwice ? path : file.name;
        return bytes === undefined ? [] : [{ key, name, read: () => Promise.resolve(new Uint8Array(bytes)) }];
      }),
    );
    const files = read.flat();
    if (files.length === 0) return [];
    const { Taking } = await import('../session/commands/taking');
    const came = await new Taking(this.desk, () => Promise.resolve()).takeAside(files);
    const { watched } = this.desk.store.snapshot();
    if (came === undefined || watched?.handle !== handle) return [];
    const seen = [...watched.seen, ...files.map(({ key }) => key)];
    this.desk.store.dispatch({ kind: 'watched', watched: { handle, seen } });
    return came;
  }

  private become(watching: Watching): void {
    if (JSON.stringify(watching) === JSON.stringify(this.watching)) return;
    this.watching = watching;
    for (const listener of this.listeners) listener();
  }
}

function namesOf(taken: readonly ArrivedFile[], wanted: FileKind): readonly string[] {
  return taken.filter(({ kind }) => kind === wanted).map(({ checked }) => checked.file);
}

/** The clerk closed the dialogue. */
function noneNamed(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'AbortError') return undefined;
  throw error;
}

/** The folder itself is looked at first: of what lies in it some may be refused. */
async function stateOf(handle: FolderHandle): Promise<WatchState> {
  try {
    if ((await handle.queryPermission({ mode: 'read' })) !== 'granted') return 'asleep';
    for await (const _first of handle.values()) break;
    return 'watching';
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'asleep' : 'gone';
  }
}

async function filesIn(handle: FolderHandle) {
  const { FolderWalk } = await import('../session/folder-walk');
  const walk = new FolderWalk(new Set(RETURN_KINDS.split(',')));
  await walk.into(namedFolder(handle), 1);
  const found = walk.found.map(({ file, path }): Seen => ({
    key: `${path}\n${file.size}\n${file.lastModified}`,
    path,
    file,
  }));
  return { found, leftOut: walk.leftOut };
}
