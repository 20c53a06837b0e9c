import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import type { Inbox } from '../../app/inbox/inbox';
import { WorkbookFileError } from '../../base/file-fault';
import type { KeptSession, Session } from '../session/session';
import type { SessionStore } from '../session/store';
import { isLoadFault } from '../load-fault';
import { nextTask } from '../session/clock';
import { downloadFile } from '../session/downloads';
import { bytesOf, packedFiles, unpackedFiles } from './kept-files';
import { fieldsOf, joinedFields, KeptPieces, type PieceKey } from './kept-pieces';

/**
 * Whether what the clerk does is kept in this browser: it is; the browser does not allow it; its space is used up; another
 * page of the ledger has taken over and this one must not write; a newer build has been here, whose database this one cannot
 * read; or what was kept cannot be read, and stays as it is until the clerk has said what becomes of it.
 */
export type Keeping = 'kept' | 'blocked' | 'full' | 'elsewhere' | 'newer' | 'unreadable';

interface KeptSchema extends DBSchema {
  /**
   * The session field by field and its long lists in pieces, so that a click writes a few bytes and not the ledger; beside it the page
   * that owns it.
   */
  session: { key: string | PieceKey; value: unknown };
  /** The bytes of what was handed in, each by its digest: written once, read when they are looked into. */
  files: { key: string; value: Uint8Array };
}

type Field = keyof KeptSession;
type WritableStore = IDBPObjectStore<KeptSchema, (typeof STORE | typeof FILES)[], typeof STORE, 'readwrite'>;

const STORE = 'session';
const FILES = 'files';
const OWNER = 'owner';
/** 1: one store. 2: the bytes of the inbox lie in a store of their own. 3: long lists lie in pieces. */
const VERSION = 3;
/** What earlier builds kept in place of the inbox. */
const FORMER = ['returned', 'checked', 'checkedInPlace', 'chosen'] as const;

/**
 * Keeps the session in the browser's database after every change, so that a closed page comes back where it was. One page
 * owns it at a time: the one opened or resumed last. Every write checks that in its own transaction, so no page overwrites
 * another, whatever the order. Works without a secure context.
 */
export class SessionKeeper {
  private keeping: Keeping;
  private written: Partial<KeptSession> = {};
  private readonly pieces = new KeptPieces();
  /** Digests of the files whose bytes are kept. */
  private filed: ReadonlySet<string> = new Set();
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
        upgrade: (fresh, from) => {
          if (from < 1) fresh.createObjectStore(STORE);
          if (from < 2) fresh.createObjectStore(FILES);
        },
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

  /**
   * Makes this page the owner. What was kept, or `null` when there is nothing.
   * Rejects with the loader's error, and changes nothing of what is kept, when the program that reads it does not come.
   */
  async claim(): Promise<KeptSession | null> {
    if (this.database === null) return null;
    try {
      const hasMore = (await this.database.getAllKeys(STORE)).some((key) => key !== OWNER);
      const parts = hasMore ? await keptFields() : null;
      const transaction = this.database.transaction([STORE, FILES], 'readwrite');
      const session = transaction.objectStore(STORE);
      const [keys, values, filed] = await Promise.all([
        session.getAllKeys(),
        session.getAll(),
        transaction.objectStore(FILES).getAllKeys(),
        session.put(this.page, OWNER),
      ]);
      await transaction.done;
      this.filed = new Set(filed);
      this.channel?.postMessage(this.page);
      this.become('kept');
      const stored = fieldsOf(keys, values);
      const fields = joinedFields(keys, values, stored);
      if (fields['ledger'] == null && fields['draft'] == null) return null;
      // Another page has kept something in between.
      if (parts === null) return await this.claim();
      const { [OWNER]: _owner, ...kept } = fields;
      const checked = parts.checkedFields(kept);
      if (checked === undefined) {
        this.stray = kept;
        this.become('unreadable');
        return null;
      }
      const read = this.unpacked(checked);
      // An inbox that lies as an earlier build kept it is written anew with the first change.
      const { inbox: _inbox, ...others } = read;
      this.written = 'inbox' in kept ? read : others;
      for (const field of Object.keys(read) as Field[])
        this.pieces.noteRead(field, stored[field], read[field]);
      return read;
    } catch (error) {
      if (isLoadFault(error)) throw error;
      this.become('blocked');
      return null;
    }
  }

  /** Follows the session from here on; until the function returned is called. */
  readonly watch = (store: SessionStore): (() => void) => {
    this.store = store;
    return store.subscribe(() => void this.write());
  };

  /** This page takes over the session and continues from what the other page kept. Rejects as `claim` does. */
  async resume(): Promise<void> {
    const kept = await this.claim();
    if (kept !== null) this.store?.dispatch({ kind: 'restored', kept });
  }

  /** What cannot be read, as a download: whoever looks after the product may get the work out of it. */
  async saveStray(name: string): Promise<void> {
    if (this.stray === null) return;
    const { strayFile } = await keptFields();
    downloadFile(name, strayFile(this.stray));
  }

  /** Forgets what cannot be read; from here on this page is kept. */
  async dropStray(): Promise<void> {
    if (this.database === null || this.stray === null) return;
    try {
      const transaction = this.database.transaction([STORE, FILES], 'readwrite');
      const session = transaction.objectStore(STORE);
      await Promise.all([
        session.clear(),
        session.put(this.page, OWNER),
        transaction.objectStore(FILES).clear(),
        transaction.done,
      ]);
      this.filed = new Set();
      this.pieces.forget();
      this.stray = null;
      this.become('kept');
      await this.write();
    } catch {
      this.become('blocked');
    }
  }

  private unpacked(kept: Readonly<Record<string, unknown>>): KeptSession {
    const inbox = kept['inbox'] as Inbox;
    const handedIn = inbox.handedIn.map((file) => ({ ...file, read: this.readerOf(file) }));
    const sampleReturns = unpackedFiles(kept['sampleReturns']);
    return { ...kept, sampleReturns, inbox: { ...inbox, handedIn } } as unknown as KeptSession;
  }

  /** The bytes as an earlier build kept them, else those filed; they are read when they are wanted. */
  private readerOf({ sha256, bytes }: { readonly sha256: string; readonly bytes?: Uint8Array }) {
    return async (): Promise<Uint8Array> => {
      const filed = bytes ?? (await this.database?.get(FILES, sha256));
      if (filed === undefined) throw new WorkbookFileError('file-unreadable');
      return filed;
    };
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
      // What the clerk has done is drawn first.
      await nextTask();
      await this.writeChanges(this.database, this.store.snapshot());
    }
    this.isWriting = false;
  }

  private async putField(store: WritableStore, field: Field, kept: unknown): Promise<void> {
    const { value, puts, drops } = this.pieces.write(field, kept);
    await store.put(value, field);
    for (const [key, piece] of puts) await store.put(piece, key);
    for (const key of drops) await store.delete(key);
  }

  private async writeChanges(database: IDBPDatabase<KeptSchema>, session: Session): Promise<void> {
    const { work: _work, notice: _notice, repairs: _repairs, leaving: _leaving, ...kept } = session;
    const changed = (Object.keys(kept) as Field[]).filter((field) => kept[field] !== this.written[field]);
    const isEmpty = kept.ledger === null && kept.draft === null;
    const wasEmpty = (this.written.ledger ?? null) === null && (this.written.draft ?? null) === null;
    if (changed.length === 0 || (isEmpty && wasEmpty)) return;
    const hasInbox = changed.includes('inbox');
    try {
      const sampleReturns = changed.includes('sampleReturns') ? await packedFiles(kept.sampleReturns) : [];
      const wanted = new Map(kept.inbox.handedIn.map((file) => [file.sha256, file]));
      const added = await bytesOf([...wanted.values()].filter(({ sha256 }) => !this.filed.has(sha256)));
      const removed = [...this.filed].filter((sha256) => !wanted.has(sha256));
      const transaction = database.transaction([STORE, FILES], 'readwrite');
      const store = transaction.objectStore(STORE);
      const files = transaction.objectStore(FILES);
      if ((await store.get(OWNER)) !== this.page) {
        this.become('elsewhere');
        return;
      }
      // One after another, so that the page hears the clerk in between.
      for (const field of changed) {
        await this.putField(store, field, field === 'sampleReturns' ? sampleReturns : kept[field]);
      }
      if (hasInbox) await Promise.all(FORMER.map((field) => store.delete(field)));
      for (const { bytes, sha256 } of added) await files.put(bytes, sha256);
      await Promise.all([...removed.map((sha256) => files.delete(sha256)), transaction.done]);
      for (const field of changed) this.pieces.noteKept(field, kept[field]);
      this.filed = new Set(wanted.keys());
      this.written = kept;
      if (this.keeping !== 'elsewhere') this.become('kept');
    } catch (error) {
      if (this.database === null) return;
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.become(isFull ? 'full' : 'blocked');
    }
  }
}

/** What reads and checks a kept session: a browser that has kept nothing does not load it. */
function keptFields() {
  return import(/* webpackChunkName: "kept-fields" */ './kept-fields');
}
