import { saveLedger } from '../../app/ledger-store';
import { takeInHandEdits } from '../../app/take-hand-edits';
import { summarise } from '../../ledger/summary';
import { EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { dateOption } from '../options';

export interface SummaryOptions {
  readonly asOf?: string;
  readonly out?: string;
}

/** `summary`: the figures on a day; with `--out` also a workbook set to that day. */
export async function summaryCommand(
  context: CommandContext,
  ledgerPath: string,
  options: SummaryOptions,
): Promise<number> {
  const { io, t } = context;
  const asOf = options.asOf === undefined ? undefined : dateOption(options.asOf);
  const { host, book } = await openLedgerFile(io, ledgerPath);
  const { ledger: current } = takeInHandEdits(await host.read(), book.ledger, io.now().instant);
  const ledger = asOf === undefined ? current : { ...current, settings: { ...current.settings, asOf } };
  const summary = summarise(ledger);
  if (options.out !== undefined) {
    await saveLedger(host, ledger, book.findings, book.foreignSheets);
    await writeOutputs(io, [{ path: options.out, bytes: await host.toBytes() }], { keepExisting: false });
  }
  const { total, units } = summary;
  printResult(context, summary, [
    t('cli.summary.head', { asOf: summary.asOf, period: summary.period }),
    t('cli.summary.counts', { ...total }),
    t('cli.summary.returned', {
      returned: units.filter(({ returned }) => returned).length,
      units: units.length,
    }),
    ...units
      .filter(({ overdue }) => overdue > 0)
      .map(({ unit, overdue }) => t('cli.summary.unitOverdue', { unit, overdue })),
  ]);
  return EXIT.done;
}
