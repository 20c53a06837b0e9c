import { cellAddress } from '../../../base/raw-sheet';
import type { SheetBlueprint } from '../../../base/blueprint';
import { DEFAULT_FONT } from './cell-styles';
import type { LibrarySheet } from './package/library';
import { noteAnchor, type SheetSizes } from './note-anchor';
import type { NoteAnchors } from './package/package-edits';

/** Notes that open when the pointer rests on the cell, each as large as its text. */
export function writeNotes(sheet: LibrarySheet, blueprint: SheetBlueprint, anchors: NoteAnchors): void {
  const sizes: SheetSizes = {
    widths: new Map(blueprint.columnWidths.map((width, index) => [index + 1, width])),
    heights: new Map(blueprint.rowHeights.map(({ row, points }) => [row, points])),
  };
  for (const note of blueprint.notes) {
    const { name, size } = DEFAULT_FONT;
    sheet.getCell(cellAddress(note.row, note.column)).note = {
      texts: [{ text: note.text, font: { name, size } }],
    };
    anchors.set(`${sheet.id} ${note.row - 1} ${note.column - 1}`, noteAnchor(note, sizes));
  }
}
