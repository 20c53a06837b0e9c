import { rangeAddress, type CellRange } from '../../../../base/raw-sheet';
import { parseCellRange } from '../../reading/xlsx/references';

/** The ranges of a list such as “A1:B2 D4”; what is no range of cells is left out. */
export function parseAreas(list: string): readonly CellRange[] {
  return list.split(/\s+/).flatMap((area) => parseCellRange(area) ?? []);
}

export function writeAreas(areas: readonly CellRange[]): string {
  return areas.map(rangeAddress).join(' ');
}

export function meet(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** What is left of some ranges without a part. */
export function without(areas: readonly CellRange[], hole: CellRange): readonly CellRange[] {
  return areas.flatMap((area) => {
    if (!meet(area, hole)) return [area];
    const { top, left, bottom, right } = area;
    const [from, to] = [Math.max(top, hole.top), Math.min(bottom, hole.bottom)];
    return [
      { top, left, bottom: hole.top - 1, right },
      { top: from, left, bottom: to, right: hole.left - 1 },
      { top: from, left: hole.right + 1, bottom: to, right },
      { top: hole.bottom + 1, left, bottom, right },
    ].filter((rest) => rest.top <= rest.bottom && rest.left <= rest.right);
  });
}
