import { lineWidth, textWidth } from '../../sheets/row-heights';
import type { SheetGridModel } from './sheet-grid-model';

/** Longer texts are wrapped rather than shown in one line, in characters. */
const WIDEST = 60;
/** What a cell keeps free beside its text, and the width of a character, in pixels. */
const EDGES_PX = 14;
const CHARACTER_PX = 7;
/** More lines say nothing else of how wide a column wants to be. */
const MOST_LINES = 2_000;

/** The width that shows what stands in a column in one line, in pixels; joined cells do not ask. */
export function fittedWidth(model: SheetGridModel, column: number): number {
  let widest = 2;
  for (let line = 1; line <= Math.min(model.rowCount, MOST_LINES); line += 1) {
    if (model.mergeAt(line, column) !== undefined) continue;
    for (const text of model.text(line, column).split('\n')) widest = Math.max(widest, textWidth(text));
  }
  const characters = Math.min(WIDEST, widest);
  return Math.ceil((characters * characters * CHARACTER_PX) / lineWidth(characters, 10)) + EDGES_PX;
}
