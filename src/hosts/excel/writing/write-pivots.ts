import { cellAddress } from '../../../base/raw-sheet';
import type { PivotBlueprint, PivotValueField, WorkbookBlueprint } from '../../../base/blueprint';
import { pivotSource } from '../../../base/pivots/pivot-source';
import { supportsExcelApi } from '../requirement-sets';
import { sheetOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';

const ACTIONS_A_PIVOT = 60;
const ACTIONS_A_FOLD = 2;
const SUMMARY = {
  sum: 'Sum',
  count: 'Count',
  average: 'Average',
} as const satisfies Record<PivotValueField['summarize'], string>;

/** PivotTables made anew with all their fields: none is ever reshaped. Their tables' formulas have results by now. */
export function pivotSteps(
  workbook: Excel.Workbook,
  { sheets }: Pick<WorkbookBlueprint, 'sheets'>,
): readonly Step[] {
  return sheets.flatMap(({ name, pivots }) =>
    pivots.map((pivot) => {
      const folded = foldedItems(pivot, sheets);
      return {
        bytes: (ACTIONS_A_PIVOT + folded.length * ACTIONS_A_FOLD) * ACTION_BYTES,
        play: () => {
          addPivot(workbook, name, pivot, folded);
        },
      };
    }),
  );
}

/** The items of the first of several row fields; none where the pivot's source is not among the sheets. */
function foldedItems(
  { rows: [first, ...inner], sourceTable }: PivotBlueprint,
  sheets: WorkbookBlueprint['sheets'],
): readonly string[] {
  const isThere = sheets.some(({ tables }) => tables.some(({ name }) => name === sourceTable));
  if (first === undefined || inner.length === 0 || !isThere) return [];
  const { headers, rows: records } = pivotSource(sheets, sourceTable);
  const at = headers.indexOf(first);
  return [...new Set(records.flatMap((record) => (typeof record[at] === 'string' ? [record[at]] : [])))];
}

/** @param folded Items of the first row field that are shown folded up; all others are open. */
export function addPivot(
  { worksheets, tables }: Excel.Workbook,
  sheetName: string,
  blueprint: PivotBlueprint,
  folded: readonly string[] = [],
): void {
  const sheet = sheetOf(worksheets, sheetName);
  const anchor = sheet.getRange(cellAddress(blueprint.anchor.row, blueprint.anchor.column));
  const pivot = sheet.pivotTables.add(blueprint.name, tables.getItem(blueprint.sourceTable), anchor);
  const { hierarchies, layout } = pivot;
  if (blueprint.rows.length === 1) layout.layoutType = 'Tabular';
  if (!blueprint.rowTotals) layout.showRowGrandTotals = false;
  const filters = blueprint.filters.map(({ field, item }) => {
    const hierarchy = hierarchies.getItem(field);
    pivot.filterHierarchies.add(hierarchy);
    return { hierarchy, field, item };
  });
  const rows = blueprint.rows.map((field) => pivot.rowHierarchies.add(hierarchies.getItem(field)));
  for (const field of blueprint.columns) pivot.columnHierarchies.add(hierarchies.getItem(field));
  const values = blueprint.values.map(({ field, caption, summarize, numberFormat, shareOfRow }) => {
    const data = pivot.dataHierarchies.add(hierarchies.getItem(field));
    data.summarizeBy = SUMMARY[summarize];
    data.name = caption;
    data.numberFormat = numberFormat;
    if (shareOfRow === true) data.showAs = { calculation: 'PercentOfRowTotal' };
    return { caption, data };
  });
  const [row] = rows;
  const [field] = blueprint.rows;
  const sortBy = values.find(({ caption }) => caption === blueprint.sortBy);
  const isPlain = sortBy === undefined && folded.length === 0;
  const first = isPlain || field === undefined ? undefined : row?.fields.getItem(field);
  if (sortBy !== undefined) first?.sortByValues('Descending', sortBy.data);
  choose(filters);
  if (first === undefined || folded.length === 0) return;
  const { items } = first;
  for (const item of folded) items.getItemOrNullObject(item).isExpanded = false;
}

/** What is chosen in the filters. Before ExcelApi 1.12 only the clerk can: the tab says how. */
function choose(
  filters: readonly {
    readonly hierarchy: Excel.PivotHierarchy;
    readonly field: string;
    readonly item: string | undefined;
  }[],
): void {
  if (!supportsExcelApi('1.12')) return;
  for (const { hierarchy, field, item } of filters) {
    if (item !== undefined)
      hierarchy.fields.getItem(field).applyFilter({ manualFilter: { selectedItems: [item] } });
  }
}
