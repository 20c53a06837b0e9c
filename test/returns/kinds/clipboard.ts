import type { RawSheet, RawWorkbook } from '../../../src/base/raw-sheet';
import { shownIn } from '../../hosts/file/document/word-return-file';

/** What a program puts on the clipboard with a copied table. */
export type Clipboard = Pick<DataTransfer, 'getData'>;

function clipboardOf(data: Readonly<Record<string, string>>): Clipboard {
  return { getData: (type) => data[type] ?? '' };
}

function shownSheets({ sheets }: RawWorkbook): readonly RawSheet[] {
  return sheets.filter(({ visibility }) => visibility === 'visible');
}

/** Every cell in its place, empty rows among them. */
function grid({ rows }: RawSheet, date1904: boolean): readonly (readonly string[])[] {
  const height = Math.max(...rows.map(({ row }) => row));
  const width = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const words = Array.from({ length: height }, () => Array<string>(width).fill(''));
  for (const { row, cells } of rows)
    for (const cell of cells) (words[row - 1] ?? [])[cell.column - 1] = shownIn(cell, date1904);
  return words;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}

function htmlTable(sheet: RawSheet, date1904: boolean): string {
  const cell = (text: string, row: number, column: number): string => {
    const merge = sheet.merges.find(
      ({ left, top, bottom }) => left === column && top < bottom && row >= top && row <= bottom,
    );
    if (merge !== undefined && merge.top !== row) return '';
    const rows = merge === undefined ? '' : ` rowspan=${merge.bottom - merge.top + 1}`;
    return `<td${rows} style='border:solid windowtext .5pt'><p class=MsoNormal><span lang=EN-US>${escaped(text)}<o:p></o:p></span></p></td>`;
  };
  const lines = grid(sheet, date1904).map(
    (words, row) => `<tr>${words.map((text, column) => cell(text, row + 1, column + 1)).join('')}</tr>`,
  );
  return `<table class=MsoTable border=1 cellspacing=0>${lines.join('\r\n')}</table>`;
}

/** A table as word processors, WPS and programs for mail put it: a page with the fragment marked. */
export function copiedAsHtml(workbook: RawWorkbook): Clipboard {
  const tables = shownSheets(workbook).map((sheet) => htmlTable(sheet, workbook.date1904));
  return clipboardOf({
    'text/html': `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><style><!-- td {padding:0} --></style></head><body><!--StartFragment-->${tables.join('<p></p>')}<!--EndFragment--></body></html>`,
    'text/plain': '另有一份纯文字',
  });
}

/** The same as a spreadsheet or a chat puts it: tabs between cells, what holds a tab, a break or a quote in quotes. */
export function copiedAsText(workbook: RawWorkbook): Clipboard {
  const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = shownSheets(workbook).flatMap((sheet) =>
    grid(sheet, workbook.date1904).map((words) => words.map(quoted).join('\t')),
  );
  return clipboardOf({ 'text/plain': lines.join('\r\n') });
}
