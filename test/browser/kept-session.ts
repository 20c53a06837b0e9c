import type { Page } from 'playwright-core';

/** The ledger as the page keeps it: what these tests need of it. */
interface KeptLedger {
  readonly entries: readonly { readonly kind: string; readonly origin?: string; readonly measure?: number }[];
}

/** A field of the session as the page keeps it in the browser's database, read beside it. */
function keptField(page: Page, field: string): Promise<unknown> {
  return page.evaluate(
    (key) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open(`measures-ledger ${new URL('.', document.baseURI).href}`);
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('session').objectStore('session').get(key);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    field,
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
