import type { RawWorkbook } from '../../returns/raw-sheet';
import { loadBlocks, type LoadedBlock } from './load-blocks';
import { askForSheets, askForSize, partlyRead, usedCells } from './read-workbook';

/** The values of some tabs, known by name. One round trip; where they are too much for one answer, as many as it takes. */
export async function readTabs(context: Excel.RequestContext, tabs: readonly string[]): Promise<RawWorkbook> {
  const { workbook } = context;
  const worksheets = askForSheets(workbook);
  const values = tabs.map((tab) => askForValues(workbook.worksheets, tab));
  try {
    await context.sync();
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return readTabsInParts(context, tabs);
  }
  return partlyRead(workbook.name, worksheets.items, new Map(values.flatMap(valuesBlock)));
}

export function askForValues(worksheets: Excel.WorksheetCollection, tab: string) {
  const range = worksheets.getItemOrNullObject(tab).getUsedRangeOrNullObject(true);
  return { tab, range: range.load('rowIndex,columnIndex,values') };
}

/** Nothing of a tab that is not there, or empty. */
export function valuesBlock({
  tab,
  range,
}: ReturnType<typeof askForValues>): readonly (readonly [string, readonly LoadedBlock[]])[] {
  if (range.isNullObject) return [];
  const { rowIndex, columnIndex } = range;
  const values = range.values as readonly (readonly unknown[])[];
  const block = { top: rowIndex + 1, left: columnIndex + 1, values, formulas: [], formats: [], hidden: [] };
  return [[tab, [block]]];
}

async function readTabsInParts(context: Excel.RequestContext, tabs: readonly string[]): Promise<RawWorkbook> {
  const { workbook } = context;
  const worksheets = askForSheets(workbook);
  const sizes = tabs.map((tab) => askForSize(workbook.worksheets.getItemOrNullObject(tab).load('name')));
  await context.sync();
  const present = sizes.filter(({ sheet }) => !sheet.isNullObject);
  const blocks = await loadBlocks(
    context,
    present.flatMap((size) => usedCells(size, 'values')),
  );
  return partlyRead(workbook.name, worksheets.items, blocks);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === 'ResponsePayloadSizeLimitExceeded';
}
