import type { PivotBlueprint, SheetBlueprint } from '../../../base/blueprint';
import { sheetOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { supportsExcelApi } from '../requirement-sets';

const ACTIONS_A_SLICER = 8;

/** The slicers of all PivotTables of these sheets, which are there by now. */
export function slicerSteps(workbook: Excel.Workbook, sheets: readonly SheetBlueprint[]): readonly Step[] {
  return sheets.flatMap(({ name, pivots }) =>
    pivots.flatMap((pivot) => slicersOfPivot(workbook, name, pivot)),
  );
}

/**
 * Buttons beside a PivotTable that is there. Excel connects those an add-in makes with one table alone; before ExcelApi 1.10 it makes
 * none, and some builds fail to (office-js issues 5032, 5392): the filters do the same.
 */
export function slicersOfPivot(
  workbook: Excel.Workbook,
  sheet: string,
  { name, slicers = [] }: PivotBlueprint,
): readonly Step[] {
  if (slicers.length === 0 || !supportsExcelApi('1.10')) return [];
  const play = (): void => {
    const { slicers: all, worksheets } = workbook;
    // By its name Excel could take the table on a copy of the tab.
    const pivot = sheetOf(worksheets, sheet).pivotTables.getItem(name);
    // Its caption is the field's name anyway.
    for (const slicer of slicers)
      Object.assign(all.add(pivot, slicer.field, sheet), { name: slicer.name, ...slicer.box });
  };
  const again = async (context: Excel.RequestContext): Promise<void> => {
    play();
    await context.sync();
  };
  return [
    { bytes: slicers.length * ACTIONS_A_SLICER * ACTION_BYTES, play, apart: { what: 'slicers', again } },
  ];
}

/** Takes slicers of ours away: a PivotTable that goes leaves them behind. */
export function dropSlicers(
  workbook: Excel.Workbook,
  { slicers = [] }: Pick<PivotBlueprint, 'slicers'>,
): void {
  if (!supportsExcelApi('1.10')) return;
  const { slicers: all } = workbook;
  for (const { name } of slicers) all.getItemOrNullObject(name).delete();
}
