import { cellAddress, type RawRow, type RawSheet } from '../../base/raw-sheet';
import { squeeze } from '../../base/fold-text';
import type { TableTab } from '../tabs/table-tab';
import { damaged } from './ledger-format-error';
import { cellText } from './raw-table';

/** Where the table of a tab stands in a workbook. */
export interface FoundTable<Key extends string> {
  readonly sheet: RawSheet;
  readonly headerRow: number;
  /** Column of each key, from 1; optional columns may be missing. */
  readonly columns: ReadonlyMap<Key, number>;
  /** The rows below the header. */
  readonly rows: readonly RawRow[];
}

/** A row of the sheet whose cells are headers: so many of the wanted ones stand in it at least. */
const ENOUGH = 2;

function word(value: RawRow['cells'][number]['value']): string {
  return squeeze(cellText(value));
}

/**
 * Finds a tab's table by its headers, wherever it stands and in whatever order its columns are; columns of other names are
 * the clerk's. `undefined` when no row looks like its header.
 * @throws LedgerFormatError when a header is missing or stands there twice
 */
export function findTable<Key extends string>(
  sheet: RawSheet,
  tab: TableTab<never, Key>,
  mayLack: ReadonlySet<Key> = new Set(),
): FoundTable<Key> | undefined {
  const headers = new Map(tab.keys.map((key) => [squeeze(tab.header(key)), key]));
  const count = (row: RawRow) =>
    new Set(row.cells.flatMap(({ value }) => headers.get(word(value)) ?? [])).size;
  let best: RawRow | undefined;
  let most = Math.min(ENOUGH, tab.width) - 1;
  for (const row of sheet.rows) {
    const found = count(row);
    if (found > most) [best, most] = [row, found];
    if (found === tab.width) break;
  }
  if (best === undefined) return undefined;
  const header = best;
  const columns = new Map<Key, number>();
  for (const { column, value } of header.cells) {
    const key = headers.get(word(value));
    if (key === undefined) continue;
    if (columns.has(key)) {
      damaged('column-twice', {
        sheet: sheet.name,
        row: header.row,
        cell: cellAddress(header.row, column),
        name: tab.header(key),
      });
    }
    columns.set(key, column);
  }
  const missing = tab.keys.find(
    (key) => !columns.has(key) && !mayLack.has(key) && tab.columns[key].optional !== true,
  );
  if (missing !== undefined) {
    damaged('column-missing', { sheet: sheet.name, row: header.row, name: tab.header(missing) });
  }
  return { sheet, headerRow: header.row, columns, rows: sheet.rows.filter(({ row }) => row > header.row) };
}
