import { WorkbookFileError } from '../../../../base/file-fault';
import type { CellRange, RawCell, RawWorkbook } from '../../../../base/raw-sheet';
import { openPackage, wordPart } from '../package/gate';
import { keepWithin, LIMITS } from '../package/limits';
import { DocumentSheets, type DocumentTable } from './document-sheets';
import type { WordTable } from './table-builder';
import { readWordDocument } from './word-document';

/**
 * Reads the tables of a text document as the sheets of a workbook. Every cell is a text.
 * @throws WorkbookFileError
 */
export function readWordReturn(bytes: Uint8Array, file: string): RawWorkbook {
  const parts = openPackage(bytes, file);
  const main = wordPart(parts);
  if (main === undefined) throw new WorkbookFileError('file-torn', 'document');
  const sheets = new DocumentSheets((number) => (number === 1 ? 'Word' : `Word ${number}`));
  for (const block of readWordDocument(parts, main)) {
    if (block.kind === 'paragraph') sheets.addLine(block.text);
    else sheets.addTable(asTable(block.table));
  }
  return {
    file,
    source: { format: 'docx', encoding: '' },
    sheets: sheets.read(),
    date1904: false,
    hasMacros: parts.has('word/vbaProject.bin'),
    hasExternalLinks: false,
  };
}

function asTable({ rows, merges, spans, fills, pictures }: WordTable): DocumentTable {
  const place = (row: number, column: number) => `${row} ${column}`;
  const pictured = new Set(pictures.map(({ row, column }) => place(row, column)));
  return {
    height: rows.length,
    rows: rows.flatMap((texts, index) => {
      const cells = texts.flatMap((value, at): RawCell[] => {
        if (pictured.has(place(index, at))) return [{ column: at + 1, value, picture: true }];
        if (value === '') return [];
        keepWithin(LIMITS.cellCharacters, value.length);
        return [{ column: at + 1, value }];
      });
      return cells.length === 0 ? [] : [{ row: index + 1, hidden: false, cells }];
    }),
    merges: mergesOf({ merges, spans }),
    fills: fills.flatMap(({ row, column, color }) =>
      rows[row]?.[column] === '' && color !== 'FFFFFF' ? [{ row: row + 1, column: column + 1, color }] : [],
    ),
  };
}

/** A cell merged downwards may stand over several columns too. */
function mergesOf({ merges, spans }: Pick<WordTable, 'merges' | 'spans'>): readonly CellRange[] {
  const place = (row: number, column: number) => `${row} ${column}`;
  const widths = new Map(spans.map(({ row, column, columns }) => [place(row, column), columns]));
  const range = (top: number, bottom: number, column: number): CellRange => ({
    top: top + 1,
    bottom: bottom + 1,
    left: column + 1,
    right: column + (widths.get(place(top, column)) ?? 1),
  });
  const down = merges.map(({ column, top, bottom }) => range(top, bottom, column));
  const begun = new Set(merges.map(({ column, top }) => place(top, column)));
  const across = spans
    .filter(({ row, column }) => !begun.has(place(row, column)))
    .map(({ row, column }) => range(row, row, column));
  return [...down, ...across];
}
