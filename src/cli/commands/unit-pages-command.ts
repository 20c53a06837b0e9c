import { join } from 'node:path';
import { NoPagesError, unitPageFiles, unitPagesWorkbook, type UnitPage } from '../../app/papers/unit-pages';
import { createWorkbookFiles } from '../../hosts/file/workbook-files';
import type { Ledger } from '../../ledger/ledger';
import { CommandError, EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { pacedProgress, printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { unitFault } from '../named-units';
import { dateOption } from '../options';

export interface UnitPagesOptions {
  readonly out: string;
  readonly asOf?: string;
  readonly unit?: readonly string[];
  readonly oneWorkbook?: boolean;
  readonly force?: boolean;
}

/** `unit-pages`: what each office is asked to confirm, as a workbook an office or as one with a tab an office. */
export async function unitPagesCommand(
  context: CommandContext,
  ledgerPath: string,
  options: UnitPagesOptions,
): Promise<number> {
  const { io, t } = context;
  const day = options.asOf === undefined ? undefined : dateOption(options.asOf);
  const { ledger: current } = (await openLedgerFile(io, ledgerPath)).opened;
  const asOf = day ?? current.settings.asOf;
  const { pages, outputs } = await make({ ...current, settings: { ...current.settings, asOf } });
  const inFolder = (name: string) => join(options.out, name);
  await writeOutputs(
    io,
    outputs.map(({ fileName, bytes }) => ({ path: inFolder(fileName), bytes })),
    { keepExisting: options.force !== true },
  );
  const document = {
    asOf,
    period: current.settings.period,
    pages: pages.map(({ office, fileName, sheet, measures }) => ({
      unit: office,
      file: inFolder(fileName),
      sheet,
      measures,
    })),
  };
  printResult(context, document, [
    t('cli.unitPages.done', { count: pages.length, asOf, folder: options.out }),
    ...document.pages.map(({ unit, file, sheet, measures }) =>
      t('cli.unitPages.page', { unit, file, sheet, measures: measures.length }),
    ),
  ]);
  return EXIT.done;

  async function make(ledger: Ledger): Promise<{ pages: readonly UnitPage[]; outputs: readonly Output[] }> {
    const wanted = {
      ...(options.unit === undefined ? {} : { offices: options.unit }),
      progress: pacedProgress(context),
    };
    try {
      if (options.oneWorkbook === true) {
        const bound = await unitPagesWorkbook(ledger, createWorkbookFiles(), wanted);
        return { pages: bound.pages, outputs: [bound] };
      }
      const files = await unitPageFiles(ledger, createWorkbookFiles(), wanted);
      return { pages: files, outputs: files };
    } catch (error) {
      if (error instanceof NoPagesError) throw new CommandError('cli.error.noPages', { day: asOf });
      throw unitFault(error);
    }
  }
}

interface Output {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
