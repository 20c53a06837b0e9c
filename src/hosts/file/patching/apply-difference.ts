import type { ChangedTab, WorkbookDifference } from '../../../base/workbook-difference';
import { openBook, type Book } from '../grafting/book';
import { graftStyles } from '../grafting/graft-styles';
import { toTransitional } from '../grafting/transitional';
import { CellLooks } from './cells/style-twins';
import { workbookOutline } from '../grafting/workbook-outline';
import { patchPivots } from './charts/patch-pivots';
import { drawTabs } from './drawn/graft-tabs';
import { redrawnTab } from './drawn/redrawn-tab';
import { BookValues } from './charts/book-values';
import { patchTab, patchTabCharts } from './patch-tab';
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
  const opened = openBook(bytes);
  toTransitional(opened.parts, opened.main);
  const drawn = difference.tabs.flatMap((tab) => (tab.kind === 'draw' ? [tab.sheet] : []));
  const redrawn = new Map(drawn.map((sheet) => [sheet, redrawnTab(opened, sheet)]));
  const changed = difference.tabs.flatMap((tab) =>
    tab.kind === 'change' ? [tab] : (redrawn.get(tab.sheet) ?? []),
  );
  for (const { sheet } of changed) {
    if (sheetPartOf(opened, sheet) === undefined) throw new RangeError(`No sheet named ${sheet}`);
  }
  insertAll(opened, changed);
  const scratch = await writeScratch(changed);
  const merged = scratch === undefined ? undefined : graftStyles(opened, scratch.book);
  const looks = new CellLooks(opened);
  const wardrobe = { looks, scratch, merged };
  for (const tab of changed) patchTab(opened, tab, wardrobe);
  looks.save();
  await drawTabs(
    opened,
    drawn.filter((sheet) => redrawn.get(sheet) === undefined),
    difference,
  );
  const book = { ...opened, outline: workbookOutline(opened.parts.text(opened.main)) };
  const values = new BookValues(book);
  for (const tab of changed) {
    patchTabCharts(book, tab, values, wardrobe);
    const missing = patchPivots(book, tab);
    if (missing.length > 0)
      throw new RangeError(`Pivots can only come with their tab: ${missing.join(', ')}`);
  }
  settleWorkbook(book, difference, changed);
  return book.parts.toBytes();
}

function insertAll(book: Book, tabs: readonly ChangedTab[]): void {
  const insertions = tabs.filter(({ insertedRows }) => insertedRows.length > 0);
  if (insertions.length > 0)
    insertRows(book, new Map(insertions.map(({ sheet, insertedRows }) => [sheet, insertedRows])));
}
