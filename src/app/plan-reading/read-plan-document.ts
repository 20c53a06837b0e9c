import { WorkbookFileError } from '../../base/file-fault';
import { decodeText } from '../../hosts/file/reading/document/decode-text';
import { pageBlocks } from '../../hosts/file/reading/document/page-blocks';
import { readDocument } from '../../hosts/file/reading/document/read-document';
import { sheetBlocks } from '../../hosts/file/reading/document/sheet-tables';
import { isOfLibrary, otherFormat } from '../../hosts/file/reading/other-formats/other-format';
import { documentText } from '../../plan/layout/plan-document';

/** The text of a plan, and where it came as a text file how its bytes were understood, if that was not certain. */
export interface PlanDocument {
  readonly text: string;
  /** “GBK”; `null` where nothing had to be guessed. */
  readonly encoding: string | null;
}

/**
 * The plan in a file: a text (UTF-8, UTF-16, GBK, Big5), a .docx, a web page, or a workbook with a table of measures.
 * @param file Its name without folders.
 * @param isBounded Reading that takes too long is ended from outside: what may hang is read.
 * @throws WorkbookFileError when the bytes cannot be read as any of these
 */
export async function readPlanDocument(
  bytes: Uint8Array,
  file: string,
  isBounded: boolean,
): Promise<PlanDocument> {
  const format = otherFormat(bytes);
  if (isOfLibrary(format)) {
    if (!isBounded) throw new WorkbookFileError('file-legacy-xls');
    const { readOtherFormat } = await import('../../hosts/file/reading/other-formats/read-other-format');
    const workbook = readOtherFormat(bytes, file, format);
    const isPage = format === 'html';
    const blocks = isPage ? pageBlocks(decodeText(bytes).text, workbook) : sheetBlocks(workbook);
    return { text: documentText(blocks), encoding: null };
  }
  const { blocks, encoding } = readDocument(bytes, file);
  return { text: documentText(blocks), encoding };
}

/** The text of a plan that was pasted: as it is, or a table's rows as numbered measures. */
export function pastedPlanText(text: string): string {
  return documentText([{ kind: 'text', text }]);
}
