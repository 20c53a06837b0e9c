import {
  parquetMetadataAsync,
  parquetReadObjects,
  type AsyncBuffer,
  type FileMetaData,
  type SchemaElement,
} from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { CalendarDate } from '../base/calendar';
import { must } from '../base/invariant';
import { dateIn, unreadable } from './read-values';
import {
  COLUMNS,
  COLUMN_NAMES,
  TABLE_VERSION,
  TableError,
  type ColumnName,
  type TableRow,
} from './long-table';

export type { AsyncBuffer };

/** Under this key of the file's metadata stands the version of the table, by which the file is known. */
const VERSION_KEY = 'measures-ledger.table';
const CREATED_BY = 'measures-ledger';

/** Rows of a row group at most: what is held in memory while one is written or read. */
const GROUP_ROWS = 65_536;

const PHYSICAL = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
  flag: { type: 'BOOLEAN' },
} as const;

function parquetSchema(): SchemaElement[] {
  return [
    { name: 'root', num_children: COLUMN_NAMES.length },
    ...COLUMN_NAMES.map((name) => ({
      name,
      repetition_type: 'OPTIONAL' as const,
      ...PHYSICAL[COLUMNS[name]],
    })),
  ];
}

/**
 * The bytes of a Parquet file, piece by piece as its row groups are full. The same rows give the same bytes.
 * @param ledgers The rows of one ledger after the other.
 */
export async function* parquetBytes(ledgers: AsyncIterable<readonly TableRow[]>): AsyncGenerator<Uint8Array> {
  const out = new ByteWriter();
  const writer = new ParquetWriter({
    writer: out,
    schema: parquetSchema(),
    kvMetadata: [{ key: VERSION_KEY, value: String(TABLE_VERSION) }],
    createdBy: CREATED_BY,
  });
  const writeGroup = (rows: readonly TableRow[]) =>
    writer.write({
      columnData: columnsOf(rows),
      rowGroupSize: GROUP_ROWS,
    });
  let waiting: TableRow[] = [];
  for await (const rows of ledgers) {
    for (const row of rows) waiting.push(row);
    if (waiting.length < GROUP_ROWS) continue;
    const full = waiting.length - (waiting.length % GROUP_ROWS);
    await writeGroup(waiting.slice(0, full));
    waiting = waiting.slice(full);
    yield taken(out);
  }
  await writeGroup(waiting);
  await writer.finish();
  yield taken(out);
}

/** What was written since, so that the writer can begin its buffer anew. */
function taken(out: ByteWriter): Uint8Array {
  const bytes = out.getBytes().slice();
  out.index = 0;
  return bytes;
}

/** Rows as columns. A row has a few of them, so that what it has is filled in, and not each column asked of each row. */
function columnsOf(rows: readonly TableRow[]): { readonly name: ColumnName; readonly data: unknown[] }[] {
  const columns = COLUMN_NAMES.map((name) => ({ name, data: new Array<unknown>(rows.length).fill(null) }));
  const dataOf = new Map<string, unknown[]>(columns.map(({ name, data }) => [name, data]));
  rows.forEach((row, at) => {
    for (const [name, value] of Object.entries(row))
      must(dataOf.get(name), `column ${name}`)[at] = value ?? null;
  });
  const days = new Map<unknown, Date>();
  for (const { name, data } of columns)
    if (COLUMNS[name] === 'date')
      data.forEach((value, at) => (data[at] = value === null ? null : instant(days, value)));
  return columns;
}

/** A day as the writer takes it: a table has few, and each many times. */
function instant(days: Map<unknown, Date>, day: unknown): Date {
  const known = days.get(day);
  if (known !== undefined) return known;
  const made = new Date(`${String(day)}T00:00:00Z`);
  days.set(day, made);
  return made;
}

/** What a file says of itself. @throws TableError for one that is no table, or of a higher version */
export async function parquetTable(file: AsyncBuffer): Promise<FileMetaData> {
  const metadata = await parquetMetadataAsync(file).catch(() => {
    throw new TableError('notTable');
  });
  if (tableVersion(metadata) > TABLE_VERSION) throw new TableError('newer');
  return metadata;
}

/** @throws TableError for a file that is no table */
export function tableVersion({ key_value_metadata: said }: FileMetaData): number {
  const version = said?.find(({ key }) => key === VERSION_KEY)?.value;
  if (version === undefined) throw new TableError('notTable');
  return Number(version);
}

/** Reads a table group by group. @throws TableError */
export async function* parquetRows(file: AsyncBuffer): AsyncGenerator<readonly TableRow[]> {
  const metadata = await parquetTable(file);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const read = parquetReadObjects({ file, metadata, rowStart, rowEnd });
    const rows = await read.catch((error: unknown) => unreadable('parquet', error));
    yield rows.map(rowIn);
    rowStart = rowEnd;
  }
}

function rowIn(read: Readonly<Record<string, unknown>>): TableRow {
  const row: Partial<Record<ColumnName, unknown>> = {};
  for (const name of COLUMN_NAMES) {
    const value = read[name];
    if (value === null || value === undefined) continue;
    row[name] = valueIn(name, value);
  }
  return row as TableRow;
}

const JS_TYPE = { text: 'string', whole: 'number', number: 'number', flag: 'boolean' } as const;

function valueIn(name: ColumnName, value: unknown): string | number | boolean | CalendarDate {
  const type = COLUMNS[name];
  if (type === 'date') {
    return value instanceof Date ? dateIn(name, value.toISOString().slice(0, 10)) : unreadable(name, value);
  }
  return typeof value === JS_TYPE[type] ? (value as string | number | boolean) : unreadable(name, value);
}
