import type { LookedAt } from '../looked-at';

/** What is right: nothing of the clerk's is lost and no figure changes; the same, and what was ours is told as put right; taken in; or refused. */
export type Answer = 'kept' | 'same' | 'restored' | 'taken' | 'refused';

/** One thing a clerk does to a workbook; made by the function of this name in openpyxl-edits.py. */
export interface GuestCase {
  readonly id: string;
  /** In the clerk's words, as docs/guest.md prints it. */
  readonly edit: string;
  readonly answer: Answer;
  /** Of a refusal: what is wrong. */
  readonly fault?: string;
  /** Whether what the clerk put there is still there. */
  readonly holds?: (book: LookedAt) => boolean;
}

export type Probe = NonNullable<GuestCase['holds']>;

export const says =
  (sheet: string, ...texts: readonly string[]): Probe =>
  (book) =>
    texts.every((text) => book.has(sheet, text));
export const written =
  (sheet: string, ...pieces: readonly RegExp[]): Probe =>
  (book) =>
    pieces.every((piece) => piece.test(book.part(sheet)));
export const hangs =
  (sheet: string, type: string, piece: RegExp): Probe =>
  (book) =>
    book.hanging(sheet, type).some((xml) => piece.test(xml));
export const inWorkbook =
  (...pieces: readonly RegExp[]): Probe =>
  (book) =>
    pieces.every((piece) => piece.test(book.workbookPart()));

export const kept = (id: string, edit: string, holds: Probe): GuestCase => ({
  id,
  edit,
  answer: 'kept',
  holds,
});
export const same = (id: string, edit: string): GuestCase => ({ id, edit, answer: 'same' });
export const restored = (id: string, edit: string, holds?: Probe): GuestCase => ({
  id,
  edit,
  answer: 'restored',
  ...(holds === undefined ? {} : { holds }),
});
export const taken = (id: string, edit: string): GuestCase => ({ id, edit, answer: 'taken' });
export const refused = (id: string, edit: string, fault: string): GuestCase => ({
  id,
  edit,
  answer: 'refused',
  fault,
});
