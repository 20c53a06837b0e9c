import { HEADER_ROW } from '../tab-builder';
import type { TableTab } from '../tabs/table-tab';
import { findTable, type FoundTable } from '../reading/find-table';
import { cellText } from '../reading/raw-table';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import type { RawRow, RawSheet } from '../../base/raw-sheet';
import { contentValue } from '../../base/content-value';

type AnyTable = TableTab<never, string>;

/** Rows of a drawn table by key: what stands in its identifying columns, and how often that has stood above. */
export function drawnKeys(table: AnyTable, cells: SheetBlueprint['cells']): readonly string[] {
  const columns = table.identifying.map((key) => table.at(key));
  const text = (content: CellContent | undefined) => cellText(contentValue(content ?? null)).trim();
  const keys = numbered();
  return cells
    .slice(HEADER_ROW)
    .map((row) => keys(columns.map((column) => text(row[column - 1])).join('\n')));
}

/** Of the one blank row that an empty table keeps. */
export function isBlankKey(key: string): boolean {
  return key.trim() === '#1';
}

/** A table in a sheet, and which of its rows is which. */
export interface FoundRows {
  readonly table: FoundTable<string>;
  readonly rowOf: ReadonlyMap<string, number>;
}

/** `undefined` when the sheet has no such table. @throws LedgerFormatError when a header is missing or doubled */
export function foundRows(table: AnyTable, sheet: RawSheet): FoundRows | undefined {
  const found = findTable(sheet, table);
  if (found === undefined) return undefined;
  const keys = numbered();
  const rowOf = new Map<string, number>();
  for (const row of found.rows) {
    const words = table.identifying.map((key) => wordIn(row, found.columns.get(key)));
    if (words.every((word) => word === '')) continue;
    rowOf.set(keys(words.join('\n')), row.row);
  }
  return { table: found, rowOf };
}

function wordIn(row: RawRow, column: number | undefined): string {
  const value = row.cells.find((cell) => cell.column === column)?.value;
  return cellText(value).normalize('NFKC').trim();
}

/** Tells rows of one key apart by the order in which they stand. */
function numbered(): (key: string) => string {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return `${key.normalize('NFKC')}\n#${count}`;
  };
}
