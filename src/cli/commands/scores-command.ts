import { scoreUnits } from '../../ledger/figures/scores';
import { EXIT } from '../command-error';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { dateOption } from '../options';

/** `scores`: the assessment as tab 考核 has it; nothing is written. */
export async function scoresCommand(
  context: CommandContext,
  ledgerPath: string,
  options: { readonly asOf?: string },
): Promise<number> {
  const { io, t } = context;
  const { ledger } = (await openLedgerFile(io, ledgerPath)).opened;
  const asOf = options.asOf === undefined ? ledger.settings.asOf : dateOption(options.asOf);
  const units = scoreUnits(ledger, asOf).map((score) => ({
    ...score,
    deductions: score.deductions.map(({ kind, measure, period, points }) => ({
      kind,
      measure,
      period,
      points,
    })),
  }));
  const document = { asOf, weights: ledger.settings.weights, units };
  const ranked = units.toSorted((a, b) => (a.rank ?? units.length + 1) - (b.rank ?? units.length + 1));
  printResult(context, document, [
    t('cli.scores.head', { asOf }),
    ...ranked.map(({ rank, unit, score, deductions }) =>
      t('cli.scores.unit', {
        rank: rank ?? '—',
        unit,
        score: score.toFixed(1),
        deductions: deductions.length,
      }),
    ),
  ]);
  return EXIT.done;
}
