import { toSerial } from '../../src/base/calendar';
import type { RawCell, RawSheet, RawWorkbook } from '../../src/base/raw-sheet';
import type { CellContent, SheetBlueprint, WorkbookBlueprint } from '../../src/base/blueprint';

/** What a host would read back of a blueprint: the same workbook without a file in between. */
export function rawFromBlueprint(blueprint: WorkbookBlueprint, file = 'workbook.xlsx'): RawWorkbook {
  return {
    file,
    sheets: blueprint.sheets.map(rawSheet),
    date1904: false,
    hasMacros: false,
    hasExternalLinks: false,
  };
}

function rawSheet(sheet: SheetBlueprint): RawSheet {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    merges: sheet.merges,
    ...hiddenColumns(sheet),
    rows: sheet.cells.flatMap((contents, index) => {
      const cells = contents.flatMap((content, at) => rawCell(sheet, content, index + 1, at + 1));
      return cells.length === 0 ? [] : [{ row: index + 1, hidden: false, cells }];
    }),
  };
}

function hiddenColumns({ hiddenColumns: hidden = [] }: SheetBlueprint): Pick<RawSheet, 'hiddenColumns'> {
  return hidden.length === 0 ? {} : { hiddenColumns: hidden.map((column) => ({ from: column, to: column })) };
}

function rawCell(sheet: SheetBlueprint, content: CellContent, row: number, column: number): RawCell[] {
  if (content === null || content === '') return [];
  const format = numberFormat(sheet, row, column);
  const base = { column, ...(format === undefined ? {} : { format }) };
  if (typeof content !== 'object') return [{ ...base, value: content }];
  if ('date' in content) return [{ ...base, value: toSerial(content.date) }];
  if ('formula' in content) return [{ ...base, value: content.result, formula: content.formula }];
  return [{ ...base, value: content.text }];
}

function numberFormat(sheet: SheetBlueprint, row: number, column: number): string | undefined {
  return sheet.formats.findLast(
    ({ range, format }) =>
      format.numberFormat !== undefined &&
      row >= range.top &&
      row <= range.bottom &&
      column >= range.left &&
      column <= range.right,
  )?.format.numberFormat;
}
