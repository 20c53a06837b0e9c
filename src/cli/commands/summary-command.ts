import { returnsOwed } from '../../ledger/figures/submissions';
import { completionRate } from '../../ledger/figures/completion-rate';
import { summarise, type Summary, type Tally } from '../../ledger/figures/summary';
import { levelFigures } from '../../ledger/figures/place-figures';
import { ledgerOfPeriod, stateOfPeriod } from '../../ledger/figures/trend';
import type { Ledger } from '../../ledger/ledger';
import { heldPath } from '../../ledger/levels/own-place';
import { NO_FIGURE } from '../../sheets/words';
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
  const places = placesOf(ledger);
  const below = places.length === 0 ? {} : { places };
  printResult(context, { ...withRates(summary), ...below, ...notes?.document }, [
    t('cli.summary.head', { asOf: summary.asOf, period: summary.period }),
    t('cli.summary.counts', { ...total }),
    t('cli.summary.returned', {
      returned: owed.filter(({ submission }) => submission !== 'missing').length,
      units: owed.length,
    }),
    ...units
      .filter(({ overdue }) => overdue > 0)
      .map(({ unit, overdue }) => t('cli.summary.unitOverdue', { unit, overdue })),
    ...placeWords(context, places),
    ...(notes?.words ?? []),
  ]);
  return EXIT.done;
}

/** The places below in the ledger's period: one that has not reported has no figures. */
function placesOf(ledger: Ledger) {
  const shown = heldPath(ledger.plan);
  return levelFigures(ledger).places.map(({ path, isReported, asOf, figures, own, notListed }) => ({
    path: shown(path),
    isReported,
    asOf,
    figures: figures === null ? null : { ...figures, completionRate: completionRate(figures) },
    own,
    notListed,
  }));
}

function placeWords({ t }: CommandContext, places: ReturnType<typeof placesOf>): readonly string[] {
  if (places.length === 0) return [];
  const reported = places.filter(({ isReported }) => isReported).length;
  return [
    t('cli.summary.places', { places: places.length, reported }),
    ...places.map(({ path, figures, own, notListed }) => {
      if (figures === null) return t('cli.summary.placeMissing', { path });
      const { completionRate: rate, ...counts } = figures;
      const percent = rate === null ? NO_FIGURE : `${(rate * 100).toFixed(1)}%`;
      return t('cli.summary.place', { ...counts, path, own, notListed, rate: percent });
    }),
  ];
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
