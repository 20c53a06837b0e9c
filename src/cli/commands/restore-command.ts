import { ledgerFromTable } from '../../exports/ledger-from-table';
import type { TableRow } from '../../exports/long-table';
import { createWorkbookFiles } from '../../hosts/file/workbook-files';
import { ledgerWorkbook } from '../../sheets/ledger-workbook';
import { CommandError, EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { printResult, type CommandContext } from '../io';
import { readTableFile, tableFault } from '../tables/long-table-file';

export interface RestoreOptions {
  readonly out: string;
  /** Which ledger of the table: its `ledger`, or the name of its workbook. */
  readonly ledger?: string;
  readonly force?: boolean;
}

/** `restore`: a workbook made again from a long table. */
export async function restoreCommand(
  context: CommandContext,
  path: string,
  options: RestoreOptions,
): Promise<number> {
  const { io, t } = context;
  const { ledger, findings } = await ledgerIn(context, path, options.ledger);
  const bytes = await createWorkbookFiles().write(ledgerWorkbook(ledger, findings));
  await writeOutputs(io, [{ path: options.out, bytes }], { keepExisting: options.force !== true });
  const { plan, entries, submissions, receipts } = ledger;
  const document = {
    file: options.out,
    measures: plan.measures.length,
    entries: entries.length,
    submissions: submissions.length,
    receipts: receipts.length,
  };
  printResult(context, document, [t('cli.restore.done', document)]);
  return EXIT.done;
}

async function ledgerIn({ io }: CommandContext, path: string, wanted: string | undefined) {
  const found = new Map<string, string>();
  const rows: TableRow[] = [];
  let chosen: string | undefined;
  await readTableFile(io, path, (row) => {
    const { ledger, workbook } = row;
    if (typeof ledger !== 'string') return;
    if (!found.has(ledger)) found.set(ledger, workbook ?? ledger);
    if (wanted === undefined || wanted === ledger || wanted === workbook) chosen ??= ledger;
    if (ledger === chosen) rows.push(row);
  });
  if (found.size === 0) throw new CommandError('cli.error.notTable', { file: path });
  const named = [...found].filter(([ledger, workbook]) => wanted === ledger || wanted === workbook);
  if (wanted === undefined ? found.size > 1 : named.length !== 1) {
    throw new CommandError('cli.error.whichLedger', { file: path, count: found.size, known: listed(found) });
  }
  try {
    return ledgerFromTable(rows);
  } catch (error) {
    throw tableFault(error, path);
  }
}

/** As many as a sentence can hold. */
const MOST_NAMED = 8;

function listed(found: ReadonlyMap<string, string>): string {
  const names = [...found].slice(0, MOST_NAMED).map(([ledger, workbook]) => `${ledger} (${workbook})`);
  return names.join('; ') + (found.size > MOST_NAMED ? '; …' : '');
}
