import { join } from 'node:path';
import { issueForms, type IssuedForm } from '../../app/changes/issue-forms';
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
  /** Beside each form the same as a page that checks itself. */
  readonly html?: boolean;
  readonly force?: boolean;
}

/** `forms`: one return form a unit; with `--html` also as a page. */
export async function formsCommand(
  context: CommandContext,
  ledgerPath: string,
  options: FormsOptions,
): Promise<number> {
  const { io, t } = context;
  const period = periodOption(options.period);
  const { opened } = await openLedgerFile(io, ledgerPath);
  const forms = await issue();
  const pages = options.html === true ? await issuedPages() : [];
  const outputs = [...forms, ...pages].map(({ fileName, bytes }) => ({
    path: join(options.out, fileName),
    bytes,
  }));
  await writeOutputs(io, outputs, { keepExisting: options.force !== true });
  const document = {
    period,
    forms: forms.map(({ office, fileName, measures }, index) => ({
      unit: office,
      file: join(options.out, fileName),
      ...(pages[index] === undefined ? {} : { page: join(options.out, pages[index].fileName) }),
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

  async function issuedPages(): Promise<readonly IssuedForm[]> {
    const { pagesOfForms } = await import('../../app/papers/form-pages');
    const { default: script } = await import('form-page-script.txt');
    const { default: licences } = await import('form-page-licences.txt');
    return pagesOfForms(opened.ledger, forms, period, { script, licences });
  }

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
