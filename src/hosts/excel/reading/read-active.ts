import { cellAddress } from '../../../base/raw-sheet';
import type { ActiveSheet, TabParts } from '../../../base/workbook-port';
import { askForFew, loadBlocks } from './load-blocks';
import { isOurNote } from '../mark-cells';
import { rawSheet } from './raw-cells';
import { alwaysThere, joined, loadGroup, optionalAmong } from './read-tabs';
import { askForSheets, askForSize, partlyRead, usedCells } from './read-live-workbook';
import { commentsOf, notesOf } from '../cell-notes';

/**
 * The sheet in front whole, and the values of some tabs. Two round trips: the first tabs, and how large the sheet in front is;
 * then the other tabs, what the sheet in front holds, and which of its cells carry notes or comments.
 */
export async function readActive(context: Excel.RequestContext, parts: TabParts): Promise<ActiveSheet> {
  const { workbook } = context;
  const [group = [], ...others] = alwaysThere(parts);
  const look = await loadGroup(context, group, () => {
    const worksheets = askForSheets(workbook);
    const front = workbook.worksheets.getActiveWorksheet().load('name,visibility');
    const comments = commentsOf(front)?.load('items/content');
    const notes = notesOf(front)?.load('items/content');
    return { worksheets, front, size: askForSize(front), comments, notes };
  });
  const { worksheets, front, size, comments, notes } = look.asked;
  const used = usedCells(size, 'whole');
  const left = [...others.flat(), ...optionalAmong(parts, worksheets.items)];
  const rest = await loadGroup(context, left, () => ({
    few: askForFew(used),
    places: [...(comments?.items ?? []), ...(notes?.items ?? [])]
      .filter(({ content }) => !isOurNote(content))
      .map((one) => one.getLocation().load('rowIndex,columnIndex')),
  }));
  const { few, places } = rest.asked;
  const blocks = few?.() ?? (await loadBlocks(context, used)).get(front.name) ?? [];
  const raw = partlyRead(workbook.name, worksheets.items, joined([look.blocks, rest.blocks]));
  const sheet = rawSheet(front, blocks);
  return {
    sheet: front.name,
    workbook: { ...raw, sheets: raw.sheets.map((other) => (other.name === sheet.name ? sheet : other)) },
    commented: new Set(places.map(({ rowIndex, columnIndex }) => cellAddress(rowIndex + 1, columnIndex + 1))),
  };
}
