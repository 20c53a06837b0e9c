import { join } from 'node:path';
import { issueForms } from '../../app/changes/issue-forms';
import { createWorkbookFiles } from '../../hosts/file/workbook-files';
import { EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { pacedProgress, printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { periodOption } from '../options';
import { unitFault } from '../named-units';

export interface FormsOptions {
  readonly period: string;
  readonly out: string;
  readonly unit?: readonly string[];
  readonly force?: boolean;
}

/** `forms`: one return form a unit. */
export async function formsCommand(
  context: CommandContext,
  ledgerPath: string,
  options: FormsOptions,
): Promise<number> {
  const { io, t } = context;
  const period = periodOption(options.period);
  const { opened } = await openLedgerFile(io, ledgerPath);
  const forms = await issue();
  const outputs = forms.map((form) => ({ path: join(options.out, form.fileName), bytes: form.bytes }));
  await writeOutputs(io, outputs, { keepExisting: options.force !== true });
  const document = {
    period,
    forms: forms.map(({ office, fileName, measures }) => ({
      unit: office,
      file: join(options.out, fileName),
      measures,
    })),
  };
  printResult(context, document, [
    t('cli.forms.done', { count: forms.length, period, folder: options.out }),
    ...document.forms.map(({ unit, file, measures }) =>
      t('cli.forms.form', { unit, file, measures: measures.length }),
    ),
  ]);
  return EXIT.done;

  async function issue() {
    try {
      return await issueForms(opened.ledger, createWorkbookFiles(), {
        period,
        ...(options.unit === undefined ? {} : { offices: options.unit }),
        progress: pacedProgress(context),
      });
    } catch (error) {
      throw unitFault(error);
    }
  }
}
