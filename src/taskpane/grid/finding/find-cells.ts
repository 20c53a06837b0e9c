import { plainForms } from '../../../base/clean-text';
import type { ShownTab } from '../shown-tab';

/** A cell in which something was found, by the row of its sheet. */
export interface Hit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A tab to be searched, with its rows as they are shown. */
export interface SearchedTab {
  readonly tab: ShownTab;
  readonly rows: readonly number[];
}

/** Far more than anybody goes through. */
export const MOST_HITS = 10_000;
/** So long the page may be kept from drawing, in ms. */
const SLICE = 12;

/** As one finds by it: capital or small, full or half width. */
function folded(text: string): string {
  return plainForms(text).toLowerCase();
}

/**
 * Finds a text in all rows of tabs, tab by tab from the first row on, whether drawn or not. Gives the page its turn in between.
 * @param wait Until the page had its turn. @param elapsed The time, in ms.
 */
export async function* findCells(
  tabs: Iterable<SearchedTab>,
  sought: string,
  { wait, elapsed }: { readonly wait: () => Promise<void>; readonly elapsed: () => number },
): AsyncGenerator<readonly Hit[]> {
  const needle = folded(sought.trim());
  if (needle === '') return;
  let found = 0;
  let hits: Hit[] = [];
  let since = elapsed();
  for (const { tab, rows } of tabs) {
    const columns = shownColumns(tab);
    for (const row of rows) {
      for (const column of columns) {
        if (found < MOST_HITS && holds(tab, row, column, needle)) {
          hits.push({ sheet: tab.sheet.name, row, column });
          found += 1;
        }
      }
      if (elapsed() - since < SLICE) continue;
      if (hits.length > 0) yield hits;
      hits = [];
      await wait();
      since = elapsed();
    }
  }
  if (hits.length > 0) yield hits;
}

function shownColumns(tab: ShownTab): readonly number[] {
  return Array.from({ length: tab.lastColumn }, (_, index) => index + 1).filter(
    (at) => !tab.isHiddenColumn(at),
  );
}

function holds(tab: ShownTab, row: number, column: number, needle: string): boolean {
  if (tab.content(row, column) === null) return false;
  const merge = tab.mergeAt(row, column);
  if (merge !== undefined && (merge.top !== row || merge.left !== column)) return false;
  return folded(tab.text(row, column)).includes(needle);
}

/** The place among hits of the first at or after a cell, as one reads; the first of all behind the last. */
export function hitFrom(hits: readonly Hit[], order: ReadonlyMap<number, number>, from: Hit): number {
  const at = hits.findIndex(
    ({ sheet, row, column }) =>
      sheet === from.sheet &&
      ((order.get(row) ?? 0) > (order.get(from.row) ?? 0) || (row === from.row && column >= from.column)),
  );
  return Math.max(0, at);
}
