import type { CellNote } from '../../../base/blueprint';
import type { ListDifference } from '../../../base/workbook-difference';
import { addNotesSteps, hasNotes, type TextOverCell } from '../cell-notes';
import { ACTION_BYTES, textBytes, type Step } from '../requests';
import { messageOf, overCell, showMessage } from '../writing/write-notes';
import type { TwoPartChange } from './change-rules';

/**
 * What stands over the cells is asked with the first request: a note is ours where it still says what we wrote in that very
 * cell, and where the clerk has one it stays alone.
 */
export function noteChangeSteps(
  getSheet: () => Excel.Worksheet,
  difference: ListDifference<CellNote>,
): TwoPartChange {
  const [removed, added] = [difference.removed.map(overCell), difference.added.map(overCell)];
  if (removed.length + added.length === 0) return { first: [], then: [] };
  return hasNotes() ? asNotes(getSheet, removed, added) : asMessages(getSheet, removed, added);
}

function asNotes(
  getSheet: () => Excel.Worksheet,
  removed: readonly TextOverCell[],
  added: readonly TextOverCell[],
): TwoPartChange {
  const standing = new Map<string, Excel.Note>();
  const free: TextOverCell[] = [];
  const ask: Step = {
    bytes: (removed.length + added.length) * 3 * ACTION_BYTES,
    play: () => {
      for (const { cell } of [...removed, ...added]) {
        if (standing.has(cell)) continue;
        standing.set(cell, getSheet().notes.getItemOrNullObject(cell).load('content'));
      }
    },
  };
  const remove: Step = {
    bytes: removed.length * 2 * ACTION_BYTES,
    play: () => {
      for (const { cell, text } of removed) {
        const note = standing.get(cell);
        if (note === undefined || note.isNullObject || plain(note.content) !== plain(text)) continue;
        note.delete();
        standing.delete(cell);
      }
      free.push(...added.filter(({ cell }) => standing.get(cell)?.isNullObject ?? true));
    },
  };
  return { first: [ask], then: [remove, ...addNotesSteps(getSheet, added, () => free)] };
}

/** The messages of cells are part of their validations, of which the clerk may have made some. */
function asMessages(
  getSheet: () => Excel.Worksheet,
  removed: readonly TextOverCell[],
  added: readonly TextOverCell[],
): TwoPartChange {
  const cellAt = (cell: string) => getSheet().getRange(cell);
  const asked = new Map<string, Excel.DataValidation>();
  const hidden = new Set<string>();
  const ask: Step = {
    bytes: (removed.length + added.length) * 4 * ACTION_BYTES,
    play: () => {
      for (const { cell } of [...removed, ...added]) {
        asked.set(cell, cellAt(cell).dataValidation.load('prompt,type'));
      }
    },
  };
  const change: Step = {
    bytes: [...removed, ...added].reduce((sum, { text }) => sum + 3 * ACTION_BYTES + textBytes(text), 0),
    play: () => {
      for (const note of removed) {
        const there = asked.get(note.cell);
        if (there?.prompt.message !== messageOf(note)) continue;
        hideMessage(cellAt(note.cell).dataValidation, there.type);
        hidden.add(note.cell);
      }
      for (const note of added) {
        const isFree = hidden.has(note.cell) || asked.get(note.cell)?.prompt.message === '';
        if (isFree) showMessage(cellAt(note.cell), note);
      }
    },
  };
  return { first: [ask], then: [change] };
}

function hideMessage(validation: Excel.DataValidation, type: Excel.DataValidation['type']): void {
  if (type === 'None') validation.clear();
  else validation.prompt = { showPrompt: false, title: '', message: '' };
}

/** Programs that save a file break lines otherwise. */
function plain(text: string): string {
  return text.replace(/\s+/g, '');
}
