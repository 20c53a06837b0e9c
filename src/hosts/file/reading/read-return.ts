import type { RawWorkbook } from '../../../base/raw-sheet';
import { isOfLibrary, otherFormat } from './other-formats/other-format';
import { isTextTable } from './package/file-kind';
import { readWorkbook } from './xlsx/read-xlsx';

/**
 * Reads whatever a unit sends back: a workbook, a table in a text document, or one kept as text. What is no .xlsx has its reader loaded first; that of
 * other formats may never come to an end (`WorkbookFiles.mayHang`).
 * @param file Its name without folders, or with its path inside an archive.
 * @throws WorkbookFileError
 */
export async function readReturn(bytes: Uint8Array, file: string): Promise<RawWorkbook> {
  const format = otherFormat(bytes);
  if (format === 'docx') {
    const { readWordReturn } = await import('./document/word-return');
    return readWordReturn(bytes, file);
  }
  if (isOfLibrary(format)) {
    const { pagesOf, readOtherFormat } = await import('./other-formats/read-other-format');
    const workbook = readOtherFormat(bytes, file, format);
    const pages = pagesOf(bytes, format);
    if (pages === undefined) return workbook;
    const { withWordsAround } = await import('./document/page-sheets');
    return withWordsAround(workbook, pages);
  }
  if (!isTextTable(bytes)) return { ...readWorkbook(bytes, file), source: { format: 'xlsx', encoding: '' } };
  const { readDelimited } = await import('./delimited');
  return readDelimited(bytes, file);
}
