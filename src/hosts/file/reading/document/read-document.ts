import type { DocumentBlock } from '../../../../plan/document';
import { fileKind } from '../file-kind';
import { openPackage, wordPart } from '../gate';
import { readWorkbook } from '../read-workbook';
import { decodeText } from './decode-text';
import { sheetBlocks } from './sheet-tables';
import { readWordDocument } from './word-document';

/**
 * Reads a document that may hold a plan: a text, a .docx or a workbook, told by its bytes.
 * @param file Its name without folders.
 * @throws WorkbookFileError
 */
export function readDocument(bytes: Uint8Array, file: string): readonly DocumentBlock[] {
  if (fileKind(bytes) === 'text') return [{ kind: 'text', text: decodeText(bytes).text }];
  const parts = openPackage(bytes);
  const main = wordPart(parts);
  return main === undefined ? sheetBlocks(readWorkbook(bytes, file)) : readWordDocument(parts, main);
}
