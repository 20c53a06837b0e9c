import type { DocumentBlock } from '../../../../plan/layout/plan-document';
import type { PlanTable } from '../../../../plan/layout/plan-table';
import { shownDay, shownNumber } from '../../../../base/number-format';
import { cellWords } from '../../../../returns/locate/cell-words';
import type { RawCell, RawSheet, RawWorkbook } from '../../../../base/raw-sheet';

const WIDEST = 200;

/** The cells of a sheet as texts. */
export function sheetTable({ rows, merges }: RawSheet, date1904: boolean): PlanTable {
  const first = rows[0]?.row ?? 1;
  const dense: string[][] = [];
  const indexOf = new Map<number, number>();
  for (const { row, cells } of rows) {
    indexOf.set(row, dense.length);
    const words: string[] = [];
    for (const cell of cells) if (cell.column <= WIDEST) words[cell.column - 1] = planWords(cell, date1904);
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

/** A day in the words in which plans have it, whatever signs it is shown with: “2023年9月30日”, “2023年9月” or “9月30日”. */
function planWords(cell: RawCell, date1904: boolean): string {
  const { value, format } = cell;
  const { year, month, day } = shownDay(format);
  if (typeof value !== 'number' || !month) return cellWords(cell, date1904);
  return shownNumber(value, `${year ? 'yyyy"年"' : ''}m"月"${day ? 'd"日"' : ''}`, { date1904 });
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
    .map((sheet) => ({ kind: 'table', title: sheet.name, table: sheetTable(sheet, date1904) }));
}
