import { cellsOf, rowsOf } from '../ranges';

/** An empty entry for a row that stays weighs three bytes. */
const MOST_BETWEEN = 150;
/** Each of its rows in an array would weigh more than a call of its own. */
const LONG_RUN = 20;

interface SizedRun {
  readonly first: number;
  last: number;
  readonly size: number;
}

/** Rows side by side of the same height, in one go. */
function neighbours(sizes: readonly (readonly [index: number, size: number])[]): readonly SizedRun[] {
  const found: SizedRun[] = [];
  for (const [index, size] of [...sizes].sort(([a], [b]) => a - b)) {
    const run = found.at(-1);
    if (run?.last === index - 1 && run.size === size) run.last = index;
    else found.push({ first: index, last: index, size });
  }
  return found;
}

/** Heights, in points, by runs of rows that one call sets more cheaply than a call each; a long one stands alone. */
export function heightGroups(
  sizes: readonly (readonly [row: number, points: number])[],
): readonly (readonly SizedRun[])[] {
  const groups: SizedRun[][] = [];
  for (const run of neighbours(sizes)) {
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

/** Rows near each other: of one height in one go, or each of its own in one call that leaves the rows between as they are. */
export function setGroup(sheet: Excel.Worksheet, near: readonly SizedRun[]): void {
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
