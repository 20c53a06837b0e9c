import { squeezed } from './clean-text';
import { FORM_COLUMNS, type FormField } from './form-columns';
import { IDENTITY_SHEET } from './identity';
import type { RawRow, RawSheet, RawWorkbook } from './raw-sheet';
import { SheetGrid, shownText } from './sheet-grid';

export interface HeaderCell {
  readonly field: FormField;
  readonly column: number;
  /** As written. */
  readonly text: string;
}

/** Where a return's table stands. */
export interface LocatedTable {
  readonly sheet: RawSheet;
  readonly grid: SheetGrid;
  readonly headerRow: number;
  /** First row below the header, which may take two rows. */
  readonly firstRow: number;
  readonly columns: ReadonlyMap<FormField, HeaderCell>;
  /** Headers that mean nothing here, with a column of their own. */
  readonly extra: readonly { readonly column: number; readonly text: string }[];
}

/** A table needs so many known columns; fewer occur in any list. */
const ENOUGH_COLUMNS = 3;
const ROWS_SEARCHED = 60;

/** A header without what units change about it: spaces, line breaks, brackets and what they hold. */
export function headerKey(text: string): string {
  return squeezed(text)
    .replace(/\([^()]*\)|【[^】]*】/gu, '')
    .replace(/[:：*＊、。.]/gu, '');
}

const FIELD_OF_HEADER: ReadonlyMap<string, FormField> = new Map(
  FORM_COLUMNS.flatMap(({ field, header, synonyms }) =>
    [header, ...synonyms].map((word) => [headerKey(word), field] as const),
  ),
);

function fieldOf(text: string): FormField | undefined {
  return FIELD_OF_HEADER.get(headerKey(text));
}

/** The best header over all sheets, by the number of columns it names; `undefined` when no sheet has a table. */
export function locateTable(workbook: RawWorkbook): LocatedTable | undefined {
  const candidates = workbook.sheets
    .filter(({ name, visibility }) => name !== IDENTITY_SHEET && visibility !== 'veryHidden')
    .flatMap((sheet) => bestHeader(sheet) ?? []);
  return candidates.reduce<LocatedTable | undefined>((best, table) => {
    if (best === undefined || table.columns.size > best.columns.size) return table;
    const moreRows =
      table.columns.size === best.columns.size && table.sheet.rows.length > best.sheet.rows.length;
    return moreRows && best.sheet.visibility !== 'visible' ? table : best;
  }, undefined);
}

function bestHeader(sheet: RawSheet): LocatedTable | undefined {
  const rows = sheet.rows.slice(0, ROWS_SEARCHED);
  const candidates = rows.flatMap((row, index) => headersAt(sheet, row, sheet.rows[index + 1]));
  return candidates.reduce<LocatedTable | undefined>(
    (best, table) => (table.columns.size > (best?.columns.size ?? 0) ? table : best),
    undefined,
  );
}

/** The header in one line, and the one that takes the next line too where together they name more than either. */
function headersAt(sheet: RawSheet, row: RawRow, below: RawRow | undefined): readonly LocatedTable[] {
  const single = tableAt(sheet, [row]);
  const found = single === undefined ? [] : [single];
  if (below === undefined || below.row !== row.row + 1 || !looksLikeHeader(below)) return found;
  const double = tableAt(sheet, [row, below]);
  const alone = Math.max(single?.columns.size ?? 0, tableAt(sheet, [below])?.columns.size ?? 0);
  return double !== undefined && double.columns.size > alone ? [...found, double] : found;
}

/** The lower line of a header holds words only. */
function looksLikeHeader(row: RawRow): boolean {
  return row.cells.every((cell) => typeof cell.value === 'string' && cell.value.length <= 20);
}

function tableAt(sheet: RawSheet, lines: readonly RawRow[]): LocatedTable | undefined {
  const columns = new Map<FormField, HeaderCell>();
  const named = new Map<number, string>();
  for (const { cells } of lines) {
    for (const cell of cells) {
      const text = shownText(cell);
      const field = fieldOf(text);
      if (field !== undefined && !columns.has(field)) {
        columns.set(field, { field, column: cell.column, text });
        named.delete(cell.column);
      } else if (![...columns.values()].some(({ column }) => column === cell.column)) {
        named.set(cell.column, text);
      }
    }
  }
  const isTable = columns.size >= ENOUGH_COLUMNS && (columns.has('measure') || columns.has('text'));
  const [first] = lines;
  if (!isTable || first === undefined) return undefined;
  return {
    sheet,
    grid: new SheetGrid(sheet),
    headerRow: first.row,
    firstRow: first.row + lines.length,
    columns,
    extra: [...named].map(([column, text]) => ({ column, text })),
  };
}

/** A page's header written once more among the rows. */
export function isRepeatedHeader(row: RawRow): boolean {
  const fields = new Set(row.cells.flatMap((cell) => fieldOf(shownText(cell)) ?? []));
  return fields.size >= ENOUGH_COLUMNS;
}

/** Everything stands in one column: a table pasted as plain text. */
export function isOneColumn(workbook: RawWorkbook): boolean {
  const sheets = workbook.sheets.filter(({ name }) => name !== IDENTITY_SHEET);
  const cells = sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells));
  const text = cells.map((cell) => shownText(cell)).join('\n');
  const columns = new Set(cells.map((cell) => cell.column));
  return (
    columns.size === 1 && FORM_COLUMNS.filter(({ header }) => text.includes(header)).length >= ENOUGH_COLUMNS
  );
}
