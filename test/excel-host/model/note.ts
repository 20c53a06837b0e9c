import { HostError, invalidArgument, itemNotFound } from '../protocol/errors';
import { commentAt } from './comment';
import { ensureAllowed } from './protection';
import type { Sheet } from './sheet';

/** What Excel calls a note: a text over one cell, as .xlsx files bear them, without a thread. */
export interface Note {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  content: string;
  readonly author: string;
}

/**
 * A cell has one note or one comment (OfficeDev/office-js issue 1416; support.microsoft.com, “The difference between
 * threaded comments and notes”). @throws ItemAlreadyExists, InvalidArgument, AccessDenied
 */
export function addNote(sheet: Sheet, row: number, column: number, content: string): Note {
  ensureAllowed(sheet, 'allowEditObjects');
  if (noteAt(sheet, row, column)) throw new HostError('ItemAlreadyExists', 'The cell has a note');
  if (commentAt(sheet, row, column)) throw invalidArgument('the cell has a comment');
  const note: Note = { sheet, row, column, content, author: sheet.workbook.userName };
  sheet.notes.push(note);
  return note;
}

export function noteAt(sheet: Sheet, row: number, column: number): Note | undefined {
  return sheet.notes.find((note) => note.row === row && note.column === column);
}

export function deleteNote(note: Note): void {
  ensureAllowed(note.sheet, 'allowEditObjects');
  const index = note.sheet.notes.indexOf(note);
  if (index < 0) throw itemNotFound('note');
  note.sheet.notes.splice(index, 1);
}
