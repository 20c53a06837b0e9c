import { resolve } from 'node:path';
import { collectReturns } from '../../app/changes/collect-returns';
import { fileDigest } from '../../base/file-digest';
import { findingLines } from '../../app/wording/describe-finding';
import { saveLedger } from '../../app/ledger-store';
import { takeInHandEdits } from '../../app/changes/take-hand-edits';
import type { Verdict } from '../../ledger/records';
import { translator } from '../../locales/translate';
import { CommandError, EXIT } from '../command-error';
import { checkFiles, inputsOf } from '../check-files';
import { fileDocument, hasErrors } from '../json-documents';
import { returnFiles, writeOutputs, type InputFile } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { fileWords } from './validate-command';

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
  const { host, book } = await openLedgerFile(io, ledgerPath);
  const { instant } = io.now();
  const chinese = translator('zh-CN');
  const edited = takeInHandEdits(await host.read(), book.ledger, instant);
  const checked = await checkFiles(context, edited.ledger, returned);
  const collected = collectReturns(edited.ledger, checked, { at: instant, chosen });
  await saveLedger(host, collected.ledger, findingLines(collected.files, chinese), book.foreignSheets);
  await writeOutputs(io, [{ path: options.out, bytes: await host.toBytes() }], { keepExisting: false });

  const inputs = inputsOf(collected.files, returned);
  const count = (verdict: Verdict) => collected.files.filter((file) => file.verdict === verdict).length;
  const document = {
    files: collected.files.map((file, index) => fileDocument(file, inputs[index]?.path ?? '', t)),
    accepted: count('accepted'),
    needsCorrection: count('needs-correction'),
    rejected: count('rejected'),
    entriesAdded: collected.added.length,
    entriesUnchanged: collected.unchanged,
    handEdits: edited.taken,
    handEditsRefused: edited.refused.length,
    file: options.out,
  };
  printResult(context, document, [
    ...collected.files
      .filter(({ findings }) => findings.length > 0)
      .flatMap((file) => fileWords(context, file)),
    t('cli.collect.done', { ...document, files: document.files.length }),
    ...edited.refused.map((edit) => t('cli.handEdit.refused', { ...edit })),
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
