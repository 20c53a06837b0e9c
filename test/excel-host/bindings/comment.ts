import { invalidArgument, itemNotFound } from '../protocol/errors';
import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import { cellCount, cellRect } from '../model/address';
import { addComment, commentAt, deleteComment, type Comment } from '../model/comment';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { areaOf, booleanOf, integerOf, textOf, type Area } from './arguments';
import { rangeHandle } from './handles';

interface CommentScope {
  readonly workbook: Workbook;
  readonly sheet: Sheet | null;
}

function commentHandle(comment: Comment): Handle<Comment> {
  return new Handle('Comment', comment);
}

function commentsIn({ workbook, sheet }: CommentScope): Comment[] {
  return sheet ? sheet.comments : workbook.sheets.flatMap((candidate) => candidate.comments);
}

function cellOf({ workbook, sheet }: CommentScope, value: Argument | undefined): Area {
  const area = areaOf(value, workbook, sheet ?? workbook.activeSheet);
  if (cellCount(area.rect) !== 1) throw invalidArgument('a comment stands on one cell');
  return area;
}

export const commentClasses = {
  CommentCollection: {
    call: {
      Add: (scope, [cellAddress, content]) => {
        const { sheet, rect } = cellOf(scope, cellAddress);
        return commentHandle(addComment(sheet, rect.top, rect.left, textOf(content, 'content')));
      },
      GetCount: (scope) => commentsIn(scope).length,
      GetItemAt: (scope, [index]) => {
        const comment = commentsIn(scope)[integerOf(index, 'index')];
        if (!comment) throw itemNotFound('comment');
        return commentHandle(comment);
      },
      GetItemByCell: (scope, [cellAddress]) => {
        const { sheet, rect } = cellOf(scope, cellAddress);
        const comment = commentAt(sheet, rect.top, rect.left);
        if (!comment) throw itemNotFound('comment');
        return commentHandle(comment);
      },
      GetItemOrNullObject: (scope, [id]) => {
        const comment = commentsIn(scope).find((candidate) => candidate.id === id);
        return comment ? commentHandle(comment) : null;
      },
    },
    items: (scope) => commentsIn(scope).map(commentHandle),
    item: (scope, id) => {
      const comment = commentsIn(scope).find((candidate) => candidate.id === id);
      if (!comment) throw itemNotFound('comment');
      return commentHandle(comment);
    },
  } satisfies ClassModel<CommentScope>,
  Comment: {
    read: {
      Id: (comment) => comment.id,
      Content: (comment) => comment.content,
      AuthorName: (comment) => comment.author,
      Resolved: (comment) => comment.resolved,
    },
    write: {
      Content: (comment, value) => {
        comment.content = textOf(value, 'content');
      },
      Resolved: (comment, value) => {
        comment.resolved = booleanOf(value, 'resolved');
      },
    },
    call: {
      Delete: deleteComment,
      GetLocation: ({ sheet, row, column }) => rangeHandle(sheet, cellRect(row, column)),
    },
  } satisfies ClassModel<Comment>,
};
