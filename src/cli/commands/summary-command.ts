import { returnsOwed } from '../../ledger/figures/submissions';
import { completionRate } from '../../ledger/figures/completion-rate';
import { summarise, type Summary, type Tally } from '../../ledger/figures/summary';
import { ledgerOfPeriod, stateOfPeriod } from '../../ledger/figures/trend';
import { CommandError, EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { ledgerNotes } from '../ledger-notes';
import { dateOption, periodOption } from '../options';

export interface SummaryOptions {
  readonly asOf?: string;
  /** An earlier period to look at again; only to be looked at, since writing it would lose the later ones. */
  readonly period?: string;
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
  const period = options.period === undefined ? undefined : periodOption(options.period);
  if (period !== undefined && options.out !== undefined) throw new CommandError('cli.error.periodIsToLookAt');
  const file = await openLedgerFile(io, ledgerPath);
  const { ledger: current } = file.opened;
  const of = period === undefined ? current : ledgerOfPeriod(current, period);
  const ledger = asOf === undefined ? of : { ...of, settings: { ...of.settings, asOf } };
  const state = period === undefined || asOf !== undefined ? undefined : stateOfPeriod(current, period);
  const summary = summarise(ledger, ledger.settings.asOf, state);
  if (options.out !== undefined) {
    await file.run('buildSummary', asOf === undefined ? {} : { asOf });
    await writeOutputs(io, [{ path: options.out, bytes: await file.bytes() }], { keepExisting: false });
  }
  const { total, units } = summary;
  const notes = options.out === undefined ? undefined : ledgerNotes(context, file);
  const owed = returnsOwed(ledger, summary.period);
  printResult(context, { ...withRates(summary), ...notes?.document }, [
    t('cli.summary.head', { asOf: summary.asOf, period: summary.period }),
    t('cli.summary.counts', { ...total }),
    t('cli.summary.returned', {
      returned: owed.filter(({ submission }) => submission !== 'missing').length,
      units: owed.length,
    }),
    ...units
      .filter(({ overdue }) => overdue > 0)
      .map(({ unit, overdue }) => t('cli.summary.unitOverdue', { unit, overdue })),
    ...(notes?.words ?? []),
  ]);
  return EXIT.done;
}

/** Every group of figures with its completion rate, 0 to 1; `null` where nothing can be done. */
function withRates(summary: Summary): Summary {
  const rated = <Group extends Tally>(group: Group) => ({ ...group, completionRate: completionRate(group) });
  return {
    ...summary,
    total: rated(summary.total),
    units: summary.units.map(rated),
    sections: summary.sections.map(rated),
    years: summary.years.map(rated),
  };
}
