import type { SheetBlueprint, WorkbookBlueprint } from '../../src/base/blueprint';
import { plainSheet as bareSheet, range } from '../../src/sheets/tab-builder';

export { range };

/** A tab that asks for nothing but what the test is about. */
export function plainSheet(name: string, rest: Partial<SheetBlueprint> = {}): SheetBlueprint {
  return { ...bareSheet(name, [], []), showGridlines: true, ...rest };
}

/** A workbook of such tabs. */
export function plainWorkbook(
  sheets: readonly SheetBlueprint[],
  rest: Partial<WorkbookBlueprint> = {},
): WorkbookBlueprint {
  return { sheets, names: [], title: '', activeSheet: sheets[0]?.name ?? '', ...rest };
}
