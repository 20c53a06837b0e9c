import type { ChangedTab, WorkbookDifference } from '../../../base/workbook-difference';
import { ExcelHostError } from '../excel-errors';
import { rowAfter } from '../moved-rows';
import type { Survey } from '../reading/survey';

/** Cells of rows that a filter hides go one by one; more than this freeze Excel. */
const MOST_ALONE = 2_000;

/** By tab, the rows that a filter hides, where they stand once rows have been inserted. */
export type HiddenRows = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * One round trip, where a tab that is changed is filtered; none otherwise.
 * @throws ExcelHostError when too much would have to be changed in hidden rows, by the name of the tab
 */
export async function hiddenRows(
  context: Excel.RequestContext,
  { tabs }: WorkbookDifference,
  survey: Survey,
): Promise<HiddenRows> {
  const filtered = tabs.filter(
    (tab): tab is ChangedTab =>
      tab.kind === 'change' && tab.cells.length > 0 && survey.sheets.get(tab.sheet)?.isFiltered === true,
  );
  if (filtered.length === 0) return new Map();
  const asked = filtered.map((tab) => {
    const used = context.workbook.worksheets.getItem(tab.sheet).getUsedRange(true).load('rowIndex');
    return { tab, used, rows: used.getRowProperties({ rowHidden: true }) };
  });
  await context.sync();
  return new Map(
    asked.map(({ tab, used, rows }) => {
      const hidden = rows.value.flatMap(({ rowHidden }, index) =>
        rowHidden === true ? [rowAfter(tab.insertedRows, used.rowIndex + 1 + index)] : [],
      );
      return [tab.sheet, notTooMany(tab, new Set(hidden))];
    }),
  );
}

function notTooMany({ sheet, cells }: ChangedTab, hidden: ReadonlySet<number>): ReadonlySet<number> {
  if (cells.filter(({ row }) => hidden.has(row)).length <= MOST_ALONE) return hidden;
  throw new ExcelHostError('filtered', 'FilteredRangeConflict', 'Worksheet.autoFilter', {}, sheet);
}
