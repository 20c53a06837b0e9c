import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A ledger file of the clerk's that this browser can open again. */
export interface RecentLedger {
  readonly name: string;
  readonly handle: FileSystemFileHandle;
  /** When it was last opened or saved, in local time to the minute. */
  readonly at: string;
}

interface RecentSchema extends DBSchema {
  ledgers: { key: number; value: RecentLedger };
}

const MOST = 5;

/**
 * The ledger files last opened or saved, where the browser gives a way back to a file. They stand in a database of their own, since they
 * outlive every session; the browser asks the clerk again before one of them is read.
 */
export class RecentLedgers {
  /** @param place The folder the page is served from. */
  constructor(private readonly place: string) {}

  /** The latest first; none where the browser keeps nothing. */
  async list(): Promise<readonly RecentLedger[]> {
    return this.within(async (database) => (await database.getAll('ledgers')).reverse(), []);
  }

  /** Puts a file in front; it stands in the list once. */
  async remember(ledger: RecentLedger): Promise<void> {
    await this.within(async (database) => {
      const [keys, known] = await Promise.all([database.getAllKeys('ledgers'), database.getAll('ledgers')]);
      const same = await Promise.all(known.map(({ handle }) => handle.isSameEntry(ledger.handle)));
      const others = keys.filter((_key, at) => same[at] === false);
      const dropped = keys.filter((key) => !others.slice(1 - MOST).includes(key));
      const { store, done } = database.transaction('ledgers', 'readwrite');
      await Promise.all([...dropped.map((key) => store.delete(key)), store.add(ledger), done]);
    }, undefined);
  }

  /** A browser that keeps nothing shows no list; that is no fault of what the clerk is at. */
  private async within<Result>(
    work: (database: IDBPDatabase<RecentSchema>) => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> {
    try {
      const database = await openDB<RecentSchema>(`measures-ledger recent ${this.place}`, 1, {
        upgrade: (fresh) => fresh.createObjectStore('ledgers', { autoIncrement: true }),
      });
      try {
        return await work(database);
      } finally {
        database.close();
      }
    } catch {
      return otherwise;
    }
  }
}
