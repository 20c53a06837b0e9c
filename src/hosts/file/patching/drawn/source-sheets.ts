import type { SheetBlueprint } from '../../../../base/blueprint';
import { isCellError } from '../../../../base/raw-sheet';
import type { Book } from '../../grafting/book';
import { parseCellRange } from '../../reading/xlsx/references';
import type { BookValues } from '../charts/book-values';
import { XmlElement } from '../xml/xml-element';

/** Tables that pivots of the new tabs read and that stand elsewhere, on sheets that are not taken over. */
export function sourceSheets(
  book: Book,
  sheets: readonly SheetBlueprint[],
  values: BookValues,
): readonly SheetBlueprint[] {
  const own = new Set(sheets.flatMap(({ tables }) => tables.map(({ name }) => name)));
  const wanted = new Set(sheets.flatMap(({ pivots }) => pivots.map(({ sourceTable }) => sourceTable)));
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
    ...emptySheet(name),
    cells,
    tables: [{ name: table, range, style: 'TableStyleLight1', banded: false }],
  };
}

/** A sheet on which nothing stands, to write something with. */
export function emptySheet(name: string): SheetBlueprint {
  return {
    name,
    visibility: 'hidden',
    columnWidths: [],
    cells: [],
    formats: [],
    rowHeights: [],
    merges: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    pivots: [],
    notes: [],
    showGridlines: true,
  };
}
