import type { DocumentBlock } from '../../../../plan/document';
import { readDelimited } from '../delimited';
import { fileKind } from '../file-kind';
import { openPackage, wordPart } from '../gate';
import { readWorkbook } from '../read-workbook';
import { decodeText } from './decode-text';
import { sheetBlocks } from './sheet-tables';
import { readWordDocument } from './word-document';

/**
 * Reads a document that may hold a plan: a text, a .csv, a .docx or a workbook, told by its bytes.
 * @param file Its name without folders; only “.csv” at its end counts.
 * @throws WorkbookFileError
 */
export function readDocument(bytes: Uint8Array, file: string): readonly DocumentBlock[] {
  if (fileKind(bytes) === 'text') {
    // Commas stand in any prose: only the name tells a table from it.
    return file.toLowerCase().endsWith('.csv')
      ? sheetBlocks(readDelimited(bytes, file))
      : [{ kind: 'text', text: decodeText(bytes).text }];
  }
  const parts = openPackage(bytes);
  const main = wordPart(parts);
  return main === undefined ? sheetBlocks(readWorkbook(bytes, file)) : readWordDocument(parts, main);
}
