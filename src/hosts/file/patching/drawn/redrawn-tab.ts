import { largestOf } from '../../../../base/extremes';
import type { CellContent, SheetBlueprint } from '../../../../base/blueprint';
import type { CellChange, ChangedTab } from '../../../../base/workbook-difference';
import { parseCellRange } from '../../reading/xlsx/references';
import type { Book } from '../../grafting/book';
import { rangeAddress, type CellRange } from '../../../../base/raw-sheet';
import { meet } from '../lists/areas';
import { sheetPartOf } from '../worksheet-part';
import { XmlElement } from '../xml/xml-element';

/** A tab that is there, drawn anew around what the clerk has on it, as a change of it; nothing when it is not there. */
export function redrawnTab(book: Book, sheet: SheetBlueprint): ChangedTab | undefined {
  const part = sheetPartOf(book, sheet.name);
  if (part === undefined) return undefined;
  const root = XmlElement.parse(part, book.parts.text(part));
  const cells = allCells(sheet);
  const columns = largestOf(
    sheet.cells.map((row) => row.length),
    1,
  );
  const used = { top: 1, left: 1, bottom: Math.max(1, sheet.cells.length), right: columns };
  const merged = (root.first('mergeCells')?.elements() ?? []).flatMap(
    (merge) => parseCellRange(merge.attribute('ref') ?? '') ?? [],
  );
  const kept = new Set(sheet.merges.map(rangeAddress));
  const charts = { removed: sheet.charts, added: sheet.charts };
  return {
    kind: 'change',
    sheet: sheet.name,
    insertedRows: [],
    cells,
    formats: [{ range: used, format: {} }, ...sheet.formats],
    details: [],
    rowHeights: sheet.rowHeights.map(({ row, points }) => ({ row, points, was: points })),
    tables: sheet.tables,
    merges: {
      removed: merged.filter((merge) => meet(merge, used) && !kept.has(rangeAddress(merge))),
      added: sheet.merges.filter((merge) => !merged.some((own) => rangeAddress(own) === rangeAddress(merge))),
    },
    validations: { removed: sheet.validations, added: sheet.validations },
    conditionalFormats: { removed: sheet.conditionalFormats, added: sheet.conditionalFormats },
    notes: { removed: sheet.notes, added: sheet.notes },
    charts,
    pivots: { removed: sheet.pivots, added: sheet.pivots, inTheWay: pivotsOver(book, part, used) },
    pageBreaks: { removed: [], added: sheet.print?.breakAbove ?? [] },
    ...(sheet.print === undefined ? {} : { print: sheet.print }),
  };
}

/** PivotTables that cover some of these cells. */
function pivotsOver({ parts }: Book, part: string, used: CellRange): readonly string[] {
  return parts
    .relationships(part)
    .filter(({ type, external, target }) => type === 'pivotTable' && !external && parts.has(target))
    .flatMap(({ target }) => {
      const table = XmlElement.parse(target, parts.text(target));
      const place = parseCellRange(table.first('location')?.attribute('ref') ?? '');
      return place !== undefined && meet(place, used) ? [table.attribute('name') ?? ''] : [];
    });
}

function allCells(sheet: SheetBlueprint): readonly CellChange[] {
  return sheet.cells.flatMap((contents, down) =>
    contents.map((content: CellContent, along) => ({
      row: down + 1,
      column: along + 1,
      content,
      wasLink: true as const,
    })),
  );
}
