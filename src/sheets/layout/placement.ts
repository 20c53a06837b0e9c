import { onceFor } from '../../base/once-for';
import type { CellRange } from '../../base/raw-sheet';

/**
 * Where the rows and columns of a tab, as the product draws it by itself (“drawn”), stand in a workbook. Both count from 1;
 * what has no place there is missing from the maps.
 */
export interface Placement {
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
  /** Lines above the header keep together whatever became of the columns: drawn rows up to `last` begin at `column`. */
  readonly head?: { readonly last: number; readonly column: number };
}

/** A tab that stands as it is drawn. */
export function asDrawn(rows: number, columns: number): Placement {
  return { rows: counted(rows), columns: counted(columns) };
}

function counted(count: number): ReadonlyMap<number, number> {
  return new Map(Array.from({ length: count }, (_, index) => [index + 1, index + 1]));
}

/** Whether everything of a tab stands where it is drawn. */
export const standsAsDrawn = onceFor(
  ({ rows, columns, head }: Placement) =>
    isCounted(rows) && isCounted(columns) && (head === undefined || head.column === 1),
);

/** Whether so many cells of a row stand in the columns in which they are drawn. */
export function isLineAsDrawn({ columns, head }: Placement, cells: number): boolean {
  return cells <= columns.size && (head === undefined || head.column === 1) && isAllCounted(columns);
}

const isAllCounted = onceFor(isCounted);

/** The lines from the first on, each in its own place. */
function isCounted(lines: ReadonlyMap<number, number>): boolean {
  let next = 1;
  for (const [line, at] of lines) {
    if (line !== next || at !== next) return false;
    next += 1;
  }
  return true;
}

/**
 * The last of lines that keep their order, however far apart they stand: then the ends of a span are those of its lines. Nothing
 * where they do not.
 */
const lastInOrder = onceFor((lines: ReadonlyMap<number, number>): number | undefined => {
  let [before, above] = [0, 0];
  for (const [line, at] of lines) {
    if (line <= before || at <= above) return undefined;
    [before, above] = [line, at];
  }
  return before;
});

/** Where a drawn cell stands; `undefined` where it has no place. */
export function placeOf(
  placement: Placement,
  row: number,
  column: number,
): { readonly row: number; readonly column: number } | undefined {
  const at = placement.rows.get(row);
  const { head } = placement;
  const across =
    head !== undefined && row <= head.last ? head.column + column - 1 : placement.columns.get(column);
  return at === undefined || across === undefined ? undefined : { row: at, column: across };
}

/** The lines from the first to the last that drawn lines `from` to `to` lie in; lines of the clerk's may stand between. */
export function span(
  lines: ReadonlyMap<number, number>,
  from: number,
  to: number,
): readonly [number, number] | undefined {
  const known = spans.get(lines) ?? new Map<string, readonly [number, number] | undefined>();
  spans.set(lines, known);
  const key = `${from}:${to}`;
  if (!known.has(key)) known.set(key, spanned(lines, from, to));
  return known.get(key);
}

/** The same few ranges are asked for by thousands of formulas. */
const spans = new WeakMap<ReadonlyMap<number, number>, Map<string, readonly [number, number] | undefined>>();

function spanned(
  lines: ReadonlyMap<number, number>,
  from: number,
  to: number,
): readonly [number, number] | undefined {
  const lastLine = lastInOrder(lines);
  // What is printed goes down to the last row that Excel has, far below any of ours.
  if (lastLine !== undefined) return ends(lines, from, Math.min(to, lastLine));
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const [line, at] of lines) {
    if (line < from || line > to) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return last === 0 ? undefined : [first, last];
}

function ends(
  lines: ReadonlyMap<number, number>,
  from: number,
  to: number,
): readonly [number, number] | undefined {
  let [top, bottom] = [from, to];
  while (top <= to && !lines.has(top)) top += 1;
  while (bottom >= top && !lines.has(bottom)) bottom -= 1;
  const [first, last] = [lines.get(top), lines.get(bottom)];
  return top > bottom || first === undefined || last === undefined ? undefined : [first, last];
}

/** The range of the workbook that a drawn range lies in. */
export function placedRange(placement: Placement, range: CellRange): CellRange | undefined {
  const { head } = placement;
  const rows = span(placement.rows, range.top, range.bottom);
  const columns =
    head !== undefined && range.bottom <= head.last
      ? ([range.left + head.column - 1, range.right + head.column - 1] as const)
      : span(placement.columns, range.left, range.right);
  if (rows === undefined || columns === undefined) return undefined;
  return { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] };
}

/**
 * The ranges that together are the drawn one's columns, without columns of the clerk's between them: neighbouring columns
 * are one range.
 */
export function placedRanges(placement: Placement, range: CellRange): readonly CellRange[] {
  const rows = span(placement.rows, range.top, range.bottom);
  if (rows === undefined) return [];
  const { head } = placement;
  const columns = Array.from({ length: range.right - range.left + 1 }, (_, index) => range.left + index)
    .flatMap((column) =>
      head !== undefined && range.bottom <= head.last
        ? [head.column + column - 1]
        : (placement.columns.get(column) ?? []),
    )
    .sort((a, b) => a - b);
  const ranges: CellRange[] = [];
  for (const column of columns) {
    const last = ranges.at(-1);
    if (last !== undefined && last.right + 1 === column) {
      ranges[ranges.length - 1] = { ...last, right: column };
    } else {
      ranges.push({ top: rows[0], bottom: rows[1], left: column, right: column });
    }
  }
  return ranges;
}
