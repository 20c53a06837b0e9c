import type { PivotBlueprint, SheetBlueprint } from '../../../base/blueprint';
import { contentValue } from '../../../base/content-value';

/** A pivot worked out: a row for each first row field's value, a column for each first column field's, and totals. */
export interface PivotValues {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly total: number;
  }[];
}

/** Sums the pivot's first value field over its source table, wherever in the workbook that stands. */
export function pivotValues(pivot: PivotBlueprint, sheets: readonly SheetBlueprint[]): PivotValues {
  const source = sheets.find((sheet) => sheet.tables.some(({ name }) => name === pivot.sourceTable));
  const table = source?.tables.find(({ name }) => name === pivot.sourceTable);
  if (source === undefined || table === undefined) return { columns: [], rows: [] };
  const header = source.cells[table.range.top - 1] ?? [];
  const at = (field: string | undefined) => header.findIndex((cell) => cell === field);
  const [rowAt, columnAt, valueAt] = [at(pivot.rows[0]), at(pivot.columns[0]), at(pivot.values[0]?.field)];
  const sums = new Map<string, Map<string, number>>();
  const columns = new Set<string>();
  for (const cells of source.cells.slice(table.range.top, table.range.bottom)) {
    const [name, column] = [rowAt, columnAt].map((index) => String(contentValue(cells[index] ?? null) ?? ''));
    const value = contentValue(cells[valueAt] ?? null);
    if (!name || !column || typeof value !== 'number' || value === 0) continue;
    columns.add(column);
    const row = sums.get(name) ?? new Map<string, number>();
    sums.set(name, row.set(column, (row.get(column) ?? 0) + value));
  }
  const order = [...columns].sort();
  return {
    columns: order,
    rows: [...sums].map(([name, row]) => ({
      name,
      values: order.map((column) => row.get(column) ?? 0),
      total: [...row.values()].reduce((sum, value) => sum + value, 0),
    })),
  };
}
