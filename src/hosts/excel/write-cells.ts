import type { SheetBlueprint } from '../../sheets/blueprint';
import { cellEntry, layeredFormat, requiredFormat, type Entry } from './cell-entries';
import { cellsOf, everywhere, quotedSheet } from './ranges';
import { ACTION_BYTES, textBytes, type Step } from './requests';

/** Rows are handed over in blocks of about this size, so that a large tab can be divided between requests. */
const BLOCK_BYTES = 400_000;

/** Number formats first, since they decide what an entry becomes; then links, which bring a look; then the entries. */
export function cellSteps(getSheet: () => Excel.Worksheet, blueprint: SheetBlueprint): readonly Step[] {
  const formatAt = layeredFormat(blueprint);
  return [
    formatStep(getSheet, blueprint),
    ...requiredFormatSteps(getSheet, blueprint, formatAt),
    linkStep(getSheet, blueprint),
    ...entrySteps(getSheet, blueprint, formatAt),
  ];
}

function formatStep(getSheet: () => Excel.Worksheet, { formats }: SheetBlueprint): Step {
  return {
    bytes: formats.length * ACTION_BYTES,
    play: () => {
      const sheet = getSheet();
      for (const { range, format } of formats) {
        if (format.numberFormat === undefined) continue;
        cellsOf(sheet, range).numberFormat = everywhere(format.numberFormat);
      }
    },
  };
}

/** One array a column, whatever the number of cells; null leaves a cell as it is. */
function requiredFormatSteps(
  getSheet: () => Excel.Worksheet,
  { cells }: SheetBlueprint,
  formatAt: (row: number, column: number) => string | undefined,
): readonly Step[] {
  const byColumn = new Map<number, Map<number, string>>();
  cells.forEach((contents, rowIndex) => {
    contents.forEach((content, columnIndex) => {
      const format = requiredFormat(content, formatAt(rowIndex + 1, columnIndex + 1));
      if (format === undefined) return;
      const column = byColumn.get(columnIndex + 1) ?? new Map<number, string>();
      byColumn.set(columnIndex + 1, column.set(rowIndex + 1, format));
    });
  });
  return [...byColumn].map(([column, formats]) => {
    const rows = [...formats.keys()];
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    const wanted = Array.from({ length: bottom - top + 1 }, (_, index) => [formats.get(top + index) ?? null]);
    return {
      bytes: ACTION_BYTES + wanted.length * 16,
      play: () => {
        const block = cellsOf(getSheet(), { top, left: column, bottom, right: column });
        block.numberFormat = wanted;
      },
    };
  });
}

function linkStep(getSheet: () => Excel.Worksheet, { cells }: SheetBlueprint): Step {
  const links = cells.flatMap((contents, row) =>
    contents.flatMap((content, column) => {
      if (content === null || typeof content !== 'object' || !('text' in content)) return [];
      const target = `${quotedSheet(content.sheet)}!${content.cell}`;
      return content.text === '' ? [] : [{ row, column, target }];
    }),
  );
  return {
    bytes: links.length * 3 * ACTION_BYTES,
    play: () => {
      const sheet = getSheet();
      for (const { row, column, target } of links) {
        sheet.getCell(row, column).hyperlink = { documentReference: target };
      }
    },
  };
}

function entrySteps(
  getSheet: () => Excel.Worksheet,
  { cells }: SheetBlueprint,
  formatAt: (row: number, column: number) => string | undefined,
): readonly Step[] {
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (width === 0) return [];
  const blocks: { readonly top: number; readonly rows: Entry[][]; bytes: number }[] = [];
  cells.forEach((contents, index) => {
    const row = Array.from({ length: width }, (_, at) =>
      cellEntry(contents[at] ?? null, formatAt(index + 1, at + 1)),
    );
    const last = blocks.at(-1);
    const block = last === undefined || last.bytes > BLOCK_BYTES ? { top: index, rows: [], bytes: 0 } : last;
    if (block !== last) blocks.push(block);
    block.rows.push(row);
    block.bytes += rowBytes(row);
  });
  return blocks.map(({ top, rows, bytes }) => ({
    bytes: bytes + ACTION_BYTES,
    play: () => {
      getSheet().getRangeByIndexes(top, 0, rows.length, width).formulas = rows;
    },
  }));
}

function rowBytes(row: readonly Entry[]): number {
  return row.reduce<number>(
    (sum, entry) => sum + 1 + (typeof entry === 'string' ? textBytes(entry) : String(entry).length),
    2,
  );
}
