import type { RawSheet, RawWorkbook } from '../../../../base/raw-sheet';
import { DocumentSheets } from './document-sheets';
import { pageText, tablesIn } from './page-text';

/**
 * The tables of some pages with the words around them, which say whose they are.
 * @param workbook The tables as read, a sheet each, in the order in which they stand on the pages.
 */
export function withWordsAround(workbook: RawWorkbook, pages: readonly string[]): RawWorkbook {
  const sheets = new DocumentSheets((number) => `Sheet${number}`);
  let index = 0;
  for (const html of pages) {
    const addWords = (words: string): void =>
      pageText(words)
        .split('\n')
        .forEach((line) => sheets.addLine(line));
    let at = 0;
    for (const { start, end } of tablesIn(html)) {
      addWords(html.slice(at, start));
      const table = workbook.sheets[index];
      if (table !== undefined) sheets.addTable({ ...table, height: heightOf(table) });
      index += 1;
      at = end;
    }
    addWords(html.slice(at));
  }
  return { ...workbook, sheets: sheets.read() };
}

function heightOf({ rows }: RawSheet): number {
  return rows.at(-1)?.row ?? 0;
}
