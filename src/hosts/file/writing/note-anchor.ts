import type { CellNote } from '../../../base/blueprint';
import { DEFAULT_ROW_POINTS } from './sheet-view';

const BOX_PIXELS = 260;
/** Chinese characters of the body font in a line of the box. */
const LINE_CHARACTERS = 17;
const LINE_PIXELS = 20;
const PIXELS_PER_POINT = 4 / 3;
/** A digit of the body font is 7 pixels wide, and a column has 5 for its edges. */
const DIGIT_PIXELS = 7;
const EDGE_PIXELS = 5;
const DEFAULT_COLUMN_CHARACTERS = 8.43;

/** Sizes of the columns (in characters) and rows (in points) of a sheet that do not keep the default, from 1. */
export interface SheetSizes {
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
}

/**
 * Place of a note's box, right of its cell, as VML has it: column, pixels into it, row, pixels into it, for the top left
 * corner and for the bottom right one; columns and rows count from 0 ([MS-OI29500] 2.1.1682).
 */
export function noteAnchor({ row, column, text }: CellNote, sizes: SheetSizes): string {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_CHARACTERS)), 0);
  const widths = (index: number): number =>
    (sizes.widths.get(index + 1) ?? DEFAULT_COLUMN_CHARACTERS) * DIGIT_PIXELS + EDGE_PIXELS;
  const heights = (index: number): number =>
    (sizes.heights.get(index + 1) ?? DEFAULT_ROW_POINTS) * PIXELS_PER_POINT;
  const top = Math.max(0, row - 2);
  const [right, rightPixels] = place(column, BOX_PIXELS, widths);
  const [bottom, bottomPixels] = place(top, (lines + 1) * LINE_PIXELS, heights);
  return [column, 12, top, 4, right, rightPixels, bottom, bottomPixels].join(', ');
}

/** Which column or row lies a number of pixels on, and how far into it. */
function place(from: number, pixels: number, size: (index: number) => number): readonly [number, number] {
  let index = from;
  let left = pixels;
  while (left > size(index)) {
    left -= size(index);
    index += 1;
  }
  return [index, Math.round(left)];
}
