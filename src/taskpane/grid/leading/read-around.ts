import { onceFor } from '../../../base/once-for';
import type { Ledger } from '../../../ledger/ledger';
import type { SheetGridModel } from '../sheet-grid-model';

/** A head stands no farther above: a list of its own would have scrolled out of mind. */
const FARTHEST = 400;

/** The text that stands nearest above a cell in its column; empty where there is none. */
export function headAbove(model: SheetGridModel, line: number, column: number): string {
  for (let above = line - 1; above >= Math.max(1, line - FARTHEST); above -= 1) {
    const content = model.content(above, column);
    if (typeof content === 'string' && content !== '') return content;
  }
  return '';
}

/** Of the directory, and of those that took over from them. */
export const namesOfUnits = onceFor(
  ({ directory }: Ledger): ReadonlySet<string> =>
    new Set(
      directory.units.flatMap(({ name, successor }) => [
        name,
        ...(successor == null ? [] : [successor.name]),
      ]),
    ),
);
