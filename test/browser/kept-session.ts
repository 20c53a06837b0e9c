import type { Page } from 'playwright-core';

/** The ledger as the page keeps it: what these tests need of it. */
interface KeptLedger {
  readonly entries: readonly { readonly kind: string; readonly origin?: string; readonly measure?: number }[];
}

/** What the page has kept in the browser's database, read beside it. */
export function keptLedger(page: Page): Promise<KeptLedger | undefined> {
  return page.evaluate(
    () =>
      new Promise<KeptLedger | undefined>((resolve, reject) => {
        const opening = indexedDB.open(`measures-ledger ${new URL('.', document.baseURI).href}`);
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('session').objectStore('session').get('ledger');
          reading.onsuccess = () => resolve(reading.result as KeptLedger | undefined);
        };
      }),
  );
}

/** Waits until a ledger is kept. */
export async function untilKept(page: Page): Promise<void> {
  while ((await keptLedger(page)) === undefined) await page.waitForTimeout(50);
}

/** Gives the kept ledger as many entries as asked for, copies of its last; the page shows them once it is reloaded. */
export async function growLedger(page: Page, entries: number): Promise<void> {
  await page.evaluate(
    (count) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(`measures-ledger ${new URL('.', document.baseURI).href}`);
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('session', 'readwrite');
          const store = transaction.objectStore('session');
          const reading = store.get('ledger');
          reading.onsuccess = () => {
            const ledger = reading.result as { entries: readonly object[] };
            const last = ledger.entries.at(-1);
            const grown = Array.from({ length: count }, (_, index) => ({ ...last, id: index + 1 }));
            store.put({ ...ledger, entries: grown }, 'ledger');
            store.put('填报明细', 'tab');
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    entries,
  );
}
