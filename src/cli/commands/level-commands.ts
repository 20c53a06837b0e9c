import { HandDownError } from '../../app/changes/hand-down';
import { handDownFile } from '../../app/papers/hand-down-file';
import { reportUpFile } from '../../app/papers/report-up-file';
import { createWorkbookFiles } from '../../hosts/file/workbook-files';
import { ReportUpError } from '../../ledger/levels/report-up';
import { CommandError, EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { ledgerNotes } from '../ledger-notes';
import { measuresOption, periodOption } from '../options';

export interface HandDownOptions {
  readonly to: string;
  readonly measures?: string;
  readonly out: string;
  readonly outLedger: string;
  readonly force?: boolean;
}

/** `hand-down`: measures become the plan of a lower place, and the ledger remembers whom it gave which. */
export async function handDownCommand(
  context: CommandContext,
  ledgerPath: string,
  options: HandDownOptions,
): Promise<number> {
  const { io, t } = context;
  const wanted = options.measures === undefined ? {} : { measures: measuresOption(options.measures) };
  const file = await openLedgerFile(io, ledgerPath);
  const { handDown } = await file.run('handDown', { place: options.to, ...wanted }).catch(handDownFault);
  const plan = await handDownFile(file.opened.ledger.plan, handDown, createWorkbookFiles());
  await writeOutputs(
    io,
    [
      { path: options.out, bytes: plan },
      { path: options.outLedger, bytes: await file.bytes(), isNamed: true },
    ],
    { keepExisting: options.force !== true },
  );
  const notes = ledgerNotes(context, file);
  const { place, batch } = handDown;
  const measures = handDown.measures.map(({ handed }) => handed);
  const document = {
    place,
    batch,
    measures,
    file: options.out,
    ledger: options.outLedger,
    ...notes.document,
  };
  printResult(context, document, [
    t('cli.handDown.done', {
      place,
      measures: measures.length,
      file: options.out,
      ledger: options.outLedger,
    }),
    t('cli.handDown.next', { place }),
    ...notes.words,
  ]);
  return EXIT.done;
}

function handDownFault(error: unknown): never {
  if (!(error instanceof HandDownError)) throw error;
  throw new CommandError(`cli.error.handDown.${error.fault}`, { value: error.value });
}

export interface ReportUpOptions {
  readonly period: string;
  readonly out: string;
  readonly force?: boolean;
}

/** `report-up`: where everything stands, for the ledger of the place above; the ledger is not changed. */
export async function reportUpCommand(
  context: CommandContext,
  ledgerPath: string,
  options: ReportUpOptions,
): Promise<number> {
  const { io, t } = context;
  const period = periodOption(options.period);
  const { ledger } = (await openLedgerFile(io, ledgerPath)).opened;
  const { bytes, report } = await reportUpFile(ledger, period, createWorkbookFiles()).catch(
    (error: unknown) => {
      if (!(error instanceof ReportUpError)) throw error;
      const values = { file: ledgerPath, period, current: ledger.settings.period };
      throw new CommandError(`cli.error.reportUp.${error.fault}`, values);
    },
  );
  await writeOutputs(io, [{ path: options.out, bytes }], { keepExisting: options.force !== true });
  const { place, plan, upperPlan, handDown, asOf, edition, places, rows } = report;
  const own = rows.filter(({ path }) => path === place);
  const below = places.filter(({ path }) => path !== place);
  const missing = below.filter((one) => one.asOf === null).map(({ path }) => path);
  const measures = new Set(own.map(({ measure }) => measure)).size;
  const document = {
    file: options.out,
    place,
    period,
    asOf,
    plan,
    upperPlan,
    handDown,
    edition,
    measures,
    rows: rows.length,
    places: below.map(({ path, asOf: day }) => ({ path, asOf: day })),
  };
  printResult(context, document, [
    t('cli.reportUp.done', { place, period, measures, rows: own.length, file: options.out }),
    ...(below.length === 0
      ? []
      : [t('cli.reportUp.below', { places: below.length, reported: below.length - missing.length })]),
    ...(missing.length === 0 ? [] : [t('cli.reportUp.missing', { places: missing.join('、') })]),
  ]);
  return EXIT.done;
}
