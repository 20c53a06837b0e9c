import type { CellRange } from '../../src/returns/raw-sheet';
import type { SheetBlueprint, WorkbookBlueprint } from '../../src/sheets/blueprint';

/** A range from its four sides. */
export function range(top: number, left: number, bottom: number, right: number): CellRange {
  return { top, left, bottom, right };
}

/** A tab that asks for nothing but what the test is about. */
export function plainSheet(name: string, rest: Partial<SheetBlueprint> = {}): SheetBlueprint {
  return {
    name,
    visibility: 'visible',
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
    ...rest,
  };
}

/** A workbook of such tabs. */
export function plainWorkbook(
  sheets: readonly SheetBlueprint[],
  rest: Partial<WorkbookBlueprint> = {},
): WorkbookBlueprint {
  return { sheets, names: [], title: '', activeSheet: sheets[0]?.name ?? '', ...rest };
}
