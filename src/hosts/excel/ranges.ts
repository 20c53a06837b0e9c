import type { CellRange } from '../../base/raw-sheet';

/** What a request has asked for so far. */
interface Asked {
  readonly sheets: Map<string, Excel.Worksheet>;
  /** By sheet and place. */
  readonly ranges: Map<Excel.Worksheet, Map<string, Excel.Range>>;
}

/** Nothing while no request is being queued. */
let asked: Asked | undefined;

/** Queues a request: while `play` runs, a sheet and a range of it are asked for once, however often they are used. */
export function queueing(play: () => void): void {
  asked = { sheets: new Map(), ranges: new Map() };
  try {
    play();
  } finally {
    asked = undefined;
  }
}

/** A sheet by its name, which it keeps while the request runs. */
export function sheetOf(worksheets: Excel.WorksheetCollection, name: string): Excel.Worksheet {
  const sheet = asked?.sheets.get(name) ?? worksheets.getItem(name);
  asked?.sheets.set(name, sheet);
  return sheet;
}

/** A new sheet. */
export function addSheet(worksheets: Excel.WorksheetCollection, name: string): Excel.Worksheet {
  const sheet = worksheets.add(name);
  isNow(name, sheet);
  return sheet;
}

/** From here on in the request, the name is that of this sheet. */
export function isNow(name: string, sheet: Excel.Worksheet): void {
  asked?.sheets.set(name, sheet);
}

/** Forgets the ranges of a sheet whose rows move: Excel moves ranges that are known along. */
export function rowsMove(sheet: Excel.Worksheet): void {
  asked?.ranges.delete(sheet);
}

/** The cells of a blueprint's range on a live sheet, for the running request: later ones do not know them any more. */
export function cellsOf(sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  const key = `${top} ${left} ${bottom} ${right}`;
  const known = asked?.ranges.get(sheet) ?? new Map<string, Excel.Range>();
  const there = known.get(key);
  if (there !== undefined) return there;
  const cells = sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);
  asked?.ranges.set(sheet, known.set(key, cells));
  return cells;
}

/** Whole rows, as `cellsOf`. */
export function rowsOf(sheet: Excel.Worksheet, first: number, last: number): Excel.Range {
  return sheet.getRange(`${first}:${last}`);
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
