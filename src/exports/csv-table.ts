import type { Readable } from 'node:stream';
import Papa from 'papaparse';
import { dateIn, flagIn, numberIn, wholeIn } from './read-values';
import {
  COLUMNS,
  COLUMN_NAMES,
  FIRST_COLUMN_NAMES,
  TABLE_VERSION,
  TableError,
  type ColumnName,
  type TableRow,
} from './long-table';

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** At the start of a cell a spreadsheet program takes these for the beginning of a formula, or drops them before one. */
const GUARDED = /^['=+\-@＝＋－＠\t\r\n]/u;
const GUARD = "'";

/** The bytes of a .csv (UTF-8 with byte order mark, RFC 4180), ledger by ledger. */
export async function* csvBytes(ledgers: AsyncIterable<readonly TableRow[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${BYTE_ORDER_MARK}${COLUMN_NAMES.join(',')}${LINE_END}`);
  for await (const rows of ledgers) {
    yield encoder.encode(
      rows.map((row) => `${COLUMN_NAMES.map((name) => field(name, row)).join(',')}${LINE_END}`).join(''),
    );
  }
}

/** Every text that says something stands in quotes. */
function field(name: ColumnName, row: TableRow): string {
  const value = row[name];
  if (value === null || value === undefined || value === '') return '';
  return typeof value === 'string' && COLUMNS[name] === 'text'
    ? `"${guarded(value).replaceAll('"', '""')}"`
    : String(value);
}

/** A text that would be taken for a formula gets an apostrophe before it, and so does one that begins with an apostrophe. */
function guarded(text: string): string {
  return GUARDED.test(text) ? `${GUARD}${text}` : text;
}

function unguarded(text: string): string {
  return text.startsWith(GUARD) ? text.slice(GUARD.length) : text;
}

/** Reads a table row by row. @throws TableError */
export function readCsv(file: Readable, take: (row: TableRow) => void): Promise<void> {
  let header: readonly string[] | undefined;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(file, {
      delimiter: ',',
      newline: LINE_END,
      quoteChar: '"',
      skipEmptyLines: true,
      step: ({ data, errors }, parser) => {
        try {
          if (header === undefined) header = headerOf(data);
          else if (errors.length > 0 || data.length !== header.length) throw brokenLine(data);
          else take(rowOf(header, data));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          parser.abort();
          file.destroy();
        }
      },
      complete: () => {
        if (header === undefined) reject(new TableError('notTable'));
        else resolve();
      },
      error: reject,
    });
  });
}

function brokenLine(fields: readonly string[]): TableError {
  return new TableError('damaged', { column: 'kind', value: fields.join(',').slice(0, 80) });
}

function headerOf(fields: readonly string[]): readonly string[] {
  const names = fields.map((name, index) => (index === 0 ? name.replace(BYTE_ORDER_MARK, '') : name));
  if (!names.includes('schema') || !names.includes('ledger')) throw new TableError('notTable');
  return names;
}

function rowOf(header: readonly string[], fields: readonly string[]): TableRow {
  const row: Partial<Record<ColumnName, unknown>> = {};
  header.forEach((name, index) => {
    const text = fields[index];
    if (text === undefined || text === '' || !isColumn(name)) return;
    row[name] = READ[COLUMNS[name]](name, text);
  });
  if (row.schema === undefined) throw new TableError('notTable');
  if (Number(row.schema) > TABLE_VERSION) throw new TableError('newer');
  return row as TableRow;
}

function isColumn(name: string): name is ColumnName {
  return Object.hasOwn(COLUMNS, name);
}

const READ = {
  text: (_name: string, text: string) => unguarded(text),
  whole: wholeIn,
  number: numberIn,
  date: dateIn,
  flag: flagIn,
} as const;

/**
 * Looks at the first bytes of a file and tells the version of the table.
 * @throws TableError for one that is no table, or of a higher version
 */
export function csvVersion(start: Uint8Array): number {
  const [header = '', first = ''] = new TextDecoder().decode(start).split(LINE_END);
  if (Number(first.split(',')[0]) > TABLE_VERSION) throw new TableError('newer');
  const names = header.replace(BYTE_ORDER_MARK, '');
  if (names === COLUMN_NAMES.join(',')) return TABLE_VERSION;
  if (names !== FIRST_COLUMN_NAMES.join(',')) throw new TableError('notTable');
  return 1;
}
