import { resolve } from 'node:path';
import { fileDigest } from '../../base/file-digest';
import type { Verdict } from '../../ledger/records';
import { CommandError, EXIT } from '../command-error';
import { checkFiles, inputsOf } from '../check-files';
import { fileDocument, hasErrors } from '../json-documents';
import { returnFiles, writeOutputs, type InputFile } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { ledgerNotes } from '../ledger-notes';
import { fileWords } from './validate-command';
import { must } from '../../base/invariant';

export interface CollectOptions {
  readonly out: string;
  readonly choose?: readonly string[];
}

/** `collect`: merges the sound rows of returned files into a ledger. */
export async function collectCommand(
  context: CommandContext,
  ledgerPath: string,
  paths: readonly string[],
  options: CollectOptions,
): Promise<number> {
  const { io, t } = context;
  const returned = await returnFiles(io, paths);
  const chosen = await chosenDigests(context, returned, options.choose ?? []);
  const file = await openLedgerFile(io, ledgerPath);
  const { opened } = file;
  const checked = await checkFiles(context, opened.ledger, returned);
  const collected = await file.run('collect', { checked, chosen });
  await writeOutputs(io, [{ path: options.out, bytes: await file.bytes() }], { keepExisting: false });

  const notes = ledgerNotes(context, file);
  const inputs = inputsOf(collected.files, returned);
  const count = (verdict: Verdict) => collected.files.filter((file) => file.verdict === verdict).length;
  const counts = {
    accepted: count('accepted'),
    needsCorrection: count('needs-correction'),
    rejected: count('rejected'),
    entriesAdded: collected.added.length,
    entriesUnchanged: collected.unchanged,
    file: options.out,
  };
  const document = {
    files: collected.files.map((one, index) =>
      fileDocument(one, must(inputs[index], 'the file that was checked').path, t),
    ),
    ...counts,
    ...notes.document,
  };
  printResult(context, document, [
    ...collected.files
      .filter(({ findings }) => findings.length > 0)
      .flatMap((file) => fileWords(context, file)),
    t('cli.collect.done', { ...counts, files: document.files.length }),
    ...notes.words,
  ]);
  return hasErrors(collected.files) ? EXIT.findings : EXIT.done;
}

async function chosenDigests(
  { io }: CommandContext,
  returned: readonly InputFile[],
  choices: readonly string[],
): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const choice of choices) {
    const wanted = resolve(io.cwd, choice);
    const file = returned.find(({ path }) => resolve(io.cwd, path) === wanted);
    if (file === undefined) throw new CommandError('cli.error.chosenNotAmong', { file: choice });
    digests.push(fileDigest(await file.read()));
  }
  return digests;
}
