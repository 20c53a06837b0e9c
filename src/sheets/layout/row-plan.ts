import { largestOf } from '../../base/extremes';

/** Rows that are inserted before a row, both counted as the sheet stands now. */
export interface Insertion {
  readonly before: number;
  readonly count: number;
}

/** Where the drawn rows come to stand, and what has to be inserted for it. */
export interface RowPlan {
  readonly rows: ReadonlyMap<number, number>;
  /** Topmost first, `before` counted with the earlier ones already inserted. */
  readonly insertedRows: readonly Insertion[];
  /** Where a row of the sheet as it stands comes to lie. */
  readonly moved: (row: number) => number;
}

/** A run of rows that are new, and where they go. */
interface NewRows {
  readonly drawn: readonly number[];
  readonly before: number;
  readonly insert: boolean;
}

/**
 * Finds places for drawn rows that the sheet does not have yet: behind the row they follow. Rows that are no longer wanted are
 * used first, then empty ones below the last of ours; where something of the clerk's stands, rows are inserted.
 * @param known Drawn rows that stand in the sheet already.
 * @param free Rows of the sheet that held something of ours and hold nothing any more.
 * @param isList Whether the order of the rows says nothing: then any free row will do.
 */
export function planRows(
  drawn: number,
  known: ReadonlyMap<number, number>,
  free: ReadonlySet<number>,
  occupied: (row: number) => boolean,
  isList = false,
): RowPlan {
  const settled = new Map<number, number>();
  const unused = new Set(free);
  const fresh: NewRows[] = [];
  const lastOfOurs = largestOf(free, largestOf(known.values(), 0));
  let previous = 0;
  let run: number[] = [];
  const takeFree = (): number | undefined => {
    const row = isList ? unused.values().next().value : previous + 1;
    return row !== undefined && unused.delete(row) ? row : undefined;
  };
  const close = (): void => {
    if (run.length === 0) return;
    const before = previous + 1;
    const isTail = previous >= lastOfOurs;
    const isClear =
      isTail && !run.some((_, index) => occupied(before + index)) && !occupied(before + run.length);
    fresh.push({ drawn: run, before, insert: !isClear });
    if (isClear) previous += run.length;
    run = [];
  };
  for (let row = 1; row <= drawn; row += 1) {
    const at = known.get(row) ?? (run.length === 0 || isList ? takeFree() : undefined);
    if (at === undefined) run.push(row);
    else {
      close();
      settled.set(row, at);
      previous = at;
    }
  }
  close();
  return placed(settled, isList ? inFewPlaces(fresh, lastOfOurs, occupied) : fresh);
}

/** A list into which rows would go in many places gets them below its last row. */
function inFewPlaces(
  fresh: readonly NewRows[],
  lastOfOurs: number,
  occupied: (row: number) => boolean,
): readonly NewRows[] {
  if (fresh.length <= MOST_PLACES) return fresh;
  const drawn = fresh.flatMap((run) => run.drawn);
  const before = lastOfOurs + 1;
  return [
    {
      drawn,
      before,
      insert: Array.from({ length: drawn.length + 1 }, (_, index) => before + index).some(occupied),
    },
  ];
}

const MOST_PLACES = 3;

function placed(settled: ReadonlyMap<number, number>, fresh: readonly NewRows[]): RowPlan {
  const insertions = fresh
    .filter(({ insert }) => insert)
    .map(({ before, drawn }) => ({ before, count: drawn.length }))
    .sort((a, b) => a.before - b.before);
  const moved = (row: number): number =>
    row + insertions.reduce((sum, { before, count }) => (before <= row ? sum + count : sum), 0);
  const rows = new Map([...settled].map(([row, at]) => [row, moved(at)]));
  for (const { drawn, before, insert } of fresh) {
    const first = insert ? moved(before - 1) + 1 : moved(before);
    drawn.forEach((row, index) => rows.set(row, first + index));
  }
  let shift = 0;
  const insertedRows = insertions.map(({ before, count }) => {
    const at = before + shift;
    shift += count;
    return { before: at, count };
  });
  return { rows: inOrder(rows), insertedRows, moved };
}

function inOrder(rows: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  let above = 0;
  for (const row of rows.keys()) {
    if (row < above) return new Map([...rows].sort((a, b) => a[0] - b[0]));
    above = row;
  }
  return rows;
}
