import { distance } from 'fastest-levenshtein';
import { squeezed } from '../../base/clean-text';
import { FORM_COLUMNS, LAST_COLUMN, LEAD_UNIT_HEADERS, type FormField } from './form-columns';
import { IDENTITY_SHEET } from '../whose/form-identity';
import type { RawCell, RawRow, RawSheet, RawWorkbook } from '../../base/raw-sheet';
import { SheetGrid, shownText } from './sheet-grid';

export interface HeaderCell {
  readonly field: FormField;
  readonly row: number;
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
  /** Where it says who leads each measure, as tables of the unit's own do. */
  readonly leadUnitColumn: number | undefined;
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
  [...FORM_COLUMNS, LAST_COLUMN].flatMap(({ field, header, synonyms }) =>
    [header, ...synonyms].map((word) => [headerKey(word), field] as const),
  ),
);

const LEAD_UNIT_KEYS: ReadonlySet<string> = new Set(LEAD_UNIT_HEADERS.map(headerKey));

/** Characters, spaces among them; only what stands in brackets makes a header longer. */
const LONGEST_HEADER = 60;

/** One sign of a longer header may be wrong: 填报壮态, 完成日其. */
const LONG_HEADER = 4;

interface HeaderReading {
  readonly text: string;
  readonly key: string;
  readonly field: FormField | undefined;
}

/** A cell is looked at as part of one line and of two, and again where headers repeat: its text is read once. */
const READINGS = new WeakMap<RawCell, HeaderReading>();

function headerReading(cell: RawCell): HeaderReading {
  const known = READINGS.get(cell);
  if (known !== undefined) return known;
  const text = shownText(cell);
  const isLong = text.length > LONGEST_HEADER && !/[(（【]/u.test(text);
  const key = isLong ? text : headerKey(text);
  const reading = { text, key, field: isLong ? undefined : fieldOf(key) };
  READINGS.set(cell, reading);
  return reading;
}

function fieldOf(key: string): FormField | undefined {
  const exact = FIELD_OF_HEADER.get(key);
  if (exact !== undefined || key.length !== LONG_HEADER) return exact;
  const near = FORM_COLUMNS.filter(
    ({ header }) => header.length === LONG_HEADER && distance(header, key) === 1,
  );
  return near.length === 1 ? near[0]?.field : undefined;
}

/**
 * The tables of a workbook, at most one a sheet, the best first: the one that names most columns, of several the one on a
 * visible sheet, then the one with more rows.
 */
export function locateTables(workbook: RawWorkbook): readonly LocatedTable[] {
  return workbook.sheets
    .filter(({ name, visibility }) => name !== IDENTITY_SHEET && visibility !== 'veryHidden')
    .flatMap((sheet) => bestHeader(sheet) ?? [])
    .map((table, index) => ({ table, index }))
    .sort((a, b) => byMerit(a.table, b.table) || a.index - b.index)
    .map(({ table }) => table);
}

function byMerit(a: LocatedTable, b: LocatedTable): number {
  const isVisible = ({ sheet }: LocatedTable) => Number(sheet.visibility === 'visible');
  const merits = [
    b.columns.size - a.columns.size,
    isVisible(b) - isVisible(a),
    b.sheet.rows.length - a.sheet.rows.length,
  ];
  return merits.find((difference) => difference !== 0) ?? 0;
}

function bestHeader(sheet: RawSheet): LocatedTable | undefined {
  let best: LocatedTable | undefined;
  for (const [index, row] of sheet.rows.slice(0, ROWS_SEARCHED).entries()) {
    for (const table of headersAt(sheet, row, sheet.rows[index + 1])) {
      if (table.columns.size > (best?.columns.size ?? 0)) best = table;
    }
    // Every column is named: no other header can name more.
    if (best !== undefined && best.columns.size >= FORM_COLUMNS.length) break;
  }
  return best;
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
  const taken = new Set<number>();
  const named = new Map<number, string>();
  let leadUnitColumn: number | undefined;
  for (const { row, cells } of lines) {
    for (const cell of cells) {
      const { column } = cell;
      const { text, key, field } = headerReading(cell);
      if (field !== undefined && !columns.has(field) && !taken.has(column)) {
        columns.set(field, { field, row, column, text });
        taken.add(column);
        named.delete(column);
      } else if (LEAD_UNIT_KEYS.has(key)) leadUnitColumn ??= column;
      else if (!taken.has(column)) named.set(column, text);
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
    leadUnitColumn,
    extra: [...named]
      .filter(([column, text]) => column !== leadUnitColumn && headerKey(text) !== '')
      .map(([column, text]) => ({ column, text })),
  };
}

/** A page's header written once more among the rows. */
export function isRepeatedHeader(row: RawRow): boolean {
  if (row.cells.some(({ value }) => typeof value === 'number')) return false;
  const fields = new Set(row.cells.flatMap((cell) => headerReading(cell).field ?? []));
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
