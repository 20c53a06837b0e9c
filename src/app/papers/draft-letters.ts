import { issueLetters, type IssuedLetter } from '../../ledger/change/acts';
import type { Ledger } from '../../ledger/ledger';
import { LETTER_WORD, lettersIssued } from '../../ledger/letters';
import type { CalendarDate } from '../../base/calendar';
import {
  composeLetters,
  type ComposedLetters,
  type LetterOptions,
} from '../../documents/letters/compose-letters';
import type { Letter } from '../../documents/letters/letter';
import { issuingOffice, type IssuingOffice } from '../../documents/office';
import type { PaperWriter } from '../../documents/paper';
import type { Progress } from '../inbox/check-returns';
import { safeFileName } from '../wording/safe-file-name';

export interface DraftedLetter {
  readonly letter: Letter;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Letters due on a day, and the ledger that remembers them. */
export interface DueDraft extends ComposedLetters {
  readonly ledger: Ledger;
  /** What the letters are remembered as; `null` when they all were before. */
  readonly batch: string | null;
  /** How many entries that took. */
  readonly entriesAdded: number;
}

export interface DraftedLetters extends Omit<DueDraft, 'letters'> {
  readonly letters: readonly DraftedLetter[];
}

export interface DueOptions extends Omit<LetterOptions, 'office'> {
  /** Instant of the records, ISO 8601. */
  readonly at: string;
  /** What is said of the coordinating office for this once, over the settings. */
  readonly office?: Partial<IssuingOffice>;
}

export interface DraftOptions extends DueOptions {
  readonly progress?: Progress;
}

/** 督办: every letter due on a day as a .docx, and the ledger that remembers them. */
export async function draftLetters(
  ledger: Ledger,
  writePaper: PaperWriter,
  { progress, ...options }: DraftOptions,
): Promise<DraftedLetters> {
  const draft = composeDue(ledger, options);
  return { ...draft, letters: await writeLetters(draft.letters, writePaper, progress) };
}

/** The letters due on a day as values, remembered but not yet written. */
export function composeDue(ledger: Ledger, { at, office, ...options }: DueOptions): DueDraft {
  const composed = composeLetters(ledger, { ...options, office: issuingOffice(ledger, office) });
  const remembered = issueLetters(ledger, newMatters(ledger, composed.letters, options.asOf), at);
  const { batch, added } = remembered;
  return { ...composed, ledger: remembered.ledger, batch, entriesAdded: added.length };
}

export async function writeLetters(
  letters: readonly Letter[],
  writePaper: PaperWriter,
  progress?: Progress,
): Promise<readonly DraftedLetter[]> {
  const written: DraftedLetter[] = [];
  for (const [index, letter] of letters.entries()) {
    const fileName = letterFileName(letter);
    await progress?.(index, letters.length, fileName);
    written.push({ letter, fileName, bytes: await writePaper(letter.paper) });
  }
  return written;
}

/** “督办单_市财政局_荆法建督〔2017〕3号.docx”. */
function letterFileName({ kind, office, paper }: Letter): string {
  return safeFileName([LETTER_WORD[kind], office, `${paper.head?.number ?? ''}.docx`].join('_'));
}

/** “2018-01-15_督办发文.zip”. */
export function packedLettersName(asOf: CalendarDate): string {
  return `${asOf}_督办发文.zip`;
}

/** What the ledger does not remember yet, an entry for each unit and stage. */
function newMatters(ledger: Ledger, letters: readonly Letter[], on: CalendarDate): readonly IssuedLetter[] {
  const issued = lettersIssued(ledger).filter((entry) => entry.on === on);
  return letters.flatMap(({ kind, office, year, serial, matters }) =>
    matters.flatMap(({ unit, stage, measures }): IssuedLetter[] => {
      const known = issued.filter(
        (entry) =>
          entry.letter === kind && entry.serial === serial && entry.unit === unit && entry.stage === stage,
      );
      const added = measures.filter((no) => !known.some((entry) => entry.measures.includes(no)));
      if (known.length > 0 && added.length === 0) return [];
      return [{ unit, office, letter: kind, stage, year, serial, measures: added, on }];
    }),
  );
}
