import type { CellRange, RawWorkbook } from '../../../base/raw-sheet';
import { loadBlocks, type Depth, type LoadedBlock, type UsedCells } from './load-blocks';
import { rawSheet, rawWorkbook } from './raw-cells';

/**
 * Every sheet's used cells. Three round trips: which sheets there are, how large they are, what they hold (more only
 * where that outgrows an answer).
 */
export async function readWorkbook(context: Excel.RequestContext): Promise<RawWorkbook> {
  const { workbook } = context;
  const worksheets = askForSheets(workbook);
  await context.sync();
  const sizes = worksheets.items.map((sheet) => askForSize(sheet));
  await context.sync();
  const blocks = await loadBlocks(
    context,
    sizes.flatMap((size) => usedCells(size, 'whole')),
  );
  const sheets = sizes.map((size) => rawSheet(size.sheet, blocks.get(size.sheet.name) ?? []));
  return rawWorkbook(workbook.name, sheets);
}

/** Name and sheets of a workbook, to be there after the next round trip. */
export function askForSheets(workbook: Excel.Workbook): Excel.WorksheetCollection {
  return workbook.load('name,worksheets/name,worksheets/visibility').worksheets;
}

/** @param columns Of a part of the sheet: “G:N”. */
export function askForSize(sheet: Excel.Worksheet, columns?: string) {
  const range = (columns === undefined ? sheet : sheet.getRange(columns)).getUsedRangeOrNullObject(true);
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  return { sheet, range };
}

export type AskedSize = ReturnType<typeof askForSize>;

/** Where the values of a sheet stand; nothing of an empty one. */
export function usedCells({ sheet, range }: AskedSize, depth: Depth): readonly UsedCells[] {
  if (range.isNullObject) return [];
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const used: CellRange = {
    top: rowIndex + 1,
    left: columnIndex + 1,
    bottom: rowIndex + rowCount,
    right: columnIndex + columnCount,
  };
  return [{ sheet, used, depth }];
}

/** A workbook in which only some sheets were read. */
export function partlyRead(
  name: string,
  sheets: readonly Pick<Excel.Worksheet, 'name' | 'visibility'>[],
  blocks: ReadonlyMap<string, readonly LoadedBlock[]>,
): RawWorkbook {
  return rawWorkbook(
    name,
    sheets.map((sheet) => rawSheet(sheet, blocks.get(sheet.name) ?? [])),
  );
}
