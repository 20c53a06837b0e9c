import type { CellMark, MarkedCopy } from '../../../../base/workbook-port';
import { openBook, type Book } from '../book';
import { graftInto } from '../graft-sheets';
import { markSheet } from './mark-sheet';
import { MarkStyles } from './mark-styles';
import { markThreads } from './mark-threads';
import { toTransitional } from '../transitional';

/**
 * A copy of an opened workbook with cells marked and the sheets of a fresh one in front. Parts that hold neither a marked
 * cell nor the list of sheets stay byte for byte.
 * @throws WorkbookFileError when the opened bytes are no workbook, or a part of it is torn.
 */
export function markWorkbook(opened: Uint8Array, fresh: Uint8Array, marks: readonly CellMark[]): MarkedCopy {
  const book = openBook(opened);
  toTransitional(book.parts, book.main);
  const styles = new MarkStyles(book);
  for (const { name, relationship } of book.outline.sheets) {
    const sheet = book.parts.relationships(book.main).find(({ id }) => id === relationship);
    if (sheet?.type !== 'worksheet' || sheet.external) continue;
    const own = marks.filter((mark) => mark.sheet === name);
    const notes = markSheet(book.parts, sheet.target, styles, own);
    markThreads(book, sheet.target, notes);
  }
  styles.save();
  graftInto(book, openBook(fresh));
  return { bytes: book.parts.toBytes(), extension: extensionOf(book) };
}

/** By the content type of the main part; a template goes back as a workbook. */
function extensionOf({ parts, main }: Book): MarkedCopy['extension'] {
  return /macroEnabled/i.test(parts.types.of(main)) ? 'xlsm' : 'xlsx';
}
