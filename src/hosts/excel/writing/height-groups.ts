import { cellsOf, rowsOf } from '../ranges';

/** An empty entry for a row that stays weighs three bytes. */
const MOST_BETWEEN = 150;
/** Each of its rows in an array would weigh more than a call of its own. */
const LONG_RUN = 20;
/** An array of more would weigh more than the rows by their numbers. */
const ROWS_IN_AN_ARRAY = 300;
/** So many addresses weigh more than a call of three actions. */
const WORTH_A_CALL = 70;
/** Excel refuses addresses of more than some 8,000 characters (OfficeDev/office-js issue 5198). */
const LONGEST_ADDRESS = 4_000;

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
    setRun(sheet, first);
    return;
  }
  const bottom = near.at(-1)?.last ?? first.last;
  if (bottom - first.first >= ROWS_IN_AN_ARRAY) setByHeight(sheet, near);
  else setOneByOne(sheet, near, { top: first.first, bottom });
}

function setRun(sheet: Excel.Worksheet, { first, last, size }: SizedRun): void {
  rowsOf(sheet, first, last).format.rowHeight = size;
}

function setOneByOne(
  sheet: Excel.Worksheet,
  near: readonly SizedRun[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): void {
  const sizes = new Map(
    near.flatMap(({ first, last, size }) =>
      Array.from({ length: last - first + 1 }, (_, index) => [first + index, size] as const),
    ),
  );
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => {
    const rowHeight = sizes.get(top + index);
    return rowHeight === undefined ? {} : { format: { rowHeight } };
  });
  cellsOf(sheet, { top, bottom, left: 1, right: 1 }).setRowProperties(rows);
}

/** Many rows without a gap get the height that most of them have; then the others, height by height. */
function setByHeight(sheet: Excel.Worksheet, near: readonly SizedRun[]): void {
  const others = withoutGaps(near).flatMap((runs) => {
    const [size, same] = mostCommon(runs);
    if (same.length < WORTH_A_CALL) return runs;
    const [{ first }, last = runs[0]] = [runs[0], runs.at(-1)];
    setRun(sheet, { first, last: last.last, size });
    return runs.filter((run) => run.size !== size);
  });
  for (const [size, runs] of bySize(others))
    for (const areas of areasOf(sheet, runs.map(firstCells))) areas.format.rowHeight = size;
}

function withoutGaps(near: readonly SizedRun[]): readonly (readonly [SizedRun, ...SizedRun[]])[] {
  const found: [SizedRun, ...SizedRun[]][] = [];
  for (const run of near) {
    const last = found.at(-1);
    if (last?.at(-1)?.last === run.first - 1) last.push(run);
    else found.push([run]);
  }
  return found;
}

function bySize(runs: readonly SizedRun[]): ReadonlyMap<number, readonly SizedRun[]> {
  const found = new Map<number, SizedRun[]>();
  for (const run of runs) {
    const same = found.get(run.size);
    if (same === undefined) found.set(run.size, [run]);
    else same.push(run);
  }
  return found;
}

function mostCommon(runs: readonly [SizedRun, ...SizedRun[]]): readonly [number, readonly SizedRun[]] {
  return [...bySize(runs)].reduce((most, one) => (one[1].length > most[1].length ? one : most));
}

/** Their rows have one height from end to end, and this is the shortest address. */
function firstCells({ first, last }: SizedRun): string {
  return first === last ? `A${first}` : `A${first}:A${last}`;
}

/** As many in one go as an address has room for. */
export function areasOf(sheet: Excel.Worksheet, parts: readonly string[]): readonly Excel.RangeAreas[] {
  const addresses: string[] = [];
  for (const one of parts) {
    const before = addresses.at(-1);
    if (before === undefined || before.length + one.length >= LONGEST_ADDRESS) addresses.push(one);
    else addresses.splice(-1, 1, `${before},${one}`);
  }
  return addresses.map((address) => sheet.getRanges(address));
}
