import type { CellContent, CellFormat, SheetBlueprint } from '../base/blueprint';

/** A line of 10-point text, and what a cell keeps free above and below it. */
const POINTS_PER_SIZE = 1.5;
const PADDING = 4;
/** Of a column whose width nobody set, in characters. */
const DEFAULT_WIDTH = 10;
const DEFAULT_SIZE = 10;
/** Excel's limit for a row. */
const TALLEST = 409;
/** Part of a column's width that text can use, after padding and with fonts that run wide. */
const USABLE = 0.92;

/**
 * Heights for the rows of a tab that have none, from how their wrapped texts break: a viewer that does not fit rows by
 * itself still shows every line that is to be seen: what stands in a hidden column makes no row higher. They are marked
 * `fitted`, so that a host lets the row grow when its text does.
 */
export function withFittedRows(sheet: SheetBlueprint): SheetBlueprint {
  const fixed = new Set(sheet.rowHeights.map(({ row }) => row));
  const merged = new Set(
    sheet.merges.flatMap(({ top, bottom, left, right }) =>
      Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, index) => {
        const width = right - left + 1;
        return `${top + Math.floor(index / width)}:${left + (index % width)}`;
      }),
    ),
  );
  const columns = columnFormats(sheet);
  const hidden = new Set(sheet.hiddenColumns);
  const fitted = sheet.cells.flatMap((cells, index) => {
    const row = index + 1;
    if (fixed.has(row)) return [];
    const heights = cells.map((content, at) => {
      if (merged.has(`${row}:${at + 1}`) || hidden.has(at + 1)) return 0;
      const format = columns(row, at + 1);
      return format.wrap === true
        ? textHeight(shown(content), sheet.columnWidths[at] ?? DEFAULT_WIDTH, format)
        : 0;
    });
    const tallest = Math.max(0, ...heights);
    return tallest > DEFAULT_SIZE * POINTS_PER_SIZE + PADDING
      ? [{ row, points: Math.min(TALLEST, Math.round(tallest)), fitted: true as const }]
      : [];
  });
  return { ...sheet, rowHeights: [...sheet.rowHeights, ...fitted] };
}

function shown(content: CellContent): string {
  if (typeof content === 'string') return content;
  if (content === null || typeof content !== 'object') return '';
  if ('text' in content) return content.text;
  return 'formula' in content && typeof content.result === 'string' ? content.result : '';
}

/** Points that wrapped text needs in a column, or in merged ones, of so many characters. */
export function textHeight(text: string, columnWidth: number, format: CellFormat): number {
  if (text === '') return 0;
  const size = format.size ?? DEFAULT_SIZE;
  const usable = lineWidth(columnWidth, size);
  const lines = text
    .split('\n')
    .reduce((count, line) => count + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
  return lines * size * POINTS_PER_SIZE + PADDING;
}

/** What a line of wrapped text holds in a column, or in merged ones, of so many characters; in characters of the default font. */
export function lineWidth(columnWidth: number, size: number): number {
  return Math.max(1, (columnWidth * USABLE * DEFAULT_SIZE) / size);
}

/** In characters of the default font: a Chinese character or full-width sign takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2E7F' || /[“”‘’…—　]/u.test(character) ? 2 : 1;
  return width;
}

/** Size and wrapping of a cell, the later format winning, found without walking every format for every cell. */
function columnFormats(sheet: SheetBlueprint): (row: number, column: number) => CellFormat {
  const relevant = sheet.formats.filter(
    ({ format }) => format.wrap !== undefined || format.size !== undefined,
  );
  return (row, column) => {
    let found: CellFormat = {};
    for (const { range, format } of relevant) {
      const { top, bottom, left, right } = range;
      if (row >= top && row <= bottom && column >= left && column <= right) found = { ...found, ...format };
    }
    return found;
  };
}
