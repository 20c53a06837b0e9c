import { issueLetters, type IssuedLetter } from '../ledger/acts';
import type { Ledger } from '../ledger/ledger';
import { LETTER_WORD, lettersIssued } from '../ledger/letters';
import type { CalendarDate } from '../plan/calendar';
import { composeLetters, type ComposedLetters } from '../documents/letters/compose-letters';
import type { Letter } from '../documents/letters/letter';
import { issuingOffice, type IssuingOffice } from '../documents/office';
import type { PaperWriter } from '../documents/paper';
import type { FindingLine } from '../sheets/findings-tab';
import type { Progress } from './check-returns';
import { safeFileName } from './safe-file-name';

export interface DraftedLetter {
  readonly letter: Letter;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface DraftedLetters extends Pick<ComposedLetters, 'own' | 'waiting'> {
  readonly letters: readonly DraftedLetter[];
  /** The ledger that remembers these letters. */
  readonly ledger: Ledger;
  /** How many entries that took; 0 when they were all remembered before. */
  readonly entriesAdded: number;
}

export interface DraftOptions {
  readonly asOf: CalendarDate;
  /** Instant of the records, ISO 8601. */
  readonly at: string;
  readonly findings: readonly FindingLine[];
  readonly withCircular: boolean;
  /** What is known of the coordinating office beside what the plan says. */
  readonly office?: Partial<IssuingOffice>;
  readonly progress?: Progress;
}

/** 督办: every letter due on a day as a .docx, and the ledger that remembers them. */
export async function draftLetters(
  ledger: Ledger,
  writePaper: PaperWriter,
  { at, progress, ...options }: DraftOptions,
): Promise<DraftedLetters> {
  const composed = composeLetters(ledger, { ...options, office: issuingOffice(ledger, options.office) });
  const letters: DraftedLetter[] = [];
  for (const [index, letter] of composed.letters.entries()) {
    const fileName = letterFileName(letter);
    progress?.(index, composed.letters.length, fileName);
    letters.push({ letter, fileName, bytes: await writePaper(letter.paper) });
  }
  const remembered = issueLetters(ledger, newMatters(ledger, composed.letters, options.asOf), at);
  const { own, waiting } = composed;
  return { letters, own, waiting, ledger: remembered.ledger, entriesAdded: remembered.added.length };
}

/** “督办单_市财政局_荆法建督〔2017〕3号.docx”. */
export function letterFileName({ kind, office, paper }: Letter): string {
  return safeFileName([LETTER_WORD[kind], office, `${paper.head?.number ?? ''}.docx`].join('_'));
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
