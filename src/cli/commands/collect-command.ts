import { resolve } from 'node:path';
import type { CheckedFile } from '../../app/inbox/check-returns';
import { EMPTY_INBOX, kindOf, withArrival } from '../../app/inbox/inbox';
import { papersAmong, receiptsFor, type Paper } from '../../app/inbox/papers';
import type { Ledger } from '../../ledger/ledger';
import { fileDigest } from '../../base/file-digest';
import type { Verdict } from '../../ledger/records';
import { CommandError, EXIT } from '../command-error';
import { checkFiles, inputsOf } from '../check-files';
import { fileDocument, hasErrors } from '../json-documents';
import { returnFiles, writeOutputs, type InputFile } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { today } from '../options';
import { ledgerNotes } from '../ledger-notes';
import { fileWords } from './validate-command';
import { must } from '../../base/invariant';

export interface CollectOptions {
  readonly out: string;
  readonly choose?: readonly string[];
  /** Lower places whose measures of equal text are ours. */
  readonly match?: readonly string[];
}

/** `collect`: merges the sound rows of returned files into a ledger. */
export async function collectCommand(
  context: CommandContext,
  ledgerPath: string,
  paths: readonly string[],
  options: CollectOptions,
): Promise<number> {
  const { io, t } = context;
  const returned = await returnFiles(io, paths, true);
  const chosen = await chosenDigests(context, returned, options.choose ?? []);
  const file = await openLedgerFile(io, ledgerPath);
  const { opened } = file;
  const checked = await checkFiles(context, opened.ledger, returned);
  const found = papersOf(opened.ledger, checked, io.now().minute);
  const papers = found.filter(({ office }) => office !== null);
  const inHand = new Set(papers.map(({ checked: { file: name } }) => name));
  const collected = await file.run('collect', {
    checked: checked.filter((one) => !inHand.has(one.file)),
    chosen,
    papers: receiptsFor(papers, today(io)),
    ...(options.match === undefined ? {} : { matched: options.match }),
  });
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
  const received = papers.map(({ kind, office, measures, checked: { file: name } }) => ({
    kind,
    file: name,
    unit: office,
    measures,
  }));
  const document = {
    files: collected.files.map((one, index) =>
      fileDocument(one, must(inputs[index], 'the file that was checked').path, t),
    ),
    ...counts,
    papers: received,
    levels: collected.levels.map(({ place, period, edition, batch, file: name }) => ({
      file: name,
      place,
      period,
      edition,
      batch,
    })),
    ...notes.document,
  };
  printResult(context, document, [
    ...collected.files
      .filter(({ findings }) => findings.length > 0)
      .flatMap((file) => fileWords(context, file)),
    t('cli.collect.done', { ...counts, files: document.files.length }),
    ...(received.length > 0 ? [t('cli.collect.papers', { count: received.length })] : []),
    ...(collected.levels.length > 0
      ? [
          t('cli.collect.levels', {
            count: collected.levels.length,
            places: collected.levels.map(({ place }) => place).join('、'),
          }),
        ]
      : []),
    ...notes.words,
  ]);
  return hasErrors(collected.files) ? EXIT.findings : EXIT.done;
}

/** The photos, scans and evidence among the files. */
function papersOf(ledger: Ledger, checked: readonly CheckedFile[], at: string): readonly Paper[] {
  const files = checked.map((one) => ({ kind: kindOf(one), checked: one }));
  const { items } = withArrival(EMPTY_INBOX, { handedIn: [], files, at, isSheet: false });
  return papersAmong(ledger, ledger.settings.period, items);
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
