import type { DocumentBlock } from '../../../../plan/layout/plan-document';
import type { RawWorkbook } from '../../../../base/raw-sheet';
import { pageText, tablesIn } from './page-text';
import { sheetTable } from './sheet-tables';

/** The words of a page and its tables in their order. @param workbook The tables as read, a sheet each. */
export function pageBlocks(html: string, { sheets, date1904 }: RawWorkbook): readonly DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  const addWords = (words: string): void => {
    const text = pageText(words);
    if (text !== '') blocks.push({ kind: 'text', text });
  };
  let at = 0;
  for (const [index, { start, end }] of tablesIn(html).entries()) {
    addWords(html.slice(at, start));
    const sheet = sheets[index];
    if (sheet) blocks.push({ kind: 'table', table: sheetTable(sheet, date1904) });
    at = end;
  }
  addWords(html.slice(at));
  return blocks;
}
