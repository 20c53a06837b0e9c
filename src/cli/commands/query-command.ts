import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { TABLE_VERSION } from '../../exports/long-table';
import {
  FIGURES,
  QueryError,
  openTables,
  type EngineRoom,
  type FiguresName,
  type QueryResult,
  type TableFiles,
} from '../../exports/query-engine';
import { CommandError, EXIT } from '../command-error';
import { inputFile } from '../files';
import type { CommandContext } from '../io';
import { dateOption } from '../options';
import { checkTableFile, tableFormat } from '../tables/long-table-file';

export interface QueryOptions {
  readonly figures?: string;
  /** A file with a query of one's own. */
  readonly sql?: string;
  readonly asOf?: string;
}

/** What the engine may hold: the machine is the clerk's. More lies on disk meanwhile. */
const MOST_MEMORY = 4_000_000_000;

/** `query`: the figures of any number of long tables, worked out by an engine; nothing is written. */
export async function queryCommand(
  context: CommandContext,
  paths: readonly string[],
  options: QueryOptions,
): Promise<number> {
  const { io } = context;
  const sql = await queryOf(context, options);
  const asOf = options.asOf === undefined ? undefined : dateOption(options.asOf);
  const files: { readonly kind: string; readonly path: string }[] = [];
  for (const path of paths) {
    const [format, version] = [tableFormat(path), await checkTableFile(io, path)];
    const kind = format === 'csv' && version < TABLE_VERSION ? 'earlierCsv' : format;
    files.push({ kind, path: resolve(io.cwd, path) });
  }
  const of = (wanted: string) => files.filter(({ kind }) => kind === wanted).map(({ path }) => path);
  const folder = await mkdtemp(join(tmpdir(), 'measures-ledger-query-'));
  try {
    const room = { folder, memory: Math.min(MOST_MEMORY, totalmem() / 2), asOf };
    const tables = { parquet: of('parquet'), csv: of('csv'), earlierCsv: of('earlierCsv') };
    await printAnswer(context, tables, room, sql);
  } catch (error) {
    throw queryFault(error, options.sql);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return EXIT.done;
}

async function printAnswer(
  context: CommandContext,
  files: TableFiles,
  room: EngineRoom,
  sql: string,
): Promise<void> {
  const tables = await openTables(files, room);
  try {
    const twice = await tables.twice();
    if (twice.length > 0) throw new CommandError('cli.error.ledgerTwice', { ledgers: twice.join(', ') });
    await printRows(context, await tables.query(sql));
  } finally {
    tables.close();
  }
}

/** Prints rows as they come: of many ledgers there may be more than memory holds. */
async function printRows({ io, json }: CommandContext, { columns, rows }: QueryResult): Promise<void> {
  if (!json) {
    io.stdout(`${columns.join('\t')}\n`);
    for await (const batch of rows)
      io.stdout(batch.map((row) => `${columns.map((name) => cell(row[name])).join('\t')}\n`).join(''));
    return;
  }
  io.stdout(`{\n  "columns": ${JSON.stringify(columns)},\n  "rows": [`);
  let parted = '\n';
  for await (const batch of rows) {
    for (const row of batch) {
      io.stdout(`${parted}    ${JSON.stringify(row)}`);
      parted = ',\n';
    }
  }
  io.stdout('\n  ]\n}\n');
}

async function queryOf({ io }: CommandContext, { figures, sql }: QueryOptions): Promise<string> {
  if (sql !== undefined && figures !== undefined) throw new CommandError('cli.error.queryWhat');
  if (sql !== undefined) return new TextDecoder().decode(await inputFile(io, sql).read());
  const name = figures ?? 'summary';
  if (!isFigures(name)) throw new CommandError('cli.error.noSuchFigures', { value: name });
  return FIGURES[name];
}

function isFigures(name: string): name is FiguresName {
  return Object.hasOwn(FIGURES, name);
}

/** A line is a row: what would break it is a space. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/[\t\r\n]+/g, ' ');
}

function queryFault(error: unknown, file: string | undefined): unknown {
  if (!(error instanceof QueryError)) return error;
  const { fault, detail } = error;
  if (fault === 'engine') return new CommandError('cli.error.noEngine', { detail });
  if (fault === 'notOne') return new CommandError('cli.error.oneSelect', { file: String(file) });
  return file === undefined
    ? new CommandError('cli.error.queryFailed', { detail })
    : new CommandError('cli.error.badSql', { file, detail });
}
