import { columnPoints } from '../../../base/column-points';
import type { CellRange } from '../../../base/raw-sheet';
import type { SheetBlueprint } from '../../../base/blueprint';
import { cellsOf, rowsOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { heightGroups, setGroup } from './height-groups';

const COLUMN_BYTES = 50;

/** Column widths, row heights and merges; a row marked `fitted` is as high as Excel finds its text to be. */
export function sizeSteps(getSheet: () => Excel.Worksheet, blueprint: SheetBlueprint): readonly Step[] {
  const hidden = new Set(blueprint.hiddenColumns);
  const columns = blueprint.columnWidths.map((width, index) => ({
    format: { columnWidth: columnPoints(width) },
    ...(hidden.has(index + 1) && { columnHidden: true }),
  }));
  const fixed = blueprint.rowHeights.filter(({ fitted }) => fitted !== true);
  const heights = heightGroups(fixed.map(({ row, points }) => [row, points] as const));
  const fitted = fittedRuns(blueprint.rowHeights);
  const merges = mergeRuns(blueprint.merges);
  const actions = 1 + heights.length + fitted.length + merges.length;
  return [
    {
      bytes: actions * 3 * ACTION_BYTES + (columns.length + fixed.length) * COLUMN_BYTES,
      play: () => {
        const sheet = getSheet();
        const place = { top: 1, left: 1, bottom: 1, right: columns.length };
        if (columns.length > 0) cellsOf(sheet, place).setColumnProperties(columns);
        for (const { range, across } of merges) cellsOf(sheet, range).merge(across);
        for (const near of heights) setGroup(sheet, near);
        for (const { first, last } of fitted) rowsOf(sheet, first, last).format.autofitRows();
      },
    },
  ];
}

/** From the first fitted row to the last before one of a fixed height; those between have the height of their font anyway. */
function fittedRuns(
  heights: SheetBlueprint['rowHeights'],
): readonly { readonly first: number; readonly last: number }[] {
  const found: { first: number; last: number }[] = [];
  let open = false;
  for (const { row, fitted } of heights.toSorted((a, b) => a.row - b.row)) {
    const run = found.at(-1);
    if (fitted !== true) open = false;
    else if (open && run !== undefined) run.last = row;
    else {
      found.push({ first: row, last: row });
      open = true;
    }
  }
  return found;
}

/** Merged rows one below the other, of the same columns, in one go. */
export function mergeRuns(merges: readonly CellRange[]): readonly { range: CellRange; across: boolean }[] {
  const found: { range: CellRange; across: boolean }[] = [];
  const inOrder = merges.toSorted((a, b) => a.left - b.left || a.right - b.right || a.top - b.top);
  for (const merge of inOrder) {
    const run = found.at(-1);
    const follows =
      run !== undefined &&
      run.across &&
      merge.top === merge.bottom &&
      run.range.bottom === merge.top - 1 &&
      run.range.left === merge.left &&
      run.range.right === merge.right;
    if (follows) run.range = { ...run.range, bottom: merge.bottom };
    else found.push({ range: merge, across: merge.top === merge.bottom });
  }
  return found;
}
