import { resolve } from 'node:path';
import { ledgerRows } from '../../exports/ledger-to-table';
import { TABLE_VERSION, type TableRow } from '../../exports/long-table';
import { CommandError, EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { pacedProgress, printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { tableBytes, tableFormat } from '../tables/long-table-file';

export interface ExportOptions {
  readonly out: string;
  readonly force?: boolean;
}

interface ExportedFile {
  readonly file: string;
  readonly ledger: string;
  readonly place: string;
  readonly entries: number;
  readonly rows: number;
}

/** `export`: many ledgers as one long table; one at a time is in memory, and none is changed. */
export async function exportCommand(
  context: CommandContext,
  paths: readonly string[],
  options: ExportOptions,
): Promise<number> {
  const { io, t } = context;
  const format = tableFormat(options.out);
  for (const path of paths) io.seen.noteInput(resolve(io.cwd, path));
  const ledgers: ExportedFile[] = [];
  const bytes = tableBytes(format, rowsOfLedgers(context, paths, ledgers));
  await writeOutputs(io, [{ path: options.out, bytes }], { keepExisting: options.force !== true });
  const rows = ledgers.reduce((sum, one) => sum + one.rows, 0);
  const document = { file: options.out, schema: TABLE_VERSION, rows, ledgers };
  printResult(context, document, [
    t('cli.export.done', { count: ledgers.length, rows, file: options.out }),
    ...ledgers.map(({ file, place, entries }) => t('cli.export.ledger', { file, place, entries })),
  ]);
  return EXIT.done;
}

/** @param exported Told of each ledger once its rows are given. */
async function* rowsOfLedgers(
  context: CommandContext,
  paths: readonly string[],
  exported: ExportedFile[],
): AsyncGenerator<readonly TableRow[]> {
  const progress = pacedProgress(context);
  const fileOf = new Map<string, string>();
  for (const [index, file] of paths.entries()) {
    progress(index, paths.length, file);
    const { name, opened } = await openLedgerFile(context.io, file);
    const rows = ledgerRows(opened, name);
    const [first] = rows;
    const { ledger = '', place = '' } = { ...first };
    const other = fileOf.get(ledger ?? '');
    if (other !== undefined) throw new CommandError('cli.error.sameLedger', { file, other });
    fileOf.set(ledger ?? '', file);
    yield rows;
    exported.push({
      file,
      ledger: ledger ?? '',
      place: place ?? '',
      entries: opened.ledger.entries.length,
      rows: rows.length,
    });
  }
}
