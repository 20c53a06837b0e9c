import { largestOf } from '../../../../base/extremes';
import type { CellContent, RangeFormat, SheetBlueprint, WorkbookBlueprint } from '../../../../base/blueprint';
import { WorkbookFileError } from '../../../../base/file-fault';
import { isCellError, type RawCell, type RawSheet, type RawWorkbook } from '../../../../base/raw-sheet';
import { cellWords } from '../../../../returns/locate/cell-words';
import { isDateFormat } from '../../../../returns/read/read-date';
import { fittedWidths } from '../../../../sheets/fitted-columns';
import { withFittedRows } from '../../../../sheets/row-heights';
import { plainSheet, range } from '../../../../sheets/tab-builder';
import { FORMAT, landscape } from '../../../../sheets/theme';

/** Places between the first cell and the last; a sheet with a cell in its farthest corner has 16 million. */
const MOST_PLACES = 1_000_000;
/** What Excel takes for a name; marks go by names, so that a sheet is not written under another one. */
const SHEET_NAME = /^[^\\/?*[\]:']{1,31}$/u;
const DAYS_1900_TO_1904 = 1462;

/**
 * A workbook of another format as one that can be written: its sheets with their values, number formats, merges and fills;
 * formulas as what they came to. Other looks are
 * not known: it is set as a table that can be read and printed.
 * @throws WorkbookFileError when a sheet spreads too far or bears a name that Excel would not take
 */
export function workbookAsRead(workbook: RawWorkbook): WorkbookBlueprint {
  const sheets = workbook.sheets.map((sheet) => sheetAsRead(sheet, workbook.date1904));
  return { sheets, names: [], title: '', activeSheet: sheets[0]?.name ?? '' };
}

function sheetAsRead(sheet: RawSheet, date1904: boolean): SheetBlueprint {
  const { name, rows, fills = [], visibility, merges } = sheet;
  if (!SHEET_NAME.test(name)) throw new WorkbookFileError('file-torn', name);
  const height = largestOf(
    fills.map(({ row }) => row),
    rows.at(-1)?.row ?? 1,
  );
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.at(-1)?.column ?? 1), 1);
  if (width * height > MOST_PLACES) throw new WorkbookFileError('file-too-large', name);
  const grid = Array.from({ length: height }, () => new Array<CellContent>(width).fill(null));
  const texts = Array.from({ length: height }, () => new Array<string>(width).fill(''));
  const formats: RangeFormat[] = [{ range: range(1, 1, height, width), format: FORMAT.body }];
  for (const { row, cells } of rows) {
    for (const cell of cells) {
      const { column, format } = cell;
      (grid[row - 1] ?? [])[column - 1] = contentOf(cell, date1904);
      (texts[row - 1] ?? [])[column - 1] = cellWords(cell, date1904);
      if (format !== undefined) {
        formats.push({ range: range(row, column, row, column), format: { numberFormat: format } });
      }
    }
  }
  for (const { row, column, color } of fills) {
    formats.push({ range: range(row, column, row, column), format: { fill: color } });
  }
  return withFittedRows({
    ...plainSheet(name, grid, fittedWidths(texts, merges)),
    visibility,
    merges,
    formats,
    print: landscape('A4', name),
  });
}

/** The copy counts its days from 1900. */
function contentOf({ value, format }: RawCell, date1904: boolean): CellContent {
  if (isCellError(value)) return value.error;
  return date1904 && typeof value === 'number' && isDateFormat(format) ? value + DAYS_1900_TO_1904 : value;
}
