import { largestOf } from '../../../base/extremes';
import type { Style } from '@cj-tech-master/excelts';
import type { CellRange } from '../../../base/raw-sheet';
import type { CellFormat, SheetBlueprint } from '../../../base/blueprint';

/** Body font: on every Windows in China; LibreOffice falls back to Noto Sans CJK. */
export const DEFAULT_FONT = { name: '微软雅黑', size: 10, family: 2, charset: 134 } as const;

export const DEFAULT_DATE_FORMAT = 'yyyy-mm-dd';
const TEXT_FORMAT = '@';

/** How the content of a cell bears on its format. */
export type ContentKind = 'other' | 'date' | 'riskyText' | 'link';

interface Layer {
  readonly range: CellRange;
  readonly format: CellFormat;
  readonly unlocked?: true;
}

interface Resolved {
  readonly format: CellFormat;
  readonly unlocked: boolean;
}

const PLAIN: Resolved = { format: {}, unlocked: false };

/**
 * Works out the format of every cell of a sheet: layers are laid one over the other, and equal results share one
 * style object, by which the library finds them again at once.
 */
export class CellStyles {
  readonly rows: number;
  readonly columns: number;
  private readonly grid: Uint32Array;
  private readonly resolved: Resolved[] = [PLAIN];
  /** Of each resolved format, of each kind of content where it has been asked for. */
  private readonly styles: Partial<Record<ContentKind, Partial<Style>>>[] = [];

  constructor(sheet: Pick<SheetBlueprint, 'cells' | 'formats' | 'protection'>) {
    const layers: readonly Layer[] = [
      ...sheet.formats,
      ...(sheet.protection?.unlocked ?? []).map((range) => ({ range, format: {}, unlocked: true as const })),
    ];
    const bottoms = layers.map(({ range }) => range.bottom);
    this.rows = largestOf(bottoms, sheet.cells.length);
    const widths = [...sheet.cells.map((row) => row.length), ...layers.map(({ range }) => range.right)];
    this.columns = largestOf(widths, 0);
    this.grid = new Uint32Array(this.rows * this.columns);
    for (const layer of layers) this.lay(layer);
  }

  /** The style of a cell, rows and columns from 1; `undefined` when it has none. */
  style(row: number, column: number, content: ContentKind): Partial<Style> | undefined {
    const state = this.grid[(row - 1) * this.columns + column - 1] ?? 0;
    if (state === 0 && content === 'other') return undefined;
    const known = (this.styles[state] ??= {});
    return (known[content] ??= libraryStyle(this.resolved[state] ?? PLAIN, content));
  }

  private lay(layer: Layer): void {
    const { top, left, bottom, right } = layer.range;
    const over = new Map<number, number>();
    for (let row = top; row <= bottom; row += 1) {
      const start = (row - 1) * this.columns - 1;
      for (let column = left; column <= right; column += 1) {
        const under = this.grid[start + column] ?? 0;
        let state = over.get(under);
        if (state === undefined) {
          state = this.resolved.push(laidOver(this.resolved[under] ?? PLAIN, layer)) - 1;
          over.set(under, state);
        }
        this.grid[start + column] = state;
      }
    }
  }
}

function laidOver(under: Resolved, layer: Layer): Resolved {
  return {
    format: { ...under.format, ...layer.format },
    unlocked: under.unlocked || layer.unlocked === true,
  };
}

function libraryStyle({ format, unlocked }: Resolved, content: ContentKind): Partial<Style> {
  const numberFormat = numberFormatOf(format, content);
  const style: Partial<Style> = { font: fontOf(format, content) };
  if (numberFormat !== undefined) style.numFmt = numberFormat;
  if (format.fill !== undefined) {
    style.fill = { type: 'pattern', pattern: 'solid', fgColor: argb(format.fill) };
  }
  if (format.border !== undefined) {
    const side = { style: 'thin', color: argb(format.border) } as const;
    style.border = { top: side, left: side, bottom: side, right: side };
  }
  const alignment = alignmentOf(format);
  if (Object.keys(alignment).length > 0) style.alignment = alignment;
  if (unlocked) style.protection = { locked: false };
  return style;
}

/** A text that begins like a formula is kept a text when someone edits the cell: only the text format does that. */
function numberFormatOf(format: CellFormat, content: ContentKind): string | undefined {
  if (content === 'riskyText') return TEXT_FORMAT;
  return format.numberFormat ?? (content === 'date' ? DEFAULT_DATE_FORMAT : undefined);
}

const LINK_COLOR = '0563C1';

function fontOf(format: CellFormat, content: ContentKind): NonNullable<Partial<Style>['font']> {
  const color = format.color ?? (content === 'link' ? LINK_COLOR : undefined);
  return {
    ...DEFAULT_FONT,
    ...(format.font === undefined ? {} : { name: format.font }),
    ...(format.size === undefined ? {} : { size: format.size }),
    ...(format.bold === true ? { bold: true } : {}),
    ...(format.italic === true ? { italic: true } : {}),
    ...(content === 'link' ? { underline: true } : {}),
    ...(color === undefined ? {} : { color: argb(color) }),
  };
}

function alignmentOf(format: CellFormat): NonNullable<Partial<Style>['alignment']> {
  return {
    ...(format.horizontal === undefined ? {} : { horizontal: format.horizontal }),
    ...(format.vertical === undefined ? {} : { vertical: format.vertical }),
    ...(format.wrap === true ? { wrapText: true } : {}),
    ...(format.indent === undefined ? {} : { indent: format.indent }),
  };
}

/** The library wants the opaque alpha byte first. */
export function argb(color: string): { argb: string } {
  return { argb: `FF${color.toUpperCase()}` };
}
