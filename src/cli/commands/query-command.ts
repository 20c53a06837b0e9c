import { resolve } from 'node:path';
import { FIGURES, QueryError, openTables, type FiguresName } from '../../exports/query-engine';
import { CommandError, EXIT } from '../command-error';
import { inputFile } from '../files';
import { printResult, type CommandContext } from '../io';
import { checkTableFile, tableFormat } from '../tables/long-table-file';

export interface QueryOptions {
  readonly figures?: string;
  /** A file with a query of one's own. */
  readonly sql?: string;
}

/** `query`: the figures of any number of long tables, worked out by an engine; nothing is written. */
export async function queryCommand(
  context: CommandContext,
  paths: readonly string[],
  options: QueryOptions,
): Promise<number> {
  const { io } = context;
  const sql = await queryOf(context, options);
  for (const path of paths) await checkTableFile(io, path);
  const absolute = paths.map((path) => ({ format: tableFormat(path), path: resolve(io.cwd, path) }));
  const of = (wanted: string) => absolute.filter(({ format }) => format === wanted).map(({ path }) => path);
  try {
    const tables = await openTables({ parquet: of('parquet'), csv: of('csv') });
    try {
      const twice = await tables.twice();
      if (twice.length > 0) throw new CommandError('cli.error.ledgerTwice', { ledgers: twice.join(', ') });
      const { columns, rows } = await tables.query(sql);
      const lines = rows.map((row) => columns.map((name) => cell(row[name])).join('\t'));
      printResult(context, { columns, rows }, [columns.join('\t'), ...lines]);
    } finally {
      tables.close();
    }
  } catch (error) {
    throw queryFault(error, options.sql);
  }
  return EXIT.done;
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
