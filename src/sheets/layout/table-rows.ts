import { plainForms } from '../../base/clean-text';
import { must } from '../../base/invariant';
import { HEADER_ROW } from '../tab-builder';
import type { TableTab } from '../tabs/table-tab';
import { findTable, type FoundTable } from '../reading/find-table';
import { cellText } from '../reading/raw-table';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import type { RawRow, RawSheet } from '../../base/raw-sheet';
import { contentValue } from '../../base/content-value';

type AnyTable = TableTab<never, string>;

/** Rows that go by another word than before: the word now, and the one so far. A word that is not among them is new. */
export type FormerWords = ReadonlyMap<string, string>;

/**
 * Rows of a drawn table by key: what stands in its identifying columns, and how often that has stood above.
 * @param former Given, the keys are those that the rows had before.
 */
export function drawnKeys(
  table: AnyTable,
  cells: SheetBlueprint['cells'],
  former?: FormerWords,
): readonly string[] {
  const columns = table.identifying.map((key) => table.at(key));
  const text = (content: CellContent | undefined) => cellText(contentValue(content ?? null)).trim();
  const keys = numbered();
  return cells
    .slice(HEADER_ROW)
    .map((row) => keys(formerWord(columns.map((column) => text(row[column - 1])).join('\n'), former)));
}

/** What no row of a sheet goes by: a key ends in a word. */
const NEW = '\n\u0000';

function formerWord(word: string, former: FormerWords | undefined): string {
  return former === undefined || word.trim() === '' ? word : (former.get(word) ?? word + NEW);
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
  return plainForms(cellText(value)).trim();
}

/** Tells rows of one key apart by the order in which they stand. */
function numbered(): (key: string) => string {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return `${plainForms(key)}\n#${count}`;
  };
}

/** So many cells of a row must be as they were drawn, and no fewer than the half of them, for it to be that row without its key. */
const ENOUGH_ALIKE = 2;
/** Beyond that somebody has emptied a whole column of keys, which is for a person to see. */
const MOST_COMPARED = 250_000;

/**
 * The rows by key, with those whose key somebody emptied or typed over: they are found by what else stands in them, or they would
 * be there twice.
 */
export function withLikeRows(
  table: AnyTable,
  { table: found, rowOf }: FoundRows,
  drawn: SheetBlueprint,
): ReadonlyMap<string, number> {
  const keys = drawnKeys(table, drawn.cells);
  const known = new Set(keys.flatMap((key) => rowOf.get(key) ?? []));
  const missing = keys.flatMap((key, index) => (rowOf.has(key) || isBlankKey(key) ? [] : [{ key, index }]));
  const left = found.rows.filter(({ row }) => !known.has(row));
  if (missing.length === 0 || missing.length * left.length > MOST_COMPARED) return rowOf;
  const all = new Map(rowOf);
  for (const { key, index } of missing) {
    const words = wordsOf(table, must(drawn.cells[HEADER_ROW + index], `row of ${key}`));
    const place = left.findIndex((row) => {
      const alike = [...words].filter(
        ([column, word]) => wordIn(row, found.columns.get(column)) === word,
      ).length;
      return alike >= ENOUGH_ALIKE && alike * 2 >= words.size;
    });
    const [row] = place === -1 ? [] : left.splice(place, 1);
    if (row !== undefined) all.set(key, row.row);
  }
  return all;
}

function isComposed(content: CellContent): content is Extract<CellContent, object> {
  return typeof content === 'object' && content !== null;
}

/** What a drawn row holds beside its key and its formulas, by column. */
function wordsOf(table: AnyTable, row: readonly CellContent[]): ReadonlyMap<string, string> {
  return new Map(
    table.keys.flatMap((key): [string, string][] => {
      const content = row[table.at(key) - 1];
      if (table.identifying.includes(key) || content === undefined || isComposed(content)) return [];
      const word = plainForms(cellText(content)).trim();
      return word === '' ? [] : [[key, word]];
    }),
  );
}
