import type { DuckDBConnection, JS } from '@duckdb/node-api';
import { COLUMNS, COLUMN_NAMES, type ColumnName } from './long-table';
import scores from './sql/scores.sql';
import states from './sql/states.sql';
import summary from './sql/summary.sql';
import trend from './sql/trend.sql';

/** The figures that come with the product, each one query over the tables of `sql/states.sql`. */
export const FIGURES = { summary, scores, trend } as const;

export type FiguresName = keyof typeof FIGURES;

/** What a query gives. Days are `YYYY-MM-DD`. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Long tables on disk, by absolute path. */
export interface TableFiles {
  readonly parquet: readonly string[];
  readonly csv: readonly string[];
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

/** Tables as an engine has them, with the tables of `sql/states.sql` beside them. */
export interface OpenedTables {
  /** Ledgers that stand in more than one of the files. */
  twice(): Promise<readonly string[]>;
  query(sql: string): Promise<QueryResult>;
  close(): void;
}

/** It reads the files and nothing else, and fetches nothing. */
const SETTINGS = ['SET enable_external_access = false', 'SET lock_configuration = true'];

/** @throws QueryError */
export async function openTables(files: TableFiles): Promise<OpenedTables> {
  const { DuckDBInstance, StatementType } = await import('@duckdb/node-api').catch((error: unknown) => {
    throw new QueryError('engine', messageOf(error));
  });
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  const paths = [...files.parquet, ...files.csv].map(quoted).join(', ');
  try {
    await connection.run(`SET allowed_paths = [${paths}]`);
    for (const setting of SETTINGS) await connection.run(setting);
    await connection.run(`CREATE VIEW sources AS ${sourcesOf(files)}`);
    await connection.run(`CREATE VIEW records AS SELECT ${COLUMN_NAMES.join(', ')} FROM sources`);
    await connection.run(states);
  } catch (error) {
    close();
    throw new QueryError('failed', messageOf(error));
  }
  return {
    close,
    twice: async () => {
      const found = await read(
        connection,
        'SELECT ledger FROM sources GROUP BY ledger HAVING COUNT(DISTINCT filename) > 1 ORDER BY ledger',
      );
      return found.rows.map(({ ledger }) => String(ledger));
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

async function read(connection: DuckDBConnection, sql: string): Promise<QueryResult> {
  try {
    const found = await connection.runAndReadAll(sql);
    const rows = found.getRowObjectsJS().map((row) => {
      const values = Object.entries(row).map(([name, value]) => [name, plain(value)] as const);
      return Object.fromEntries(values);
    });
    return { columns: found.columnNames(), rows };
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

function sourcesOf({ parquet, csv }: TableFiles): string {
  const columns = COLUMN_NAMES.map((name) => `'${name}': '${SQL_TYPE[COLUMNS[name]]}'`).join(', ');
  const shape = `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = ''`;
  const read = `columns = {${columns}}, max_line_size = ${LONGEST_LINE}, filename = true`;
  return [
    ...(parquet.length === 0
      ? []
      : [
          `SELECT ${COLUMN_NAMES.join(', ')}, filename FROM read_parquet(${listed(parquet)}, filename = true)`,
        ]),
    ...(csv.length === 0
      ? []
      : [
          `SELECT ${COLUMN_NAMES.map(unguarded).join(', ')}, filename FROM read_csv(${listed(csv)}, ${shape}, ${read})`,
        ]),
  ].join(' UNION ALL ');
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
