import { createHash } from 'node:crypto';
import { maxColumn, maxRow } from './address';
import type { Cell } from './grid';
import { columnNamesOf } from './table';
import type { CellValue } from './values';
import type { Workbook } from './workbook';

/** Formulas whose results depend on more than the workbook. */
const VOLATILE = /\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|INDIRECT|OFFSET|CELL|INFO)\(/iu;
const MOST = 64;
const everything = { top: 1, left: 1, bottom: maxRow, right: maxColumn };

/** Results of workbooks computed before, by what they were computed from: many a test comes to the same workbook again. */
const known = new Map<string, readonly CellValue[]>();

/** Gives the formulas of a workbook the results they had when the same was computed last, or has them computed. */
export function withKnownResults(workbook: Workbook, compute: () => void): void {
  const formulas: Cell[] = [];
  const source = sourceOf(workbook, formulas);
  if (source === undefined) {
    compute();
    return;
  }
  const key = createHash('sha256').update(source).digest('base64');
  const results = known.get(key);
  if (results === undefined) {
    compute();
    if (known.size >= MOST) known.delete(known.keys().next().value ?? '');
    known.set(
      key,
      formulas.map(({ value }) => value),
    );
    return;
  }
  formulas.forEach((cell, index) => {
    cell.value = results[index] ?? null;
  });
}

/**
 * Everything that the results of a workbook follow from; `undefined` where they follow from more.
 * @param formulas Gets the cells that have a formula, in order.
 */
function sourceOf(workbook: Workbook, formulas: Cell[]): string | undefined {
  const parts: unknown[] = [];
  for (const sheet of workbook.sheets) {
    parts.push(sheet.name, sheet.merges);
    for (const table of sheet.tables) {
      const { name, rect, showHeaders, showTotals } = table;
      parts.push([name, rect, showHeaders, showTotals, columnNamesOf(table)]);
    }
    for (const [row, { hidden }] of sheet.grid.rows) if (hidden) parts.push(row);
    for (const [row, column, cell] of sheet.grid.cellsIn(everything)) {
      if (cell.spilled === true || (cell.formula !== undefined && VOLATILE.test(cell.formula)))
        return undefined;
      if (cell.formula !== undefined) formulas.push(cell);
      parts.push(row, column, cell.formula ?? null, cell.formula === undefined ? cell.value : null);
    }
  }
  for (const { name, formula, scope } of workbook.names.all) parts.push([name, formula, scope?.name]);
  return JSON.stringify(parts);
}
