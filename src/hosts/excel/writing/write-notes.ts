import { cellAddress } from '../../../base/raw-sheet';
import type { CellNote, SheetBlueprint } from '../../../base/blueprint';
import { addNotesSteps, hasNotes, type TextOverCell } from '../cell-notes';
import { ACTION_BYTES, textBytes, type Step } from '../requests';

/** Limit of an input message. */
const MAX_MESSAGE = 255;

/**
 * Notes, as files bear them. Where add-ins do not get at those, the text comes up as the cell's input message, unless a
 * validation of the blueprint has one there.
 * @param standing Cells over which there is a note, ours or the clerk's: it stays.
 */
export function noteSteps(
  getSheet: () => Excel.Worksheet,
  blueprint: Pick<SheetBlueprint, 'notes' | 'validations'>,
  standing: ReadonlySet<string>,
): readonly Step[] {
  if (hasNotes()) {
    const free = blueprint.notes.map(overCell).filter(({ cell }) => !standing.has(cell));
    return addNotesSteps(getSheet, free);
  }
  return blueprint.notes
    .filter((note) => !isValidated(blueprint, note))
    .map(overCell)
    .map((note) => ({
      bytes: 4 * ACTION_BYTES + textBytes(note.text),
      play: () => showMessage(getSheet().getRange(note.cell), note),
    }));
}

export function overCell({ row, column, text }: CellNote): TextOverCell {
  return { cell: cellAddress(row, column), text };
}

/** Input messages are shorter than notes may be. */
export function messageOf({ text }: Pick<CellNote, 'text'>): string {
  return text.slice(0, MAX_MESSAGE);
}

export function showMessage(cell: Excel.Range, note: Pick<CellNote, 'text'>): void {
  cell.dataValidation.prompt = { showPrompt: true, title: '', message: messageOf(note) };
}

function isValidated(
  { validations }: Pick<SheetBlueprint, 'validations'>,
  { row, column }: CellNote,
): boolean {
  return validations.some(
    ({ range: { top, left, bottom, right } }) =>
      row >= top && row <= bottom && column >= left && column <= right,
  );
}
