/* global IDBKeyRange, document, indexedDB */
/**
 * Gives the ledger that the page keeps other entries, each like its last one but for what is said of it, and forgets the file it came from.
 * @param entries Of each entry, what is its own; `report` likewise.
 * @param tab Put in front, where one is named.
 */
export function keepEntries(page, entries, tab) {
  return page.evaluate(
    ({ own, front }) =>
      new Promise((resolve) => {
        const opening = indexedDB.open(`measures-ledger ${new URL('.', document.baseURI).href}`);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('session', 'readwrite');
          const store = transaction.objectStore('session');
          const reading = store.get('ledger');
          // A ledger's entries lie in pieces beside it; one that lies whole is read as such.
          const pieces = store.getAll(IDBKeyRange.bound(['ledger', 'entries'], ['ledger', 'entries', []]));
          pieces.onsuccess = () => {
            const last = pieces.result.flat().at(-1);
            const kept = own.map(({ report, ...rest }, at) => ({
              ...last,
              ...rest,
              id: at + 1,
              report: { ...last.report, ...report },
            }));
            store.put({ ...reading.result, entries: kept }, 'ledger');
            store.delete('source');
            if (front !== undefined) store.put(front, 'tab');
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { own: entries, front: tab },
  );
}
