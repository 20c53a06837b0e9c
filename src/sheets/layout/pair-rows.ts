import { must } from '../../base/invariant';
/** More steps than this are not taken to find the best pairing: then rows are paired from the top. */
const MOST_STEPS = 4_000_000;

/**
 * Pairs the rows of a report as it was with those it will have: as many as there can be, in their order, mostly rows of one
 * key. A list whose order changes so keeps its rows, and only what stands in them changes; none is left blank in its
 * midst, and no more are added than the report grows by.
 * @returns for each row it will have the index of its row so far; `undefined` for one that is new.
 */
export function pairRows(
  before: readonly string[],
  after: readonly string[],
): readonly (number | undefined)[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail += 1;
  }
  const [then, now] = [before, after].map((keys) => keys.slice(head, keys.length - tail)) as [
    string[],
    string[],
  ];
  const grows = now.length >= then.length;
  const offsets = grows ? bestOffsets(then, now) : bestOffsets(now, then);
  const pairs: (number | undefined)[] = after.map((_, index) => {
    if (index < head) return index;
    return index >= after.length - tail ? before.length - after.length + index : undefined;
  });
  offsets.forEach((offset, index) => {
    const [old, fresh] = grows ? [index, index + offset] : [index + offset, index];
    pairs[head + fresh] = head + old;
  });
  return pairs;
}

/** Rows that are added in one place more are worth so many rows whose words change. */
const ANOTHER_PLACE = 8;

/**
 * By how much each item of the shorter list lies further down in the longer one, so that many keys are the same and what the
 * longer one has more lies in few places.
 */
function bestOffsets(shorter: readonly string[], longer: readonly string[]): readonly number[] {
  const width = longer.length - shorter.length + 1;
  if (shorter.length * width > MOST_STEPS) return shorter.map(() => 0);
  const chosen = shorter.map(() => new Int32Array(width));
  let best = Float64Array.from({ length: width }, (_, offset) => (offset === width - 1 ? 0 : ANOTHER_PLACE));
  for (let item = shorter.length - 1; item >= 0; item -= 1) {
    const next = new Float64Array(width);
    const choice = chosen[item];
    let [further, at] = [Number.POSITIVE_INFINITY, 0];
    for (let offset = width - 1; offset >= 0; offset -= 1) {
      const cost =
        must(best[offset], `cost of ${offset}`) + (shorter[item] === longer[item + offset] ? 0 : 1);
      const stays = cost <= further + ANOTHER_PLACE;
      next[offset] = stays ? cost : further + ANOTHER_PLACE;
      if (choice !== undefined) choice[offset] = stays ? offset : at;
      if (cost <= further) [further, at] = [cost, offset];
    }
    best = next;
  }
  let from = 0;
  return shorter.map((_, item) => (from = chosen[item]?.[from] ?? from));
}
