import { EXIT } from '../command-error';
import { comparisonDocument } from '../json-documents';
import { writeOutputs } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { ledgerNotes } from '../ledger-notes';
import { readPlan } from '../plan-text';

export interface ReviseOptions {
  readonly plan: string;
  readonly out: string;
}

/** `revise`: a ledger adopts a revised plan; every report stays. */
export async function reviseCommand(
  context: CommandContext,
  ledgerPath: string,
  options: ReviseOptions,
): Promise<number> {
  const { io, t } = context;
  const plan = await readPlan(context, options.plan);
  const file = await openLedgerFile(io, ledgerPath);
  const { ledger, comparison } = await file.run('revisePlan', { plan });
  await writeOutputs(io, [{ path: options.out, bytes: await file.bytes() }], { keepExisting: false });
  const notes = ledgerNotes(context, file);
  const document = {
    file: options.out,
    measures: plan.measures.length,
    entries: ledger.entries.length,
    ...comparisonDocument(comparison),
    ...notes.document,
  };
  const { added, removed, changed } = document;
  printResult(context, document, [
    ...added.map((measure) => t('cli.revise.added', measure)),
    ...removed.map((measure) => t('cli.revise.removed', measure)),
    ...changed.map(({ no, previousNo, fields }) =>
      t('cli.revise.changed', {
        no,
        previousNo,
        fields: fields.map((field) => t(`plan.field.${field}`)).join('、'),
      }),
    ),
    t('cli.revise.done', {
      file: options.out,
      measures: document.measures,
      entries: document.entries,
      added: added.length,
      removed: removed.length,
      changed: changed.length,
    }),
    ...notes.words,
  ]);
  return EXIT.done;
}
