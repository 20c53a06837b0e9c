import { fromSerial } from '../../../../src/base/calendar';
import type { RawCell, RawSheet, RawWorkbook } from '../../../../src/base/raw-sheet';
import { cellWords } from '../../../../src/returns/locate/cell-words';
import { isDateFormat } from '../../../../src/returns/read/read-date';
import { paragraph, run, table, wordFile } from './word-file';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** A cell's lines, with breaks between them. */
function content(text: string): string {
  return paragraph(
    text
      .split('\n')
      .map((line) => run(escaped(line)))
      .join('<w:r><w:br/></w:r>'),
  );
}

/** As whoever typed it would have written it: days as the form asks for them. */
export function shownIn(cell: RawCell, date1904: boolean): string {
  const isDay = typeof cell.value === 'number' && isDateFormat(cell.format);
  return (isDay ? fromSerial(Number(cell.value), date1904) : undefined) ?? cellWords(cell, date1904);
}

/** The sheet as one table in which every cell keeps its place, empty rows among them. */
function wordTable({ rows, merges, fills = [] }: RawSheet, date1904 = false): string {
  const height = Math.max(...rows.map(({ row }) => row));
  const width = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const words = Array.from({ length: height }, () => Array<string>(width).fill(''));
  for (const { row, cells } of rows)
    for (const cell of cells) (words[row - 1] ?? [])[cell.column - 1] = shownIn(cell, date1904);
  const properties = (row: number, column: number): string => {
    const merge = merges.find(
      (one) => one.left === column && one.top <= row && one.bottom >= row && one.bottom > one.top,
    );
    const fill = fills.find((one) => one.row === row && one.column === column);
    return [
      ...(merge === undefined ? [] : [merge.top === row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>']),
      ...(fill === undefined ? [] : [`<w:shd w:val="clear" w:color="auto" w:fill="${fill.color}"/>`]),
    ].join('');
  };
  return table(
    words.map((texts, row) => texts.map((text, at) => [content(text), properties(row + 1, at + 1)] as const)),
  );
}

/** The visible sheets of a return as the tables of a text document. */
export function wordReturn({ sheets, date1904 }: RawWorkbook): Uint8Array {
  const shown = sheets.filter(({ visibility }) => visibility === 'visible');
  return wordFile({ body: shown.map((sheet) => wordTable(sheet, date1904)).join('<w:p/>') });
}
