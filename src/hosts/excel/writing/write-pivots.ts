import { cellAddress } from '../../../base/raw-sheet';
import type { PivotBlueprint, WorkbookBlueprint } from '../../../base/blueprint';
import { ACTION_BYTES, type Step } from '../requests';

const ACTIONS_A_PIVOT = 40;
const SUMMARY = { sum: 'Sum', count: 'Count' } as const;

/** PivotTables made anew with all their fields: none is ever reshaped. Their tables' formulas have results by now. */
export function pivotSteps(
  workbook: Excel.Workbook,
  { sheets }: Pick<WorkbookBlueprint, 'sheets'>,
): readonly Step[] {
  return sheets.flatMap(({ name, pivots }) =>
    pivots.map((pivot) => ({
      bytes: ACTIONS_A_PIVOT * ACTION_BYTES,
      play: () => {
        addPivot(workbook, name, pivot);
      },
    })),
  );
}

export function addPivot(
  { worksheets, tables }: Excel.Workbook,
  sheetName: string,
  blueprint: PivotBlueprint,
): void {
  const sheet = worksheets.getItem(sheetName);
  const anchor = sheet.getRange(cellAddress(blueprint.anchor.row, blueprint.anchor.column));
  const pivot = sheet.pivotTables.add(blueprint.name, tables.getItem(blueprint.sourceTable), anchor);
  pivot.layout.layoutType = 'Tabular';
  for (const field of blueprint.rows) pivot.rowHierarchies.add(pivot.hierarchies.getItem(field));
  for (const field of blueprint.columns) pivot.columnHierarchies.add(pivot.hierarchies.getItem(field));
  for (const { field, caption, summarize } of blueprint.values) {
    const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem(field));
    data.summarizeBy = SUMMARY[summarize];
    data.name = caption;
  }
}
