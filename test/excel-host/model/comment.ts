import { HostError, invalidArgument, itemNotFound } from '../protocol/errors';
import { noteAt } from './note';
import { ensureAllowed } from './protection';
import type { Sheet } from './sheet';

export interface Comment {
  readonly id: string;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  content: string;
  resolved: boolean;
  readonly author: string;
}

/**
 * One comment a cell, and none over a note, which is nothing that comments know of (OfficeDev/office-js issue 1416).
 * @throws ItemAlreadyExists, InvalidArgument, AccessDenied
 */
export function addComment(sheet: Sheet, row: number, column: number, content: string): Comment {
  ensureAllowed(sheet, 'allowEditObjects');
  if (commentAt(sheet, row, column)) throw new HostError('ItemAlreadyExists', 'The cell has a comment');
  if (noteAt(sheet, row, column)) throw invalidArgument('the cell has a note');
  const id = `{${String(sheet.workbook.nextId()).padStart(8, '0')}}`;
  const comment: Comment = {
    id,
    sheet,
    row,
    column,
    content,
    resolved: false,
    author: sheet.workbook.userName,
  };
  sheet.comments.push(comment);
  return comment;
}

export function commentAt(sheet: Sheet, row: number, column: number): Comment | undefined {
  return sheet.comments.find((comment) => comment.row === row && comment.column === column);
}

export function deleteComment(comment: Comment): void {
  ensureAllowed(comment.sheet, 'allowEditObjects');
  const index = comment.sheet.comments.indexOf(comment);
  if (index < 0) throw itemNotFound('comment');
  comment.sheet.comments.splice(index, 1);
}
