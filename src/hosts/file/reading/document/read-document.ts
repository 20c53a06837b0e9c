import type { DocumentBlock } from '../../../../plan/layout/plan-document';
import { readDelimited } from '../delimited';
import { fileKind } from '../package/file-kind';
import { openPackage, wordPart } from '../package/gate';
import { readWorkbook } from '../xlsx/read-xlsx';
import { decodeText } from './decode-text';
import { pageText } from './page-text';
import { sheetBlocks } from './sheet-tables';
import { readWordDocument } from './word-document';

export interface ReadDocument {
  readonly blocks: readonly DocumentBlock[];
  /** How the bytes of a text were understood where they leave room for doubt; else `null`. */
  readonly encoding: string | null;
}

/** Mark-up that is no page (an .xml of some program) is refused by name like any other file. */
function isPage(bytes: Uint8Array): boolean {
  return (
    fileKind(bytes) === 'markup' &&
    /<(?:!doctype html|html|body|div|p)\b/iu.test(new TextDecoder().decode(bytes.subarray(0, SNIFFED)))
  );
}
const SNIFFED = 4096;

/**
 * Reads a document that may hold a plan: a text, a .csv, a web page, a .docx or a workbook, told by its bytes.
 * @param file Its name without folders; only “.csv” at its end counts.
 * @throws WorkbookFileError
 */
export function readDocument(bytes: Uint8Array, file: string): ReadDocument {
  if (fileKind(bytes) === 'text') {
    const { text, encoding, isGuess } = decodeText(bytes);
    // Commas stand in any prose: only the name tells a table from it.
    const blocks = file.toLowerCase().endsWith('.csv')
      ? sheetBlocks(readDelimited(bytes, file))
      : [{ kind: 'text', text } as const];
    return { blocks, encoding: isGuess ? encoding : null };
  }
  if (isPage(bytes))
    return { blocks: [{ kind: 'text', text: pageText(decodeText(bytes).text) }], encoding: null };
  const parts = openPackage(bytes);
  const main = wordPart(parts);
  const blocks = main === undefined ? sheetBlocks(readWorkbook(bytes, file)) : readWordDocument(parts, main);
  return { blocks, encoding: null };
}
