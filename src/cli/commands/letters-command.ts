import { join } from 'node:path';
import { draftLetters, type DraftedLetter } from '../../app/papers/draft-letters';
import { writePaper } from '../../documents/docx/write-paper';
import type { IssuingOffice } from '../../documents/office';
import { LETTER_WORD } from '../../ledger/letters';
import { EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { pacedProgress, printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { ledgerNotes } from '../ledger-notes';
import { dateOption, daysOption } from '../options';

export interface LettersOptions {
  readonly out: string;
  readonly asOf?: string;
  readonly outLedger?: string;
  readonly circular?: boolean;
  readonly office?: string;
  readonly word?: string;
  readonly contact?: string;
  readonly phone?: string;
  readonly replyDays?: string;
  readonly copyTo?: string;
  readonly force?: boolean;
}

/** `letters`: every letter due on a day; with `--out-ledger` also the ledger that remembers them. */
export async function lettersCommand(
  context: CommandContext,
  ledgerPath: string,
  options: LettersOptions,
): Promise<number> {
  const { io, t } = context;
  const file = await openLedgerFile(io, ledgerPath);
  const input = {
    ...(options.asOf === undefined ? {} : { asOf: dateOption(options.asOf) }),
    withCircular: options.circular === true,
    office: saidOf(options),
  };
  const drafted = await draftLetters(file.place, input, file.asked, {
    writePaper,
    progress: pacedProgress(context),
    remembers: options.outLedger !== undefined,
  });
  const { asOf } = drafted;
  const files = drafted.letters.map(({ fileName, bytes }) => ({ path: join(options.out, fileName), bytes }));
  const remembering =
    options.outLedger === undefined
      ? []
      : [{ path: options.outLedger, bytes: await file.bytes(), isNamed: true } as const];
  const outputs = [...files, ...remembering];
  await writeOutputs(io, outputs, { keepExisting: options.force !== true });
  const notes = options.outLedger === undefined ? undefined : ledgerNotes(context, file);
  const document = {
    asOf,
    letters: drafted.letters.map((one) => letterDocument(one, options.out)),
    own: drafted.own,
    waiting: drafted.waiting,
    entriesAdded: drafted.entriesAdded,
    officeKnown: drafted.isOfficeKnown,
    ledger: options.outLedger ?? null,
    ...notes?.document,
  };
  printResult(context, document, [
    t('cli.letters.done', { count: drafted.letters.length, asOf, folder: options.out }),
    ...(drafted.isOfficeKnown ? [] : [t('cli.letters.officeUnknown')]),
    ...document.letters.map(({ kind, office, number, measures }) =>
      t('cli.letters.letter', { kind: LETTER_WORD[kind], office, number, measures: measures.length }),
    ),
    ...(drafted.waiting.length === 0 ? [] : [t('cli.letters.waiting', { count: drafted.waiting.length })]),
    ...(drafted.own.length === 0 ? [] : [t('cli.letters.own', { measures: drafted.own.join('、') })]),
    ...(options.outLedger === undefined && drafted.entriesAdded > 0 ? [t('cli.letters.notRemembered')] : []),
    ...(notes?.words ?? []),
  ]);
  return EXIT.done;
}

function saidOf({ office, word, contact, phone, replyDays, copyTo }: LettersOptions): Partial<IssuingOffice> {
  return {
    ...(office === undefined ? {} : { name: office }),
    ...(word === undefined ? {} : { letterWord: word }),
    ...(contact === undefined ? {} : { contact }),
    ...(phone === undefined ? {} : { phone }),
    ...(copyTo === undefined ? {} : { copyTo }),
    ...(replyDays === undefined ? {} : { replyWithinDays: daysOption(replyDays) }),
  };
}

function letterDocument({ letter, fileName }: DraftedLetter, folder: string) {
  return {
    kind: letter.kind,
    office: letter.office,
    number: letter.paper.head?.number ?? '',
    measures: [...new Set(letter.matters.flatMap(({ measures }) => measures))].sort((a, b) => a - b),
    matters: letter.matters,
    file: join(folder, fileName),
  };
}
