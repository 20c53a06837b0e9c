import type { SheetBlueprint } from '../../../../base/blueprint';
import type { WorkbookDifference } from '../../../../base/workbook-difference';
import { isCellError } from '../../../../base/raw-sheet';
import { openBook, type Book } from '../../grafting/book';
import { graftInto } from '../../grafting/graft-sheets';
import type { SheetOutline } from '../../grafting/workbook-outline';
import { writeWorkbook } from '../../writing/write-xlsx';
import { BookValues } from '../charts/book-values';
import { parseCellRange } from '../../reading/xlsx/references';
import { XmlElement } from '../xml/xml-element';

/** Draws whole tabs: new ones where the order has them, others in place of those of their names. @throws RangeError */
export async function drawTabs(
  book: Book,
  sheets: readonly SheetBlueprint[],
  { order }: WorkbookDifference,
): Promise<void> {
  if (sheets.length === 0) return;
  if (book.outline.date1904)
    throw new RangeError('Sheets cannot go into a workbook whose dates count from 1904');
  const sources = sourceSheets(book, sheets);
  const fresh = openBook(
    await writeWorkbook({ sheets: [...sheets, ...sources], names: [], title: '', activeSheet: '' }),
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

/** Tables that pivots of the new tabs read and that stand elsewhere, on sheets that are not taken over. */
function sourceSheets(book: Book, sheets: readonly SheetBlueprint[]): readonly SheetBlueprint[] {
  const own = new Set(sheets.flatMap(({ tables }) => tables.map(({ name }) => name)));
  const wanted = new Set(sheets.flatMap(({ pivots }) => pivots.map(({ sourceTable }) => sourceTable)));
  const values = new BookValues(book);
  const { parts } = book;
  return [...wanted].flatMap((name, index) => {
    if (own.has(name)) return [];
    for (const { name: sheet, relationship } of book.outline.sheets) {
      const part = parts.relationships(book.main).find(({ id }) => id === relationship)?.target ?? '';
      for (const { type, target } of parts.relationships(part)) {
        if (type !== 'table' || !parts.has(target)) continue;
        const table = XmlElement.parse(target, parts.text(target));
        const range = parseCellRange(table.attribute('ref') ?? '');
        if (range === undefined || table.attribute('displayName') !== name) continue;
        const bottom = range.bottom - Number(table.attribute('totalsRowCount') ?? 0);
        const cells = values
          .range(sheet, { ...range, bottom })
          .map((row) => row.map((value) => (value === undefined || isCellError(value) ? null : value)));
        return [sourceSheet(`_source${index}`, name, cells)];
      }
    }
    return [];
  });
}

function sourceSheet(name: string, table: string, cells: SheetBlueprint['cells']): SheetBlueprint {
  const range = { top: 1, left: 1, bottom: cells.length, right: cells[0]?.length ?? 1 };
  return {
    name,
    visibility: 'hidden',
    columnWidths: [],
    cells,
    formats: [],
    rowHeights: [],
    merges: [],
    tables: [{ name: table, range, style: 'TableStyleLight1', banded: false }],
    validations: [],
    conditionalFormats: [],
    charts: [],
    pivots: [],
    notes: [],
    showGridlines: true,
  };
}
