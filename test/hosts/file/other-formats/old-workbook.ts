import { utils, write, type BookType, type CellObject, type WorkSheet } from '@e965/xlsx';
import { isCellError, type RawCell, type RawSheet, type RawWorkbook } from '../../../../src/base/raw-sheet';

const ERRORS: Readonly<Record<string, number>> = { '#DIV/0!': 0x07, '#REF!': 0x17, '#N/A': 0x2a };

function cellOf({ value, format }: RawCell): CellObject {
  const z = format === undefined ? {} : { z: format };
  if (isCellError(value)) return { t: 'e', v: ERRORS[value.error] ?? 0x2a, ...z };
  if (typeof value === 'string') return { t: 's', v: value, ...z };
  return { t: typeof value === 'number' ? 'n' : 'b', v: value, ...z };
}

function sheetOf({ rows, merges, hiddenColumns = [] }: RawSheet): WorkSheet {
  const sheet: WorkSheet = {
    '!merges': merges.map(({ top, left, bottom, right }) => ({
      s: { r: top - 1, c: left - 1 },
      e: { r: bottom - 1, c: right - 1 },
    })),
    '!rows': [],
    '!cols': [],
  };
  for (const { from, to } of hiddenColumns)
    for (let column = from; column <= to; column += 1) (sheet['!cols'] ?? [])[column - 1] = { hidden: true };
  const last = { r: 0, c: 0 };
  for (const { row, hidden, cells } of rows) {
    if (hidden) (sheet['!rows'] ?? [])[row - 1] = { hidden };
    for (const cell of cells) {
      const at = { r: row - 1, c: cell.column - 1 };
      sheet[utils.encode_cell(at)] = cellOf(cell);
      last.r = Math.max(last.r, at.r);
      last.c = Math.max(last.c, at.c);
    }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: last });
  return sheet;
}

const HIDDEN = { visible: 0, hidden: 1, veryHidden: 2 } as const;

/** A workbook in another format, Excel 97's unless said otherwise, as the library of the reader writes it: values alone. */
export function oldWorkbook({ sheets, date1904 }: RawWorkbook, bookType: BookType = 'biff8'): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, sheetOf(sheet), sheet.name);
  book.Workbook = {
    WBProps: { date1904 },
    Sheets: sheets.map(({ name, visibility }) => ({ name, Hidden: HIDDEN[visibility] })),
  };
  return new Uint8Array(write(book, { type: 'array', bookType, bookSST: true }) as ArrayBuffer);
}
