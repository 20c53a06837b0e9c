import type { RawWorkbook } from '../../../base/raw-sheet';
import { isTextTable } from './package/file-kind';
import { readWorkbook } from './xlsx/read-xlsx';

/**
 * Reads whatever a unit sends back: a workbook, or a table kept as text, for which its reader is loaded first.
 * @param file Its name without folders, or with its path inside an archive.
 * @throws WorkbookFileError
 */
export async function readReturn(bytes: Uint8Array, file: string): Promise<RawWorkbook> {
  if (!isTextTable(bytes)) return { ...readWorkbook(bytes, file), source: { format: 'xlsx', encoding: '' } };
  const { readDelimited } = await import('./delimited');
  return readDelimited(bytes, file);
}
