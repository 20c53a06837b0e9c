import type { DuckDBConnection, JS } from '@duckdb/node-api';
import type { CalendarDate } from '../base/calendar';
import { COLUMNS, COLUMN_NAMES, FIRST_COLUMN_NAMES, type ColumnName } from './long-table';
import places from './sql/places.sql';
import scores from './sql/scores.sql';
import states from './sql/states.sql';
import summary from './sql/summary.sql';
import trend from './sql/trend.sql';

/** The figures that come with the product, each one query over the tables of `sql/states.sql`. */
export const FIGURES = { summary, scores, trend, places } as const;

export type FiguresName = keyof typeof FIGURES;

/** A row of what a query gives, by column. Days are `YYYY-MM-DD`. */
export type ResultRow = Readonly<Record<string, unknown>>;

/** What a query gives, some rows at a time: there may be millions. */
export interface QueryResult {
  readonly columns: readonly string[];
  /** Read once. It throws a `QueryError` where the query cannot go on. */
  readonly rows: AsyncIterable<readonly ResultRow[]>;
}

/** Long tables on disk, by absolute path. */
export interface TableFiles {
  readonly parquet: readonly string[];
  readonly csv: readonly string[];
  /** Those of version 1, which have fewer columns. */
  readonly earlierCsv?: readonly string[];
}

export class QueryError extends Error {
  override readonly name = 'QueryError';
  constructor(
    /** `engine`: it is not installed. `notOne`: the text is not one statement that only reads. `failed`: it could not be carried out. */
    readonly fault: 'engine' | 'notOne' | 'failed',
    readonly detail = '',
  ) {
    super(`${fault} ${detail}`);
  }
}

/** Where an engine works, and with how much. */
export interface EngineRoom {
  /** An empty folder of its own on disk: what does not fit into the memory goes there. Whoever made it takes it away. */
  readonly folder: string;
  /** Bytes the engine may hold at most. */
  readonly memory: number;
  /** The day every ledger is looked at; without it each on that of its own settings. */
  readonly asOf?: CalendarDate | undefined;
}

/** Tables as an engine has them, with the tables of `sql/states.sql` beside them. */
export interface OpenedTables {
  /** Ledgers that stand in more than one of the files. */
  twice(): Promise<readonly string[]>;
  query(sql: string): Promise<QueryResult>;
  close(): void;
}

const MEGABYTE = 1_000_000;

/** It reads the files and nothing else, and fetches nothing. Rows in the order of the files would have to be held until all are there. */
const SETTINGS = [
  'SET preserve_insertion_order = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/** @throws QueryError */
export async function openTables(files: TableFiles, room: EngineRoom): Promise<OpenedTables> {
  const { DuckDBInstance, StatementType } = await import('@duckdb/node-api').catch((error: unknown) => {
    throw new QueryError('engine', messageOf(error));
  });
  const instance = await DuckDBInstance.create(`${room.folder}/tables.duckdb`, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: `${Math.floor(room.memory / MEGABYTE)}MB`,
    temp_directory: `${room.folder}/spilled`,
  });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  const paths = [...files.parquet, ...files.csv, ...(files.earlierCsv ?? [])].map(quoted).join(', ');
  try {
    await connection.run(`SET allowed_paths = [${paths}]`);
    for (const setting of SETTINGS) await connection.run(setting);
    await connection.run(`CREATE VIEW sources AS ${sourcesOf(files)}`);
    await connection.run(`CREATE VIEW records AS SELECT ${recordColumns(room.asOf)} FROM sources`);
    await connection.run(states);
  } catch (error) {
    close();
    throw new QueryError('failed', messageOf(error));
  }
  return {
    close,
    twice: async () => {
      const ledgers: string[] = [];
      for await (const rows of (await read(connection, IN_SEVERAL)).rows)
        ledgers.push(...rows.map(({ ledger }) => String(ledger)));
      return ledgers;
    },
    query: async (sql) => {
      if (sql.trim() === '') throw new QueryError('notOne');
      const statements = await connection.extractStatements(sql).catch((error: unknown) => {
        throw new QueryError('failed', messageOf(error));
      });
      if (statements.count !== 1) throw new QueryError('notOne');
      const statement = await statements.prepare(0).catch((error: unknown) => {
        throw new QueryError('failed', messageOf(error));
      });
      if (statement.statementType !== StatementType.SELECT) throw new QueryError('notOne');
      return read(connection, sql);
    },
  };
}

const IN_SEVERAL =
  'SELECT ledger FROM sources GROUP BY ledger HAVING COUNT(DISTINCT filename) > 1 ORDER BY ledger';

async function read(connection: DuckDBConnection, sql: string): Promise<QueryResult> {
  try {
    const found = await connection.stream(sql);
    return { columns: found.deduplicatedColumnNames(), rows: batches(found.yieldRowObjectJs()) };
  } catch (error) {
    throw new QueryError('failed', messageOf(error));
  }
}

async function* batches(
  found: AsyncIterableIterator<Record<string, JS>[]>,
): AsyncGenerator<readonly ResultRow[]> {
  try {
    for await (const rows of found)
      yield rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
      );
  } catch (error) {
    throw new QueryError('failed', messageOf(error));
  }
}

/** Counts come as large whole numbers, days as instants. */
function plain(value: JS | undefined): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

const SQL_TYPE = {
  text: 'VARCHAR',
  whole: 'INTEGER',
  number: 'DOUBLE',
  date: 'DATE',
  flag: 'BOOLEAN',
} as const;

/** A line is a row, and the longest of them holds the text of a plan. */
const LONGEST_LINE = 8_000_000;

/** Files of version 1 have fewer columns, of which the others are empty. */
function sourcesOf({ parquet, csv, earlierCsv = [] }: TableFiles): string {
  const none = COLUMN_NAMES.map((name) => `CAST(NULL AS ${SQL_TYPE[COLUMNS[name]]}) AS ${name}`);
  return [
    `SELECT ${none.join(', ')}, CAST(NULL AS VARCHAR) AS filename WHERE FALSE`,
    ...(parquet.length === 0
      ? []
      : [`SELECT * FROM read_parquet(${listed(parquet)}, filename = true, union_by_name = true)`]),
    ...(csv.length === 0 ? [] : [csvSource(csv, COLUMN_NAMES)]),
    ...(earlierCsv.length === 0 ? [] : [csvSource(earlierCsv, FIRST_COLUMN_NAMES)]),
  ].join(' UNION ALL BY NAME ');
}

function csvSource(files: readonly string[], names: readonly ColumnName[]): string {
  const columns = names.map((name) => `'${name}': '${SQL_TYPE[COLUMNS[name]]}'`).join(', ');
  const shape = `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = ''`;
  const read = `columns = {${columns}}, max_line_size = ${LONGEST_LINE}, filename = true`;
  return `SELECT ${names.map(unguarded).join(', ')}, filename FROM read_csv(${listed(files)}, ${shape}, ${read})`;
}

/** The columns of `records`: a day that is asked for stands in every ledger's settings. */
function recordColumns(asOf: CalendarDate | undefined): string {
  if (asOf === undefined) return COLUMN_NAMES.join(', ');
  const isAsOf = "kind = 'setting' AND item = 'as_of'";
  return COLUMN_NAMES.map((name) =>
    name === 'text' ? `CASE WHEN ${isAsOf} THEN '${asOf}' ELSE text END AS text` : name,
  ).join(', ');
}

/** A text of a .csv without the apostrophe that keeps it from being taken for a formula. */
function unguarded(name: ColumnName): string {
  if (COLUMNS[name] !== 'text') return name;
  return `CASE WHEN ${name} LIKE '''%' THEN substr(${name}, 2) ELSE ${name} END AS ${name}`;
}

function listed(paths: readonly string[]): string {
  return `[${paths.map(quoted).join(', ')}]`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The first line of what the engine says. */
function messageOf(error: unknown): string {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
  return String(line);
}
