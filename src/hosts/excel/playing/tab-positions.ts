import type { SheetBlueprint } from '../../../base/blueprint';

/**
 * Where new tabs go, from left to right, counted from 0: each behind the nearest of our tabs before it in the order that is
 * there, or before the nearest behind it; the clerk's own order of the others stays.
 * @param present The sheets that are there, from left to right.
 */
export function positionsOf(
  sheets: readonly SheetBlueprint[],
  order: readonly string[],
  present: readonly string[],
): ReadonlyMap<string, number> {
  const line = [...present];
  const isNew = new Set(sheets.map(({ name }) => name).filter((name) => !present.includes(name)));
  const added = [...order, ...isNew].filter(
    (name, index, all) => isNew.has(name) && all.indexOf(name) === index,
  );
  for (const name of added) line.splice(placeFor(name, order, line), 0, name);
  return new Map(added.map((name) => [name, line.indexOf(name)]));
}

function placeFor(name: string, order: readonly string[], line: readonly string[]): number {
  const place = order.indexOf(name);
  const before = order.slice(0, Math.max(0, place)).findLast((one) => line.includes(one));
  if (before !== undefined) return line.indexOf(before) + 1;
  const behind = place < 0 ? undefined : order.slice(place + 1).find((one) => line.includes(one));
  return behind === undefined ? line.length : line.indexOf(behind);
}
