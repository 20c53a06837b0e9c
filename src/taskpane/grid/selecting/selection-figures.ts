import type { CellRange } from '../../../base/raw-sheet';
import type { CellContent } from '../../../base/blueprint';
import type { SheetGridModel } from '../sheet-grid-model';

/** What a selection comes to. */
export interface Figures {
  /** Cells that hold something. */
  readonly filled: number;
  /** Of them, those that hold a number; days are none that anybody adds up. */
  readonly numbers: number;
  readonly sum: number;
}

/** Of the cells that are shown in a selection, a joined cell once. */
export function figuresOf(model: SheetGridModel, range: CellRange): Figures {
  let [filled, numbers, sum] = [0, 0, 0];
  const columns = model.columns.filter(({ at }) => at >= range.left && at <= range.right);
  for (let line = range.top; line <= range.bottom; line += 1) {
    for (const { at } of columns) {
      const content = model.content(line, at);
      if (content === null || content === '') continue;
      const value = numberOf(content);
      filled += 1;
      if (value === undefined) continue;
      numbers += 1;
      sum += value;
    }
  }
  return { filled, numbers, sum };
}

function numberOf(content: CellContent): number | undefined {
  if (typeof content === 'number') return content;
  if (typeof content !== 'object' || content === null || !('result' in content)) return undefined;
  return typeof content.result === 'number' ? content.result : undefined;
}
