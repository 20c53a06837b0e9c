import type { SheetBlueprint } from '../../base/blueprint';
import { contentValue } from '../../base/content-value';
import type { RawRow, RawSheet } from '../../base/raw-sheet';
import type { CellChange } from '../../base/workbook-difference';
import { findTable } from '../reading/find-table';
import { cellText } from '../reading/raw-table';
import { HEADER_ROW } from '../tab-builder';
import type { TableTab } from '../tabs/table-tab';

type AnyTable = TableTab<never, string>;

/**
 * Rows of a table whose number a stopped change did not come to: it writes that last. They lack what tells a row from the
 * others, and at least half of their cells say what the table says in that column, as no remark of the clerk's does.
 * @param drawn The tab as it was and as it will be.
 */
export function unfinishedRows(
  sheet: RawSheet,
  table: AnyTable,
  drawn: readonly SheetBlueprint[],
): readonly RawRow[] {
  const found = findTable(sheet, table);
  if (found === undefined) return [];
  const said = wordsByColumn(table, drawn);
  const columns = [...found.columns].map(([key, column]) => ({ column, words: said.get(key) }));
  const identifying = new Set(table.identifying.map((key) => found.columns.get(key)));
  return found.rows.filter(({ cells }) => {
    const filled = cells.filter(({ value }) => cellText(value).trim() !== '');
    if (filled.length === 0 || filled.some(({ column }) => identifying.has(column))) return false;
    const known = filled.filter(({ column, value }) =>
      columns.some((one) => one.column === column && one.words?.has(cellText(value).trim()) === true),
    );
    return known.length * 2 >= filled.length;
  });
}

function wordsByColumn(
  table: AnyTable,
  drawn: readonly SheetBlueprint[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = drawn.flatMap(({ cells }) => cells.slice(HEADER_ROW));
  return new Map(
    table.keys.map((key) => {
      const words = rows.flatMap((row) => {
        const content = row[table.at(key) - 1];
        return content === undefined ? [] : [cellText(contentValue(content)).trim()];
      });
      return [key, new Set(words.filter((word) => word !== ''))];
    }),
  );
}

/** The changes of a tab, and with them all cells of unfinished rows that nothing else comes to stand in. */
export function clearing(
  changes: readonly CellChange[],
  unfinished: readonly RawRow[],
): readonly CellChange[] {
  if (unfinished.length === 0) return changes;
  const changed = new Set(changes.map(({ row, column }) => `${row}:${column}`));
  const cleared = unfinished.flatMap(({ row, cells }) =>
    cells.flatMap(({ column }): CellChange[] =>
      changed.has(`${row}:${column}`) ? [] : [{ row, column, content: null }],
    ),
  );
  return [...changes, ...cleared].sort((a, b) => a.row - b.row || a.column - b.column);
}
