import { workbookPlace } from '../../app/runner/ledger-place';
import { beginLedger } from '../../app/runner/run-use-case';
import { FileWorkbookHost } from '../../hosts/file/file-host';
import { ledgerAssignments } from '../../ledger/ledger';
import { EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { printResult, type CommandContext } from '../io';
import { dateOption, periodOption, today } from '../options';
import { readPlan } from '../plan-text';

export interface InitOptions {
  readonly out: string;
  readonly plan?: string;
  readonly asOf?: string;
  readonly period?: string;
  readonly force?: boolean;
}

/** `init`: a plan becomes a ledger workbook. */
export async function initCommand(context: CommandContext, options: InitOptions): Promise<number> {
  const { io, t } = context;
  const asOf = options.asOf === undefined ? today(io) : dateOption(options.asOf);
  const period = options.period === undefined ? {} : { period: periodOption(options.period) };
  const host = FileWorkbookHost.create();
  const asked = { by: 'command', at: io.now().minute } as const;
  const plan = await readPlan(context, options.plan);
  const ledger = await beginLedger(workbookPlace(host), 'build', { plan, asOf, ...period }, asked);
  await writeOutputs(io, [{ path: options.out, bytes: await host.toBytes() }], {
    keepExisting: options.force !== true,
  });
  const document = {
    file: options.out,
    measures: ledger.plan.measures.length,
    assignments: ledgerAssignments(ledger).length,
    units: ledger.directory.units.length,
  };
  printResult(context, document, [t('cli.init.done', document)]);
  return EXIT.done;
}
