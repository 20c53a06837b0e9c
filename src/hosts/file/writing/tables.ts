import { cellAddress } from '../../../base/raw-sheet';
import type { SheetBlueprint, TableBlueprint } from '../../../base/blueprint';
import type { LibrarySheet } from './package/library';
import { must } from '../../../base/invariant';

/** Native tables with a filter button on each header. The header cells must hold their own text already. */
export function writeTables(sheet: LibrarySheet, blueprint: SheetBlueprint): void {
  for (const table of blueprint.tables) {
    sheet.addTable({
      name: table.name,
      ref: cellAddress(table.range.top, table.range.left),
      headerRow: true,
      style: { theme: table.style, showRowStripes: table.banded },
      columns: tableHeaders(blueprint, table).map((name) => ({ name, filterButton: true })),
      // Rows of no cells: the library takes the table's height from them and leaves the sheet's values alone.
      rows: Array.from({ length: table.range.bottom - table.range.top }, () => []),
    });
  }
}

/** Header texts of a table. @throws RangeError when one is empty or double: Excel would call the file damaged. */
export function tableHeaders(blueprint: SheetBlueprint, table: TableBlueprint): readonly string[] {
  const { top, left, right } = table.range;
  const headers = must(blueprint.cells[top - 1], `the header row of table ${table.name}`).slice(
    left - 1,
    right,
  );
  const names = headers.filter((header) => typeof header === 'string' && header !== '') as string[];
  const distinct = new Set(names.map((name) => name.toLowerCase()));
  if (distinct.size !== right - left + 1) {
    throw new RangeError(`Table ${table.name} needs a header text of its own in every column`);
  }
  return names;
}
