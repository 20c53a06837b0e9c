import { liveEntries } from './entries';
import type { Ledger } from './ledger';
import type { LetterEntry, LetterKind, LetterStage } from './records';

/** The papers' names, as they stand in cells and in 操作记录. */
export const LETTER_WORD: Readonly<Record<LetterKind, string>> = {
  supervision: '督办单',
  request: '商请函',
  circular: '通报',
  sendBack: '退回通知',
};

/** “〔2018〕3号”. */
export function letterNumber({ year, serial }: Pick<LetterEntry, 'year' | 'serial'>): string {
  return `〔${year}〕${serial}号`;
}

/** Reads what `letterNumber` writes. */
export function parseLetterNumber(text: string): Pick<LetterEntry, 'year' | 'serial'> | undefined {
  const [, year, serial] = /^〔(\d{4})〕(\d+)号$/u.exec(text.trim()) ?? [];
  return year === undefined || serial === undefined
    ? undefined
    : { year: Number(year), serial: Number(serial) };
}

/** Letters that were issued and not taken back, in order. */
export function lettersIssued(ledger: Ledger): readonly LetterEntry[] {
  return liveEntries(ledger.entries).filter((entry) => entry.kind === 'letter');
}

/**
 * The next number of a kind in a year. A number of a letter taken back is not used again, as the paper may have left the
 * house; unless the clerk said that there never was a paper.
 */
export function nextSerial(ledger: Ledger, kind: LetterKind, year: number): number {
  const unsent = new Set(
    liveEntries(ledger.entries).flatMap((entry) =>
      entry.kind === 'undo' && entry.unsent === true ? [entry.undone] : [],
    ),
  );
  const used = ledger.entries.flatMap((entry) =>
    entry.kind === 'letter' && entry.letter === kind && entry.year === year && !unsent.has(entry.batch)
      ? [entry.serial]
      : [],
  );
  return Math.max(0, ...used) + 1;
}

const STAGES = ['first', 'second', 'circular'] as const satisfies readonly LetterStage[];

/**
 * How a unit is to be written to about these measures: the stage after the highest that any of them has reached. A
 * circular is the end: after it comes another. Letters that send a return back do not count.
 */
export function nextStage(ledger: Ledger, unit: string, measures: readonly number[]): LetterStage {
  const concerned = new Set(measures);
  const reached = lettersIssued(ledger).flatMap((letter) =>
    letter.unit === unit && letter.letter !== 'sendBack' && letter.measures.some((no) => concerned.has(no))
      ? [STAGES.indexOf(letter.stage)]
      : [],
  );
  return STAGES[Math.max(-1, ...reached) + 1] ?? 'circular';
}
