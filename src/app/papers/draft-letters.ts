import { LETTER_WORD } from '../../ledger/letters';
import type { CalendarDate } from '../../base/calendar';
import type { Letter } from '../../documents/letters/letter';
import type { PaperWriter } from '../../documents/paper';
import type { DueDraft, LettersInput } from '../changes/remember-letters';
import type { Progress } from '../inbox/check-returns';
import type { LedgerPlace } from '../runner/ledger-place';
import { applyUseCase, runUseCase } from '../runner/run-use-case';
import type { Asked } from '../runner/use-case';
import { safeFileName } from '../wording/safe-file-name';

export interface DraftedLetter {
  readonly letter: Letter;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface DraftedLetters extends Omit<DueDraft, 'letters'> {
  readonly letters: readonly DraftedLetter[];
}

export interface DraftOptions {
  readonly writePaper: PaperWriter;
  readonly progress?: Progress;
  /** Whether the ledger is to remember them. */
  readonly remembers: boolean;
}

/**
 * 督办: the letters due on a day as .docx. They are written first and remembered afterwards: what is cancelled or fails half way
 * is not on record. What was typed into the workbook meanwhile can change a letter; then it is written once more.
 */
export async function draftLetters(
  place: LedgerPlace,
  input: LettersInput,
  asked: Asked,
  { writePaper, progress, remembers }: DraftOptions,
): Promise<DraftedLetters> {
  const due = applyUseCase(await place.look(asked.at), 'rememberLetters', input, asked.by);
  const letters = await writeLetters(due.letters, writePaper, progress);
  if (!remembers) return { ...due, letters };
  const kept = await runUseCase(place, 'rememberLetters', input, asked);
  const isSame = JSON.stringify(kept.letters) === JSON.stringify(due.letters);
  return { ...kept, letters: isSame ? letters : await writeLetters(kept.letters, writePaper) };
}

/** Where the papers are made elsewhere. */
export const NOT_WRITTEN: PaperWriter = () => Promise.resolve(new Uint8Array());

async function writeLetters(
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

const DRAFT = '草稿';

/** “督办单_市财政局_荆法建督〔2017〕3号.docx”; of a draft, whose number is not given away yet, “草稿_督办单_…”. */
export function letterFileName(
  { kind, office, paper }: Letter,
  as: 'registered' | 'draft' = 'registered',
): string {
  const name = [LETTER_WORD[kind], office, `${paper.head?.number ?? ''}.docx`];
  return safeFileName((as === 'draft' ? [DRAFT, ...name] : name).join('_'));
}

/** “2018-01-15_督办发文.zip”. */
export function packedLettersName(asOf: CalendarDate): string {
  return `${asOf}_督办发文.zip`;
}
