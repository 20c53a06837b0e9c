import { columnLetters, type CellRange } from '../../../base/raw-sheet';

/** A sheet's name as formulas write it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function absoluteRange(range: CellRange): string {
  const start = `$${columnLetters(range.left)}$${range.top}`;
  const end = `$${columnLetters(range.right)}$${range.bottom}`;
  return start === end ? start : `${start}:${end}`;
}

/** “'汇总'!$A$1:$B$9”. */
export function absoluteReference(sheet: string, range: CellRange): string {
  return `${quotedSheet(sheet)}!${absoluteRange(range)}`;
}
