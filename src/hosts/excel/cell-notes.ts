import { cellAddress } from '../../base/raw-sheet';
import { ACTION_BYTES, textBytes, type Step } from './requests';
import { supportsExcelApi } from './requirement-sets';

/**
 * Whether add-ins get at notes here, which comments know nothing of (OfficeDev/office-js issue 1416). Not before ExcelApi 1.18, nor
 * where office.js itself is older than the Excel it runs in, as that of the npm package is. Only named properties may be
 * loaded: a note's size is an error in Excel on the web (issue 6198).
 */
export function hasNotes(): boolean {
  return supportsExcelApi('1.18') && 'NoteCollection' in Excel;
}

/** `undefined` where there are none for add-ins. */
export function notesOf(sheet: Excel.Worksheet): Excel.NoteCollection | undefined {
  return hasNotes() ? sheet.notes : undefined;
}

/** `undefined` where Excel has no comments yet. */
export function commentsOf(sheet: Excel.Worksheet): Excel.CommentCollection | undefined {
  return supportsExcelApi('1.10') ? sheet.comments : undefined;
}

/** A text over a cell (“C12”). */
export interface TextOverCell {
  readonly cell: string;
  readonly text: string;
}

/**
 * Adds notes, on which nothing else depends: Excel refuses one over a comment or another note, and then the others are added
 * without those.
 * @param added All there may be. @param wanted Which of them, once that is known.
 */
export function addNotesSteps(
  getSheet: () => Excel.Worksheet,
  added: readonly TextOverCell[],
  wanted: () => readonly TextOverCell[] = () => added,
): readonly Step[] {
  if (added.length === 0) return [];
  return [
    {
      bytes: added.reduce((sum, { text }) => sum + 4 * ACTION_BYTES + textBytes(text), 0),
      play: () => {
        for (const { cell, text } of wanted()) getSheet().notes.add(cell, text);
      },
      apart: { what: 'notes', again: (context) => addWhereFree(context, getSheet(), wanted()) },
    },
  ];
}

/** Three round trips: which cells have a note, and how many comments there are; where those are; the notes. */
async function addWhereFree(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  wanted: readonly TextOverCell[],
): Promise<void> {
  const asked = wanted.map((note) => ({
    ...note,
    standing: sheet.notes.getItemOrNullObject(note.cell).load('content'),
  }));
  const comments = commentsOf(sheet)?.load('items/id');
  await context.sync();
  const places = (comments?.items ?? []).map((one) => one.getLocation().load('rowIndex,columnIndex'));
  if (places.length > 0) await context.sync();
  const taken = new Set(
    places.map(({ rowIndex, columnIndex }) => cellAddress(rowIndex + 1, columnIndex + 1)),
  );
  const free = asked.filter(({ cell, standing }) => standing.isNullObject && !taken.has(cell));
  for (const { cell, text } of free) sheet.notes.add(cell, text);
  await context.sync();
}
