import { fromSerial } from '../../../../plan/calendar';
import type { DocumentBlock } from '../../../../plan/document';
import type { PlanTable } from '../../../../plan/table';
import type { RawCell, RawSheet, RawWorkbook } from '../../../../returns/raw-sheet';
import { shownText } from '../../../../returns/sheet-grid';

const WIDEST = 200;

/** “2023年9月30日”, “2023年9月” or “9月30日”: as much of a date as its format shows. */
function dateWords(serial: number, format: string, date1904: boolean): string | undefined {
  const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  const date = fromSerial(serial, date1904);
  if (date === undefined || !/[yY]|m.*d/i.test(letters) || /^[^ymd]*[hs]/i.test(letters)) return undefined;
  const [year, month, day] = date.split('-').map(Number);
  const words = [/y/i.test(letters) ? `${year}年` : '', `${month}月`, /d/i.test(letters) ? `${day}日` : ''];
  return words.join('');
}

function cellWords(cell: RawCell, date1904: boolean): string {
  const { value, format } = cell;
  if (typeof value !== 'number' || format === undefined) return shownText(cell);
  if (format.includes('%')) return `${Number((value * 100).toPrecision(12))}%`;
  return dateWords(value, format, date1904) ?? shownText(cell);
}

function tableOf({ rows, merges }: RawSheet, date1904: boolean): PlanTable {
  const first = rows[0]?.row ?? 1;
  const dense: string[][] = [];
  const indexOf = new Map<number, number>();
  for (const { row, cells } of rows) {
    indexOf.set(row, dense.length);
    const words: string[] = [];
    for (const cell of cells) if (cell.column <= WIDEST) words[cell.column - 1] = cellWords(cell, date1904);
    dense.push(Array.from(words, (word) => word ?? ''));
  }
  return {
    rows: dense,
    merges: merges
      .filter(({ top, bottom, left }) => bottom > top && top >= first && left <= WIDEST)
      .flatMap(({ top, bottom, left }) => {
        const [from, to] = [indexOf.get(top), lastIndex(indexOf, top, bottom)];
        return from === undefined || to <= from ? [] : [{ column: left - 1, top: from, bottom: to }];
      }),
  };
}

/** The last row of a merge that holds anything; a merge can reach far below the table. */
function lastIndex(indexOf: ReadonlyMap<number, number>, top: number, bottom: number): number {
  let last = -1;
  for (let row = top; row <= bottom; row += 1) {
    const index = indexOf.get(row);
    if (index === undefined) break;
    last = index;
  }
  return last;
}

/** The sheets of a workbook as tables of a document, hidden ones left out. */
export function sheetBlocks({ sheets, date1904 }: RawWorkbook): readonly DocumentBlock[] {
  return sheets
    .filter(({ visibility, rows }) => visibility === 'visible' && rows.length > 0)
    .map((sheet) => ({ kind: 'table', title: sheet.name, table: tableOf(sheet, date1904) }));
}
