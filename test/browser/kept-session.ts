import type { Page } from 'playwright-core';

/** The ledger as the page keeps it: what these tests need of it. */
interface KeptLedger {
  readonly entries: readonly { readonly kind: string; readonly origin?: string; readonly measure?: number }[];
}

/** The inbox as the page keeps it: what these tests need of it. */
interface KeptInbox {
  readonly items: readonly unknown[];
}

/** A field of the session as the page keeps it in the browser's database, read beside it, its long lists put together. */
function keptField(page: Page, field: string): Promise<unknown> {
  return page.evaluate(
    (asked) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open(`measures-ledger ${new URL('.', document.baseURI).href}`);
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const store = opening.result.transaction('session').objectStore('session');
          const [reading, keys, pieces] = [
            store.get(asked),
            store.getAllKeys(IDBKeyRange.bound([asked], [asked, []])),
            store.getAll(IDBKeyRange.bound([asked], [asked, []])),
          ];
          pieces.onsuccess = () => {
            opening.result.close();
            const found: unknown = reading.result;
            if (typeof found !== 'object' || found === null || Array.isArray(found)) {
              resolve(found);
              return;
            }
            const names = keys.result.map((key) => (key as string[])[1]);
            const whole = Object.entries(found).map(([name, value]: [string, unknown]) => {
              const isInPieces = typeof value === 'object' && value !== null && 'pieces' in value;
              return [name, isInPieces ? pieces.result.filter((_, at) => names[at] === name).flat() : value];
            });
            resolve(Object.fromEntries(whole));
          };
        };
      }),
    field,
  );
}

/** Puts a value in place of what the page keeps of a field, and shows nothing of it until the page is loaded anew. */
export function putIntoKept(page: Page, field: string, value: unknown): Promise<void> {
  return page.evaluate(
    ([key, put]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(`measures-ledger ${new URL('.', document.baseURI).href}`);
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('session', 'readwrite');
          transaction.objectStore('session').put(put, key);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [field, value] as const,
  );
}

/** Opens the pages' database as another build would, in a version of its own, and closes it again. */
export function openDatabase(page: Page, version: number): Promise<void> {
  return page.evaluate(
    (asked) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(`measures-ledger ${new URL('.', document.baseURI).href}`, asked);
        opening.onerror = () => reject(new Error('not opened'));
        opening.onblocked = () => reject(new Error('another page keeps the database open'));
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    version,
  );
}

export async function keptLedger(page: Page): Promise<KeptLedger | undefined> {
  return (await keptField(page, 'ledger')) as KeptLedger | undefined;
}

/** Waits until a field of the session is kept and not empty. */
export async function untilKept(page: Page, field: string): Promise<void> {
  const isEmpty = (value: unknown) =>
    value === undefined || value === null || (Array.isArray(value) ? value.length === 0 : value === '');
  while (isEmpty(await keptField(page, field))) await page.waitForTimeout(50);
}

/** Waits until a field of the session is kept with these words somewhere in it. */
export async function untilKeptText(page: Page, field: string, words: string): Promise<void> {
  while (!JSON.stringify((await keptField(page, field)) ?? null).includes(words))
    await page.waitForTimeout(50);
}

/** Waits until so many files are kept in the inbox, and the bytes of what was handed in. */
export async function untilInbox(page: Page, files: number): Promise<void> {
  for (;;) {
    const inbox = (await keptField(page, 'inbox')) as KeptInbox | undefined;
    if (inbox?.items.length === files) return;
    await page.waitForTimeout(50);
  }
}

/** Waits until the kept ledger has so many entries. */
export async function untilEntries(page: Page, entries: number): Promise<void> {
  while ((await keptLedger(page))?.entries.length !== entries) await page.waitForTimeout(50);
}

/** Gives the kept ledger as many entries as asked for, copies of its last; the page shows them once it is reloaded. */
export async function growLedger(page: Page, entries: number): Promise<void> {
  const ledger = await keptLedger(page);
  const last = ledger?.entries.at(-1);
  const grown = Array.from({ length: entries }, (_, index) => ({ ...last, id: index + 1 }));
  await putIntoKept(page, 'ledger', { ...ledger, entries: grown });
  await putIntoKept(page, 'tab', '填报明细');
}

/** Runs in the page: copies what one database keeps into another, emptied before. Without a name nothing is copied. */
async function copyKept([from, to]: readonly [string | null, string]): Promise<void> {
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });
  const stores = ['session', 'files'];
  const opened = (name: string) => {
    const opening = indexedDB.open(name, 3);
    opening.onupgradeneeded = () => {
      for (const store of stores) opening.result.createObjectStore(store);
    };
    return done(opening);
  };
  const target = await opened(to);
  const source = from === null ? null : await opened(from);
  for (const name of stores) {
    await done(target.transaction(name, 'readwrite').objectStore(name).clear());
    if (source === null) continue;
    const stored = source.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([done(stored.getAllKeys()), done(stored.getAll())]);
    const store = target.transaction(name, 'readwrite').objectStore(name);
    await Promise.all(values.map((value, index) => done(store.put(value, keys[index]))));
  }
  source?.close();
  target.close();
}

function databaseOf(page: Page): string {
  return `measures-ledger ${new URL('/', page.url()).href}`;
}

/** Keeps what the page keeps under another name too. */
export function keepAs(page: Page, name: string): Promise<void> {
  return page.evaluate(copyKept, [databaseOf(page), name] as const);
}

/** Makes it what the next page of this origin finds kept, and nothing of any page before; without a name the next page finds nothing. */
export async function putBack(page: Page, name: string | null): Promise<void> {
  await page.evaluate(() => localStorage.clear());
  await page.evaluate(copyKept, [name, databaseOf(page)] as const);
}
