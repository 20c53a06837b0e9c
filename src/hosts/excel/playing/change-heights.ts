import { largestOf, smallestOf } from '../../../base/extremes';
import type { ChangedTab } from '../../../base/workbook-difference';
import { cellsOf, runs } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { areasOf, heightGroups, setGroup } from '../writing/height-groups';
import type { TwoPartChange } from './change-rules';

const ACTIONS_A_RUN = 5;
/** Excel rounds a height to whole pixels. */
const SAME_POINTS = 1;

/**
 * Row heights, once Excel has said how high the rows are: what the clerk made higher or hid stays, since a height set on a
 * hidden row shows it again.
 */
export function heightSteps(
  getSheet: () => Excel.Worksheet,
  rowHeights: ChangedTab['rowHeights'],
): TwoPartChange {
  if (rowHeights.length === 0) return { first: [], then: [] };
  const rows = rowHeights.map(({ row }) => row);
  const [top, bottom] = [smallestOf(rows), largestOf(rows)];
  let asked: OfficeExtension.ClientResult<Excel.RowProperties[]> | undefined;
  const ask: Step = {
    bytes: 3 * ACTION_BYTES,
    play: () => {
      const column = cellsOf(getSheet(), { top, bottom, left: 1, right: 1 });
      asked = column.getRowProperties({ rowHidden: true, format: { rowHeight: true } });
    },
  };
  const set: Step = {
    bytes: rowHeights.length * ACTIONS_A_RUN * ACTION_BYTES,
    play: () => {
      const found = answerOf(asked);
      const ours = rowHeights.filter(({ row, was }) => isOurs(found[row - top], was));
      setHeights(getSheet(), ours);
    },
  };
  return { first: [ask], then: [set] };
}

function answerOf<Value>(
  result: OfficeExtension.ClientResult<readonly Value[]> | undefined,
): readonly Value[] {
  return result?.value ?? [];
}

function isOurs(found: Excel.RowProperties | undefined, was: number | null): boolean {
  if (found === undefined || found.rowHidden === true) return false;
  return was === null || Math.abs((found.format?.rowHeight ?? was) - was) < SAME_POINTS;
}

function setHeights(sheet: Excel.Worksheet, heights: ChangedTab['rowHeights']): void {
  const fixed = heights.flatMap(({ row, points }) => (points === null ? [] : [[row, points] as const]));
  const free = heights.filter(({ points }) => points === null).map(({ row }) => row);
  for (const near of heightGroups(fixed)) setGroup(sheet, near);
  const rows = runs(free.sort((a, b) => a - b)).map(({ first, last }) => `${first}:${last}`);
  for (const areas of areasOf(sheet, rows)) areas.format.autofitRows();
}
