import { must } from '../../base/invariant';
import type { PrintSetup, SheetBlueprint } from '../../base/blueprint';
import { withFittedRows } from '../row-heights';

/** Rows that belong together, from the heading to the last; where the next begins nothing else stands between but blank rows. */
export interface PageBlock {
  readonly heading: number;
  readonly last: number;
  /** Its head repeats on each of its pages: it may begin where its first rows have room. */
  readonly flows?: true;
}

/** So many rows of a block that flows are on the page of its heading: its head and two of its list. */
const ROWS_TOGETHER = 3;

/** In millimetres, the shorter side first. */
const PAPER = { A3: [297, 420], A4: [210, 297] } as const satisfies Record<PrintSetup['paper'], unknown>;
const POINTS_A_MM = 72 / 25.4;
/** Width of a character of the default font, at 96 pixels to the inch. */
const CHARACTER_POINTS = (7 * 72) / 96;
/** Of a row that nobody gave a height: programs fit it to their font, and this is the highest of them. */
const ROW_POINTS = 16.5;
/** Of a page, what is counted on: programs differ in how wide a column comes out, and with it in the scale. */
const COUNTED_ON = 0.97;

/**
 * A tab with page breaks before the blocks that do not fit into what is left of a page: no heading stands alone at the foot of
 * one, and a table that has room on a page is not cut. What follows a block that is longer than a page begins on a new one.
 * @param blocks All that is printed, from the first row on.
 */
export function withPageBreaks(sheet: SheetBlueprint, blocks: readonly PageBlock[]): SheetBlueprint {
  const print = must(sheet.print, `the print set-up of ${sheet.name}`);
  const room = pageRoom(sheet, print);
  const height = heightIn(sheet);
  let left = room;
  let above = 0;
  const breakAbove: number[] = [];
  for (const { heading, last, flows } of blocks) {
    left -= height(above + 1, heading - 1);
    const needed = height(heading, flows === true ? Math.min(last, heading + ROWS_TOGETHER) : last);
    if (needed > left && heading > 1) {
      breakAbove.push(heading);
      left = room;
    }
    left = needed > room ? 0 : left - needed;
    above = last;
  }
  return { ...sheet, print: { ...print, breakAbove } };
}

/** How much of a tab goes on a page, in points of the tab. */
function pageRoom(
  { columnWidths }: SheetBlueprint,
  { paper, orientation, margins, area }: PrintSetup,
): number {
  const [short, long] = PAPER[paper];
  const [across, down] = orientation === 'landscape' ? [long, short] : [short, long];
  const printed = columnWidths.slice(0, area?.right).reduce((sum, width) => sum + width, 0);
  const scale = Math.min(
    1,
    ((across - margins.left - margins.right) * POINTS_A_MM) / (printed * CHARACTER_POINTS),
  );
  return (((down - margins.top - margins.bottom) * POINTS_A_MM) / scale) * COUNTED_ON;
}

/** The height of rows from one to another. */
function heightIn(sheet: SheetBlueprint): (from: number, to: number) => number {
  const known = new Map(withFittedRows(sheet).rowHeights.map(({ row, points }) => [row, points]));
  return (from, to) => {
    let sum = 0;
    for (let row = from; row <= to; row += 1) sum += known.get(row) ?? ROW_POINTS;
    return sum;
  };
}
