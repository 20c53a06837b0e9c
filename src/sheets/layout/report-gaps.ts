import type { RawSheet } from '../../base/raw-sheet';

/**
 * Rows without a label keep their distance from the one above that has it or, where that one is gone, from the next one below.
 * Where another row stands by its words, one that has none is not there.
 */
export function placeUnlabelled(rows: Map<number, number>, labels: readonly unknown[]): void {
  const labelled = new Map(rows);
  const taken = new Set(rows.values());
  let last = 0;
  labels.forEach((label, index) => {
    const row = index + 1;
    if (label !== undefined) {
      last = row;
      return;
    }
    const anchor = labelled.get(last);
    const place = anchor === undefined ? fromBelow(labelled, labels, row) : anchor + row - last;
    if (place > (anchor === undefined ? (rows.get(row - 1) ?? 0) : 0) && !taken.has(place))
      rows.set(row, place);
  });
}

/** 0 where no row with a label follows. */
function fromBelow(labelled: ReadonlyMap<number, number>, labels: readonly unknown[], row: number): number {
  let next = row + 1;
  while (next <= labels.length && labels[next - 1] === undefined) next += 1;
  const at = labelled.get(next);
  return at === undefined ? 0 : at - (next - row);
}

/** Rows of the sheet that hold something in columns of the report. */
export function filledRows(sheet: RawSheet, columns: ReadonlySet<number>): ReadonlySet<number> {
  const isFilled = ({ column, value, formula }: RawSheet['rows'][number]['cells'][number]) =>
    columns.has(column) && (formula !== undefined || (value !== null && value !== ''));
  return new Set(sheet.rows.filter(({ cells }) => cells.some(isFilled)).map(({ row }) => row));
}

/** A row that somebody emptied, and that still lies between its neighbours, is itself and no new one. */
export function placeEmptied(rows: Map<number, number>, count: number, filled: ReadonlySet<number>): void {
  const taken = new Set(rows.values());
  let next = 1;
  for (let row = 1; row <= count; row += 1) {
    if (rows.has(row)) continue;
    const at = (rows.get(row - 1) ?? 0) + 1;
    while (next <= count && (next <= row || !rows.has(next))) next += 1;
    const below = rows.get(next) ?? Number.POSITIVE_INFINITY;
    const isOrphan = row > 1 && !rows.has(row - 1);
    if (isOrphan || taken.has(at) || filled.has(at) || below < at + (next - row)) continue;
    rows.set(row, at);
    taken.add(at);
  }
}
