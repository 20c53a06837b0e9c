import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ReturnFile } from '../../app/inbox/check-returns';
import type { KeptSession, Session } from '../session/session';
import type { SessionStore } from '../session/store';
import { downloadFile } from '../session/downloads';
import { checkedFields, strayFile } from './kept-fields';

/**
 * Whether what the clerk does is kept in this browser: it is; the browser does not allow it; its space is used up; another
 * page of the ledger has taken over and this one must not write; a newer build has been here, whose database this one cannot
 * read; or what was kept cannot be read, and stays as it is until the clerk has said what becomes of it.
 */
export type Keeping = 'kept' | 'blocked' | 'full' | 'elsewhere' | 'newer' | 'unreadable';

interface KeptSchema extends DBSchema {
  /** The session field by field, so that a click writes a few bytes and not the ledger; beside it the page that owns it. */
  session: { key: string; value: unknown };
}

type Field = keyof KeptSession;

/** A file as it can be stored: its bytes instead of a way to them. */
interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const STORE = 'session';
const OWNER = 'owner';
const VERSION = 1;

/**
 * Keeps the session in the browser's database after every change, so that a closed page comes back where it was. One page
 * owns it at a time: the one opened or resumed last. Every write checks that in its own transaction, so no page overwrites
 * another, whatever the order. Works without a secure context.
 */
export class SessionKeeper {
  private keeping: Keeping;
  private written: Partial<KeptSession> = {};
  private isWriting = false;
  private isDirty = false;
  private store: SessionStore | null = null;
  /** What was kept and cannot be read. */
  private stray: Readonly<Record<string, unknown>> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly page = `${Date.now()} ${Math.random()}`;
  private readonly channel: BroadcastChannel | null;

  private constructor(
    private database: IDBPDatabase<KeptSchema> | null,
    name: string,
    without: 'blocked' | 'newer' = 'blocked',
  ) {
    this.keeping = database === null ? without : 'kept';
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
    this.channel?.addEventListener('message', ({ data }) => {
      if (data !== this.page && this.database !== null) this.become('elsewhere');
    });
  }

  /** @param place The folder the page is served from: pages of two folders have nothing to do with each other. */
  static async open(place: string): Promise<SessionKeeper> {
    const name = `measures-ledger ${place}`;
    let keeper: SessionKeeper | null = null;
    try {
      const database = await openDB<KeptSchema>(name, VERSION, {
        upgrade: (fresh) => void fresh.createObjectStore(STORE),
        blocking: () => keeper?.giveWay(),
      });
      keeper = new SessionKeeper(database, name);
      return keeper;
    } catch (error) {
      const isNewer = error instanceof DOMException && error.name === 'VersionError';
      return new SessionKeeper(null, name, isNewer ? 'newer' : 'blocked');
    }
  }

  readonly snapshot = (): Keeping => this.keeping;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Whether leaving the page now would lose something. */
  get isBehind(): boolean {
    return this.isWriting || this.isDirty || (this.keeping !== 'kept' && this.keeping !== 'elsewhere');
  }

  /** Makes this page the owner. What was kept, or `null` when there is nothing. */
  async claim(): Promise<KeptSession | null> {
    if (this.database === null) return null;
    try {
      const transaction = this.database.transaction(STORE, 'readwrite');
      const [keys, values] = await Promise.all([
        transaction.store.getAllKeys(),
        transaction.store.getAll(),
        transaction.store.put(this.page, OWNER),
      ]);
      await transaction.done;
      this.channel?.postMessage(this.page);
      this.become('kept');
      const fields = Object.fromEntries(keys.map((key, index) => [key, values[index]]));
      if (fields['ledger'] == null && fields['draft'] == null) return null;
      const { [OWNER]: _owner, ...kept } = fields;
      const checked = checkedFields(kept);
      if (checked === undefined) {
        this.stray = kept;
        this.become('unreadable');
        return null;
      }
      this.written = unpacked(checked);
      return this.written as KeptSession;
    } catch {
      this.become('blocked');
      return null;
    }
  }

  /** Follows the session from here on; until the function returned is called. */
  readonly watch = (store: SessionStore): (() => void) => {
    this.store = store;
    return store.subscribe(() => void this.write());
  };

  /** This page takes over the session and continues from what the other page kept. */
  async resume(): Promise<void> {
    const kept = await this.claim();
    if (kept !== null) this.store?.dispatch({ kind: 'restored', kept });
  }

  /** What cannot be read, as a download: whoever looks after the product may get the work out of it. */
  saveStray(name: string): void {
    if (this.stray !== null) downloadFile(name, strayFile(this.stray));
  }

  /** Forgets what cannot be read; from here on this page is kept. */
  async dropStray(): Promise<void> {
    if (this.database === null || this.stray === null) return;
    try {
      const transaction = this.database.transaction(STORE, 'readwrite');
      await Promise.all([
        transaction.store.clear(),
        transaction.store.put(this.page, OWNER),
        transaction.done,
      ]);
      this.stray = null;
      this.become('kept');
      await this.write();
    } catch {
      this.become('blocked');
    }
  }

  /** A page of a newer build waits for the database; while this one has it open, that page would wait for ever. */
  private giveWay(): void {
    this.database?.close();
    this.database = null;
    this.become('newer');
  }

  private become(state: Keeping): void {
    if (state === this.keeping) return;
    this.keeping = state;
    for (const listener of this.listeners) listener();
  }

  /** One write at a time; what changed meanwhile goes with the next. */
  private async write(): Promise<void> {
    this.isDirty = true;
    if (this.isWriting || this.database === null) return;
    this.isWriting = true;
    while (this.isDirty && this.keeping !== 'elsewhere' && this.stray === null && this.store !== null) {
      if (this.database === null) break;
      this.isDirty = false;
      await this.writeChanges(this.database, this.store.snapshot());
    }
    this.isWriting = false;
  }

  private async writeChanges(database: IDBPDatabase<KeptSchema>, session: Session): Promise<void> {
    const {
      work: _work,
      notice: _notice,
      repairs: _repairs,
      lettersOut: _letters,
      leaving: _leaving,
      ...kept
    } = session;
    const changed = (Object.keys(kept) as Field[]).filter((field) => kept[field] !== this.written[field]);
    const isEmpty = kept.ledger === null && kept.draft === null;
    const wasEmpty = (this.written.ledger ?? null) === null && (this.written.draft ?? null) === null;
    if (changed.length === 0 || (isEmpty && wasEmpty)) return;
    try {
      const values = await Promise.all(changed.map((field) => packed(field, kept[field])));
      const transaction = database.transaction(STORE, 'readwrite');
      if ((await transaction.store.get(OWNER)) !== this.page) {
        this.become('elsewhere');
        return;
      }
      await Promise.all([
        ...changed.map((field, index) => transaction.store.put(values[index], field)),
        transaction.done,
      ]);
      this.written = kept;
      if (this.keeping !== 'elsewhere') this.become('kept');
    } catch (error) {
      if (this.database === null) return;
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.become(isFull ? 'full' : 'blocked');
    }
  }
}

/** Fields that hold ways to files, which cannot be stored. */
const FILE_FIELDS = ['sampleReturns', 'returned'] as const satisfies readonly Field[];

async function packed(field: Field, value: KeptSession[Field]): Promise<unknown> {
  if (!FILE_FIELDS.some((one) => one === field)) return value;
  const files = await Promise.all((value as readonly ReturnFile[]).map(packedFile));
  return files.flat();
}

/** A picked file that was moved or deleted since is left out: what its check came to is kept all the same. */
async function packedFile({ name, read }: ReturnFile): Promise<readonly PackedFile[]> {
  try {
    return [{ name, bytes: await read() }];
  } catch {
    return [];
  }
}

function unpacked(kept: Readonly<Record<string, unknown>>): Partial<KeptSession> {
  const files = FILE_FIELDS.map((field) => [field, unpackedFiles(kept[field])]);
  return { ...kept, ...Object.fromEntries(files) };
}

function unpackedFiles(packedFiles: unknown): readonly ReturnFile[] {
  const files = (packedFiles ?? []) as readonly PackedFile[];
  return files.map(({ name, bytes }) => ({ name, read: () => Promise.resolve(bytes) }));
}
