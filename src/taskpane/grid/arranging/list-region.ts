import { FIRST_ROW } from '../../../sheets/tab-builder';
import { LEDGER, type LedgerColumn } from '../../../sheets/tabs/ledger-tab';
import { TAB } from '../../../sheets/words';
import type { ShownTab } from '../shown-tab';

/** A list that can be filtered and sorted: the row of its heads, the rows under it, its columns. */
export interface ListRegion {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
}

/** Where Excel has ▾: in the heads of a tab's table, else of the filter in the clerk's file; `undefined` where it has none. */
export function listRegion(tab: ShownTab): ListRegion | undefined {
  const { sheet, looks } = tab;
  const [table] = sheet.tables;
  const range = table?.range ?? sheet.autoFilter;
  if (range === undefined) {
    const own = looks?.filter;
    if (own === undefined) return undefined;
    const last = Math.min(own.bottom, tab.rowCount);
    return { head: own.top, first: own.top + 1, last, left: own.left, right: own.right };
  }
  const { top, bottom, left, right } = range;
  let [last, from, to] = [0, Number.POSITIVE_INFINITY, 0];
  for (let row = top + 1; row <= bottom; row += 1)
    last = Math.max(last, tab.shown({ row, column: left }).row);
  for (let column = left; column <= right; column += 1) {
    const at = tab.shown({ row: top + 1, column }).column;
    [from, to] = [Math.min(from, at), Math.max(to, at)];
  }
  const head = tab.shown({ row: top, column: left }).row;
  return { head, first: head + 1, last, left: from, right: to };
}

/** Between the units that one cell names: each of them is a value of its own. */
const BETWEEN_UNITS = '、';

/** The values of a cell that a filter tells apart; what is empty is the empty text. */
export function filterValues(tab: ShownTab, row: number, column: number): readonly string[] {
  const text = tab.text(row, column).trim();
  return column === ledgerColumn(tab, 'unit') ? text.split(BETWEEN_UNITS) : [text];
}

/** Where a column of 台账 is shown; `undefined` on another tab. */
export function ledgerColumn(tab: ShownTab, key: LedgerColumn): number | undefined {
  if (tab.sheet.name !== TAB.ledger) return undefined;
  return tab.shown({ row: FIRST_ROW, column: LEDGER.at(key) }).column;
}
