import { largestOf, smallestOf } from '../../../base/extremes';
import type { ChangedTab } from '../../../base/workbook-difference';
import { cellsOf, rowsOf, runs } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { neighbours } from '../writing/write-sizes';
import type { TwoPartChange } from './change-rules';

const ACTIONS_A_RUN = 5;
/** An empty entry for a row that stays weighs three bytes. */
const MOST_BETWEEN = 150;
/** Each of its rows in an array would weigh more than a call of its own. */
const LONG_RUN = 20;
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

/** Rows near each other: of one height in one go, or each of its own in one call that leaves the rows between as they are. */
function setHeights(sheet: Excel.Worksheet, heights: ChangedTab['rowHeights']): void {
  const fixed = heights.flatMap(({ row, points }) => (points === null ? [] : [[row, points] as const]));
  const free = heights.filter(({ points }) => points === null).map(({ row }) => row);
  for (const near of groupsOf(neighbours(fixed))) setGroup(sheet, near);
  for (const { first, last } of runs(free.sort((a, b) => a - b))) {
    rowsOf(sheet, first, last).format.autofitRows();
  }
}

type SizedRun = ReturnType<typeof neighbours>[number];

/** Runs that one call sets more cheaply than a call each; a long one stands alone. */
function groupsOf(sized: readonly SizedRun[]): readonly (readonly SizedRun[])[] {
  const groups: SizedRun[][] = [];
  for (const run of sized) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const joins = last !== undefined && run.first - last.last <= MOST_BETWEEN;
    if (group !== undefined && joins && ![last, run].some(isLong)) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

function isLong({ first, last }: SizedRun): boolean {
  return last - first >= LONG_RUN;
}

function setGroup(sheet: Excel.Worksheet, near: readonly SizedRun[]): void {
  const [first, ...others] = near;
  if (first === undefined) return;
  if (others.length === 0) {
    rowsOf(sheet, first.first, first.last).format.rowHeight = first.size;
    return;
  }
  const bottom = near.at(-1)?.last ?? first.last;
  const sizes = new Map(
    near.flatMap(({ first: top, last, size }) =>
      Array.from({ length: last - top + 1 }, (_, index) => [top + index, size] as const),
    ),
  );
  const rows = Array.from({ length: bottom - first.first + 1 }, (_, index) => {
    const rowHeight = sizes.get(first.first + index);
    return rowHeight === undefined ? {} : { format: { rowHeight } };
  });
  cellsOf(sheet, { top: first.first, bottom, left: 1, right: 1 }).setRowProperties(rows);
}
