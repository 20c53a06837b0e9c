import type { SheetBlueprint } from '../../../../base/blueprint';
import type { WorkbookDifference } from '../../../../base/workbook-difference';
import { openBook, type Book } from '../../grafting/book';
import { graftInto } from '../../grafting/graft-sheets';
import type { SheetOutline } from '../../grafting/workbook-outline';
import { writeWorkbook } from '../../writing/write-xlsx';
import { BookValues } from '../charts/book-values';
import { withoutSlicers } from '../../slicers/add-slicers';
import { sourceSheets } from './source-sheets';

/** Draws whole tabs: new ones where the order has them, others in place of those of their names. @throws RangeError */
export async function drawTabs(
  book: Book,
  sheets: readonly SheetBlueprint[],
  { order }: WorkbookDifference,
): Promise<void> {
  if (sheets.length === 0) return;
  if (book.outline.date1904)
    throw new RangeError('Sheets cannot go into a workbook whose dates count from 1904');
  const sources = sourceSheets(book, sheets, new BookValues(book));
  const fresh = openBook(
    await writeWorkbook({
      sheets: [...withoutSlicers(sheets), ...sources],
      names: [],
      title: '',
      activeSheet: '',
    }),
  );
  const drawn = new Set(sheets.map(({ name }) => name));
  const outline = { ...fresh.outline, sheets: fresh.outline.sheets.filter(({ name }) => drawn.has(name)) };
  graftInto(book, { ...fresh, outline }, (added, kept) => inOrder(book.outline.sheets, added, kept, order));
}

/** Behind the nearest one before it in the order; a tab that was there keeps its place. */
function inOrder(
  before: readonly SheetOutline[],
  added: readonly SheetOutline[],
  kept: readonly SheetOutline[],
  order: readonly string[],
): readonly SheetOutline[] {
  const key = ({ name }: SheetOutline): string => name.toLowerCase();
  const news = new Map(added.map((sheet) => [key(sheet), sheet]));
  const sheets = before.flatMap((sheet) => {
    const instead = news.get(key(sheet));
    news.delete(key(sheet));
    return instead ?? kept.find((other) => key(other) === key(sheet)) ?? [];
  });
  const ranks = order.map((name) => name.toLowerCase());
  for (const sheet of added) {
    if (!news.has(key(sheet))) continue;
    const earlier = new Set(ranks.slice(0, Math.max(0, ranks.indexOf(key(sheet)))));
    const at = ranks.includes(key(sheet))
      ? sheets.findLastIndex((other) => earlier.has(key(other)))
      : sheets.length - 1;
    sheets.splice(at + 1, 0, sheet);
  }
  return sheets;
}
