import type { ChangedTab, WorkbookDifference } from '../../../base/workbook-difference';
import { openBook, type Book } from '../grafting/book';
import { graftStyles } from '../grafting/graft-styles';
import { toTransitional } from '../grafting/transitional';
import { CellLooks } from './cells/cell-looks';
import { changeTab } from './change-tab';
import { insertRows } from './inserting/insert-rows';
import { writeScratch } from './scratch-workbook';
import { sheetPartOf } from './worksheet-part';
import { settleWorkbook } from './settle-workbook';

/**
 * Changes in a workbook what a difference names; everything else stays byte for byte.
 * @throws WorkbookFileError when a part is torn; RangeError when a tab to change is not there, or what comes new cannot be.
 */
export async function applyDifference(
  bytes: Uint8Array,
  difference: WorkbookDifference,
): Promise<Uint8Array> {
  const book = openBook(bytes);
  toTransitional(book.parts, book.main);
  const changed = difference.tabs.filter((tab): tab is ChangedTab => tab.kind === 'change');
  for (const { sheet } of changed) {
    if (sheetPartOf(book, sheet) === undefined) throw new RangeError(`No sheet named ${sheet}`);
  }
  insertAll(book, changed);
  const scratch = await writeScratch(changed);
  const merged = scratch === undefined ? undefined : graftStyles(book, scratch.book);
  const looks = new CellLooks(book);
  for (const tab of changed) changeTab(book, tab, { looks, scratch, merged });
  looks.save();
  settleWorkbook(book, difference);
  return book.parts.toBytes();
}

function insertAll(book: Book, tabs: readonly ChangedTab[]): void {
  const insertions = tabs.filter(({ insertedRows }) => insertedRows.length > 0);
  if (insertions.length > 0)
    insertRows(book, new Map(insertions.map(({ sheet, insertedRows }) => [sheet, insertedRows])));
}
