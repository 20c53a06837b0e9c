import { cellAddress } from '../../../returns/raw-sheet';
import type { CellNote } from '../../../sheets/blueprint';
import { DEFAULT_FONT } from './cell-styles';
import type { LibrarySheet } from './library';

/** Notes that open when the pointer rests on the cell. */
export function writeNotes(sheet: LibrarySheet, notes: readonly CellNote[]): void {
  for (const { row, column, text } of notes) {
    const { name, size } = DEFAULT_FONT;
    sheet.getCell(cellAddress(row, column)).note = { texts: [{ text, font: { name, size } }] };
  }
}
