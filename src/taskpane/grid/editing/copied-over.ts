import type { CellEdit } from '../../../app/changes/edit-cells';
import type { CellRange } from '../../../base/raw-sheet';
import type { CellPlace } from '../selecting/selection';
import type { SheetGridModel } from '../sheet-grid-model';

/** The places of a range that are shown, line by line. */
export function placesOf(model: SheetGridModel, range: CellRange): readonly CellPlace[] {
  const columns = model.columns.filter(({ at }) => at >= range.left && at <= range.right);
  return Array.from({ length: range.bottom - range.top + 1 }, (_, down) =>
    columns.map(({ at }) => ({ row: range.top + down, column: at })),
  ).flat();
}

/** What stands in a cell as it would be typed. */
export function typedText(model: SheetGridModel, { row, column }: CellPlace): string {
  const content = model.content(row, column);
  if (typeof content === 'object' && content !== null && 'date' in content) return content.date;
  const shown = model.text(row, column);
  return model.editRule(row, column)?.kind === 'wholeNumber' ? shown.replace('%', '') : shown;
}

/** Cells copied over all others of a range, again and again where it is larger: Ctrl+D, and drawing out a selection. */
export function copiedOver(model: SheetGridModel, from: CellRange, range: CellRange): readonly CellEdit[] {
  const columns = model.columns.map(({ at }) => at);
  const [first, last] = [columns.indexOf(from.left), columns.indexOf(from.right)];
  const [high, wide] = [from.bottom - from.top + 1, last - first + 1];
  const source = ({ row, column }: CellPlace): CellPlace => ({
    row: from.top + cycled(row - from.top, high),
    column: columns[first + cycled(columns.indexOf(column) - first, wide)] ?? from.left,
  });
  const isIn = ({ row, column }: CellPlace) =>
    row >= from.top && row <= from.bottom && column >= from.left && column <= from.right;
  return placesOf(model, range)
    .filter((place) => !isIn(place))
    .map((place) => ({ ...place, typed: typedText(model, source(place)) }));
}

function cycled(distance: number, length: number): number {
  return ((distance % length) + length) % length;
}
