import { cellAddress } from '../../returns/raw-sheet';
import type { ActiveSheet } from '../../sheets/workbook-host';
import { loadBlocks } from './load-blocks';
import { isOurNote } from './mark-cells';
import { rawSheet } from './raw-cells';
import { askForValues, valuesBlock } from './read-tabs';
import { askForSheets, askForSize, mergedAreas, partlyRead, usedCells } from './read-workbook';
import { supportsExcelApi } from './requirement-sets';

/**
 * The sheet in front whole, and the values of some tabs. Two round trips: the tabs, and how large the sheet in front is;
 * then what it holds, and which of its cells carry comments.
 */
export async function readActive(
  context: Excel.RequestContext,
  tabs: readonly string[],
): Promise<ActiveSheet> {
  const { workbook } = context;
  const worksheets = askForSheets(workbook);
  const front = workbook.worksheets.getActiveWorksheet().load('name,visibility');
  const size = askForSize(front);
  const values = tabs.map((tab) => askForValues(workbook.worksheets, tab));
  const comments = supportsExcelApi('1.10') ? front.comments.load('items/content') : undefined;
  await context.sync();
  const places = (comments?.items ?? [])
    .filter(({ content }) => !isOurNote(content))
    .map((comment) => comment.getLocation().load('rowIndex,columnIndex'));
  const blocks = await loadBlocks(context, usedCells(size, 'whole'));
  if (blocks.size === 0 && places.length > 0) await context.sync();
  const raw = partlyRead(workbook.name, worksheets.items, new Map(values.flatMap(valuesBlock)));
  const sheet = rawSheet(front, mergedAreas(size), blocks.get(front.name) ?? []);
  return {
    sheet: front.name,
    workbook: { ...raw, sheets: raw.sheets.map((other) => (other.name === sheet.name ? sheet : other)) },
    commented: new Set(places.map(({ rowIndex, columnIndex }) => cellAddress(rowIndex + 1, columnIndex + 1))),
  };
}
