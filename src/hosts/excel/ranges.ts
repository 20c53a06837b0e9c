import type { CellRange } from '../../base/raw-sheet';

/** The cells of a blueprint's range on a live sheet. */
export function cellsOf(sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  return sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);
}

/**
 * One value for every cell of a range. Excel takes it so (learn.microsoft.com/office/dev/add-ins/excel/
 * excel-add-ins-ranges-set-get-values), the published types know arrays only.
 */
export function everywhere(value: string | number | boolean): string[][] {
  return value as unknown as string[][];
}

/** `#RRGGBB`. */
export function htmlColor(color: string): string {
  return `#${color}`;
}

/** Numbers in order, as runs of neighbours. */
export function runs(
  numbers: readonly number[],
): readonly { readonly first: number; readonly last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = found.at(-1);
    if (run?.last === number - 1) run.last = number;
    else found.push({ first: number, last: number });
  }
  return found;
}

/** A sheet's name as formulas have it before “!”. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
