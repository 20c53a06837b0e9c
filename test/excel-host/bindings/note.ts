import { HostError, itemNotFound } from '../protocol/errors';
import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import { cellCount, cellRect, formatRect } from '../model/address';
import { addNote, deleteNote, noteAt, type Note } from '../model/note';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { areaOf, integerOf, textOf, type Area } from './arguments';
import { rangeHandle } from './handles';

interface NoteScope {
  readonly workbook: Workbook;
  readonly sheet: Sheet | null;
}

function noteHandle(note: Note): Handle<Note> {
  return new Handle('Note', note);
}

function notesIn({ workbook, sheet }: NoteScope): Note[] {
  return sheet ? sheet.notes : workbook.sheets.flatMap((candidate) => candidate.notes);
}

function cellOf({ workbook, sheet }: NoteScope, value: Argument | undefined): Area {
  const area = areaOf(value, workbook, sheet ?? workbook.activeSheet);
  if (cellCount(area.rect) !== 1) throw new HostError('InvalidCellAddress', 'a note stands on one cell');
  return area;
}

function noteOn(scope: NoteScope, key: Argument | undefined): Note | undefined {
  const { sheet, rect } = cellOf(scope, key);
  return noteAt(sheet, rect.top, rect.left);
}

function found(note: Note | undefined): Handle<Note> {
  if (!note) throw itemNotFound('note');
  return noteHandle(note);
}

/**
 * learn.microsoft.com/javascript/api/excel/excel.notecollection. Height, width and visibility are not there, as in Excel on
 * the web: who loads them gets an error (OfficeDev/office-js issue 6198).
 */
export const noteClasses = {
  NoteCollection: {
    call: {
      Add: (scope, [cellAddress, content]) => {
        const { sheet, rect } = cellOf(scope, cellAddress);
        return noteHandle(addNote(sheet, rect.top, rect.left, textOf(content, 'content')));
      },
      GetCount: (scope) => notesIn(scope).length,
      GetItemAt: (scope, [index]) => found(notesIn(scope)[integerOf(index, 'index')]),
      GetItemOrNullObject: (scope, [key]) => {
        const note = noteOn(scope, key);
        return note ? noteHandle(note) : null;
      },
    },
    items: (scope) => notesIn(scope).map(noteHandle),
    item: (scope, key) => found(noteOn(scope, key)),
  } satisfies ClassModel<NoteScope>,
  Note: {
    read: {
      _Id: ({ row, column }) => formatRect(cellRect(row, column)),
      Content: (note) => note.content,
      AuthorName: (note) => note.author,
    },
    write: {
      Content: (note, value) => {
        note.content = textOf(value, 'content');
      },
    },
    call: {
      Delete: deleteNote,
      GetLocation: ({ sheet, row, column }) => rangeHandle(sheet, cellRect(row, column)),
    },
  } satisfies ClassModel<Note>,
};
