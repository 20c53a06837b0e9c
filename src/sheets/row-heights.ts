import type { CellContent, CellFormat, RangeFormat, SheetBlueprint } from '../base/blueprint';

/** A line of 10-point text, and what a cell keeps free above and below it. */
const POINTS_PER_SIZE = 1.5;
const PADDING = 4;
/** Of a column whose width nobody set, in characters. */
const DEFAULT_WIDTH = 10;
export const DEFAULT_SIZE = 10;
/** Excel's limit for a row. */
const TALLEST = 409;
/** A text that a row of this height cannot show in its own size is written smaller, down to what can still be read on paper. */
const SMALLER_SIZES = [9, 8, 7, 6];
/** Of a sheet; a cell's column is below it. */
const MOST_COLUMNS = 16_385;
/** Part of a column's width that text can use, after padding and with fonts that run wide. */
const USABLE = 0.92;

/**
 * Heights for the rows of a tab that have none, from how their wrapped texts break: a viewer that does not fit rows by
 * itself still shows every line that is to be seen: what stands in a hidden column makes no row higher. They are marked
 * `fitted`, so that a host lets the row grow when its text does. A text too long for the highest row is written smaller.
 */
export function withFittedRows(sheet: SheetBlueprint): SheetBlueprint {
  const fixed = new Set(sheet.rowHeights.map(({ row }) => row));
  const merged = mergedCells(sheet);
  const wrapping = wrappedSizes(sheet);
  const hidden = new Set(sheet.hiddenColumns);
  const smaller: RangeFormat[] = [];
  const heightOf = (content: CellContent, row: number, column: number): number => {
    const text = shown(content);
    if (text === '' || hidden.has(column) || merged.has(cellKey(row, column))) return 0;
    const size = wrapping(row, column);
    if (size === undefined) return 0;
    const width = sheet.columnWidths[column - 1] ?? DEFAULT_WIDTH;
    const height = textHeight(text, width, { size });
    if (height <= TALLEST) return height;
    const fitting = fittingSize(text, width, size);
    if (fitting < size) {
      smaller.push({
        range: { top: row, left: column, bottom: row, right: column },
        format: { size: fitting },
      });
    }
    return textHeight(text, width, { size: fitting });
  };
  const fitted = sheet.cells.flatMap((cells, index) => {
    const row = index + 1;
    if (fixed.has(row)) return [];
    const tallest = cells.reduce<number>(
      (most, content, at) => Math.max(most, heightOf(content, row, at + 1)),
      0,
    );
    return tallest > DEFAULT_SIZE * POINTS_PER_SIZE + PADDING
      ? [{ row, points: Math.min(TALLEST, Math.round(tallest)), fitted: true as const }]
      : [];
  });
  return {
    ...sheet,
    ...(smaller.length === 0 ? {} : { formats: [...sheet.formats, ...smaller] }),
    rowHeights: [...sheet.rowHeights, ...fitted],
  };
}

/** The largest size in which the highest row shows the whole text; the smallest where none does. */
function fittingSize(text: string, columnWidth: number, size: number): number {
  const sizes = SMALLER_SIZES.filter((one) => one < size);
  return sizes.find((one) => textHeight(text, columnWidth, { size: one }) <= TALLEST) ?? sizes.at(-1) ?? size;
}

/**
 * So many of a text's lines, from the first on, as the highest row shows in a column of so many characters; where not all have
 * room, `rest` follows them.
 */
export function leadingLines(text: string, columnWidth: number, rest: string): string {
  const height = (lines: string) => textHeight(lines, columnWidth, {});
  if (height(text) <= TALLEST) return text;
  const lines = text.split('\n');
  let shownLines = lines.length - 1;
  while (shownLines > 0 && height([...lines.slice(0, shownLines), rest].join('\n')) > TALLEST)
    shownLines -= 1;
  return [...lines.slice(0, shownLines), rest].join('\n');
}

/** Of a cell among all that a sheet can have. */
function cellKey(row: number, column: number): number {
  return row * MOST_COLUMNS + column;
}

function mergedCells({ merges }: SheetBlueprint): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const { top, bottom, left, right } of merges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) keys.add(cellKey(row, column));
    }
  }
  return keys;
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
  const lines = isSurelyOneLine(text, usable)
    ? 1
    : text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
  return lines * size * POINTS_PER_SIZE + PADDING;
}

/** Most texts are so short that they fit whatever their characters are. */
function isSurelyOneLine(text: string, usable: number): boolean {
  return text.length * 2 <= usable && !text.includes('\n');
}

/** What a line of wrapped text holds in a column, or in merged ones, of so many characters; in characters of the default font. */
export function lineWidth(columnWidth: number, size: number): number {
  return Math.max(1, (columnWidth * USABLE * DEFAULT_SIZE) / size);
}

/** Quotation marks, the ellipsis and the dash, which Chinese fonts draw as wide as a character. */
const WIDE_SIGNS: ReadonlySet<number> = new Set([...'“”‘’…—'].map((sign) => sign.charCodeAt(0)));
/** From here on characters are as wide as Chinese ones. */
const FIRST_WIDE = 0x2e80;

/** In characters of the default font: a Chinese character or full-width sign takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    width += code >= FIRST_WIDE || WIDE_SIGNS.has(code) ? 2 : 1;
    // Two halves are one character.
    if (code > 0xffff) at += 1;
  }
  return width;
}

/** The size of a cell's text where it is wrapped, the later format winning, found among the formats of its column alone. */
function wrappedSizes(sheet: SheetBlueprint): (row: number, column: number) => number | undefined {
  const relevant = sheet.formats.filter(
    ({ format }) => format.wrap !== undefined || format.size !== undefined,
  );
  const byColumn = new Map<number, typeof relevant>();
  const formatsIn = (column: number): typeof relevant => {
    const known =
      byColumn.get(column) ?? relevant.filter(({ range }) => column >= range.left && column <= range.right);
    byColumn.set(column, known);
    return known;
  };
  return (row, column) => {
    let [wrap, size] = [false, DEFAULT_SIZE];
    for (const { range, format } of formatsIn(column)) {
      if (row < range.top || row > range.bottom) continue;
      wrap = format.wrap ?? wrap;
      size = format.size ?? size;
    }
    return wrap ? size : undefined;
  };
}
