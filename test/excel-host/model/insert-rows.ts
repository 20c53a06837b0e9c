import { InsertedRows } from './inserted-rows';
import { announceChange } from './write-cells';
import type { Grid, RowData } from './grid';
import { ensureAllowed } from './protection';
import type { Sheet } from './sheet';
import { maxColumn } from './address';

/**
 * Whole rows pushed in above a row: whatever stands at or below it moves down, and what reaches across it grows, in this
 * sheet and in whatever refers to it. The new rows look like the row above them.
 * learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-insert-member(1)
 */
export function insertRows(sheet: Sheet, at: number, count: number): void {
  ensureAllowed(sheet, 'allowInsertRows');
  const rows = new InsertedRows(sheet.name, at, count);
  moveGrid(sheet.grid, at, count);
  sheet.merges = sheet.merges.map((rect) => rows.moved(rect));
  sheet.validations = sheet.validations.map((area) => ({ ...area, rect: rows.moved(area.rect) }));
  for (const table of sheet.tables) {
    table.rect = rows.moved(table.rect);
    table.filter.rect = rows.moved(table.filter.rect);
  }
  for (const rule of sheet.conditionalFormats) rule.rects = rule.rects.map((rect) => rows.moved(rect));
  for (const [index, comment] of sheet.comments.entries()) {
    sheet.comments[index] = { ...comment, row: rows.row(comment.row) };
  }
  for (const [index, note] of sheet.notes.entries()) {
    sheet.notes[index] = { ...note, row: rows.row(note.row) };
  }
  for (const [index, pivot] of sheet.pivots.entries()) {
    const rendered = pivot.rendered && rows.moved(pivot.rendered);
    sheet.pivots[index] = Object.assign(pivot, { anchor: rows.moved(pivot.anchor), rendered });
  }
  if (sheet.autoFilter) sheet.autoFilter.rect = rows.moved(sheet.autoFilter.rect);
  const { page } = sheet;
  page.printArea = page.printArea?.map((rect) => rows.moved(rect)) ?? null;
  page.titleRows = page.titleRows && rows.moved(page.titleRows);
  const breaks = [...page.rowBreaks].map((row) => rows.row(row));
  page.rowBreaks.clear();
  for (const row of breaks) page.rowBreaks.add(row);
  moveCharts(sheet, rows);
  sheet.workbook.rewriteFormulas((formula, home) => rows.rewritten(formula, home));
  const rect = { top: at, left: 1, bottom: at + count - 1, right: maxColumn };
  sheet.workbook.touch();
  announceChange(sheet, rect, null, 'RowInserted');
}

function moveGrid(grid: Grid, at: number, count: number): void {
  const rows = [...grid.rows].sort(([one], [other]) => other - one);
  for (const [row, data] of rows) {
    if (row < at) continue;
    grid.rows.delete(row);
    grid.rows.set(row + count, data);
  }
  const above = grid.rows.get(at - 1);
  if (above === undefined) return;
  for (let row = at; row < at + count; row += 1) grid.rows.set(row, likeRow(above));
}

function likeRow({ cells, style }: RowData): RowData {
  const styled = [...cells].flatMap(([column, cell]) =>
    cell.style === undefined ? [] : [[column, { value: null, style: cell.style }] as const],
  );
  return { cells: new Map(styled), style, hidden: false };
}

/** Charts over moved cells move with them; their series follow wherever they are drawn. */
function moveCharts(sheet: Sheet, rows: InsertedRows): void {
  const { grid, workbook } = sheet;
  let above = 0;
  for (let row = 1; row < rows.at; row += 1) above += grid.heightOf(row);
  let inserted = 0;
  for (let row = rows.at; row < rows.at + rows.count; row += 1) inserted += grid.heightOf(row);
  for (const { place } of sheet.charts) {
    if (place.top >= above) place.top += inserted;
    else if (place.top + place.height > above) place.height += inserted;
  }
  for (const { series } of workbook.sheets.flatMap(({ charts }) => charts)) {
    for (const one of series) {
      for (const part of ['nameCell', 'values', 'categories'] as const) {
        const area = one[part];
        if (area?.sheet === sheet) one[part] = { sheet, rect: rows.moved(area.rect) };
      }
    }
  }
}
