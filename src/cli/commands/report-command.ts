import { writePaper } from '../../documents/docx/write-paper';
import { placesToFillIn } from '../../documents/paper';
import { yearlyReport } from '../../documents/report/yearly-report';
import { EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { dateOption, yearOption } from '../options';

export interface ReportOptions {
  readonly year: string;
  readonly out: string;
  readonly asOf?: string;
  readonly force?: boolean;
}

/** `report`: the yearly progress report as .docx. */
export async function reportCommand(
  context: CommandContext,
  ledgerPath: string,
  options: ReportOptions,
): Promise<number> {
  const { io, t } = context;
  const year = yearOption(options.year);
  const { ledger: current } = (await openLedgerFile(io, ledgerPath)).opened;
  const asOf = options.asOf === undefined ? current.settings.asOf : dateOption(options.asOf);
  const ledger = { ...current, settings: { ...current.settings, asOf } };
  const paper = yearlyReport(ledger, year);
  const bytes = await writePaper(paper);
  await writeOutputs(io, [{ path: options.out, bytes }], { keepExisting: options.force !== true });
  const document = { year, asOf, file: options.out, title: paper.title, toFillIn: placesToFillIn(paper) };
  printResult(context, document, [
    t('cli.report.done', { title: paper.title.replaceAll('\n', ''), file: options.out }),
    ...document.toFillIn.map((place) => t('cli.report.place', { place })),
  ]);
  return EXIT.done;
}
