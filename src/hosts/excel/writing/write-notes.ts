import { cellAddress } from '../../../base/raw-sheet';
import type { CellNote, SheetBlueprint } from '../../../base/blueprint';
import { supportsExcelApi } from '../requirement-sets';
import { ACTION_BYTES, textBytes, type Step } from '../requests';

/** Limit of an input message. */
const MAX_MESSAGE = 255;

/**
 * Notes as comments, which Excel has from ExcelApi 1.10 on. Before that the text comes up as the cell's input message,
 * unless a validation of the blueprint has one there.
 */
export function noteSteps(
  getSheet: () => Excel.Worksheet,
  blueprint: Pick<SheetBlueprint, 'notes' | 'validations'>,
): readonly Step[] {
  const asComments = supportsExcelApi('1.10');
  return blueprint.notes
    .filter((note) => asComments || !isValidated(blueprint, note))
    .map((note) => ({
      bytes: 4 * ACTION_BYTES + textBytes(note.text),
      play: () => {
        const cell = getSheet().getRange(cellAddress(note.row, note.column));
        if (asComments) getSheet().comments.add(cell, note.text);
        else {
          const message = note.text.slice(0, MAX_MESSAGE);
          cell.dataValidation.prompt = { showPrompt: true, title: '', message };
        }
      },
    }));
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
