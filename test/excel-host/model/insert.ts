import { Insertion } from './insertion';
import { announceChange } from './write-cells';
import type { Grid, RowData } from './grid';
import { ensureAllowed } from './protection';
import type { Sheet } from './sheet';
import { maxColumn, maxRow } from './address';
import { normaliseHeaders } from './table';

/**
 * Whole rows pushed in above a row: whatever stands at or below it moves down, and what reaches across it grows, in this
 * sheet and in whatever refers to it. The new rows look like the row above them.
 * learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-insert-member(1)
 */
export function insertRows(sheet: Sheet, at: number, count: number): void {
  ensureAllowed(sheet, 'allowInsertRows');
  moveRows(sheet.grid, at, count);
  follow(sheet, new Insertion(sheet.name, 'rows', at, count));
  announceChange(sheet, { top: at, left: 1, bottom: at + count - 1, right: maxColumn }, null, 'RowInserted');
}

/** Whole columns pushed in before a column, in the same way. One within a table becomes a column of it, with a name of Excel's. */
export function insertColumns(sheet: Sheet, at: number, count: number): void {
  ensureAllowed(sheet, 'allowInsertColumns');
  moveColumns(sheet.grid, at, count);
  follow(sheet, new Insertion(sheet.name, 'columns', at, count));
  for (const table of sheet.tables) normaliseHeaders(table);
  announceChange(sheet, { top: 1, left: at, bottom: maxRow, right: at + count - 1 }, null, 'ColumnInserted');
}

/** What says where something is, after the cells have moved. */
function follow(sheet: Sheet, insertion: Insertion): void {
  sheet.merges = sheet.merges.map((rect) => insertion.moved(rect));
  sheet.validations = sheet.validations.map((area) => ({ ...area, rect: insertion.moved(area.rect) }));
  for (const table of sheet.tables) {
    moveFilter(table.filter, insertion);
    table.rect = insertion.moved(table.rect);
  }
  for (const rule of sheet.conditionalFormats) rule.rects = rule.rects.map((rect) => insertion.moved(rect));
  moveEach(sheet.comments, insertion);
  moveEach(sheet.notes, insertion);
  for (const [index, pivot] of sheet.pivots.entries()) {
    const rendered = pivot.rendered && insertion.moved(pivot.rendered);
    sheet.pivots[index] = Object.assign(pivot, { anchor: insertion.moved(pivot.anchor), rendered });
  }
  if (sheet.autoFilter) moveFilter(sheet.autoFilter, insertion);
  const { page } = sheet;
  page.printArea = page.printArea?.map((rect) => insertion.moved(rect)) ?? null;
  page.titleRows = page.titleRows && insertion.moved(page.titleRows);
  page.titleColumns = page.titleColumns && insertion.moved(page.titleColumns);
  moveBreaks(page.rowBreaks, (row) => insertion.row(row));
  moveBreaks(page.columnBreaks, (column) => insertion.column(column));
  moveCharts(sheet, insertion);
  sheet.workbook.rewriteFormulas((formula, home) => insertion.rewritten(formula, home));
  sheet.workbook.touch();
}

function moveEach<Item extends { readonly row: number; readonly column: number }>(
  items: Item[],
  insertion: Insertion,
): void {
  items.forEach((one, index) => {
    items[index] = { ...one, row: insertion.row(one.row), column: insertion.column(one.column) };
  });
}

function moveFilter(filter: Sheet['tables'][number]['filter'], insertion: Insertion): void {
  const { left } = filter.rect;
  filter.rect = insertion.moved(filter.rect);
  const criteria = [...filter.criteria];
  filter.criteria.clear();
  for (const [index, kept] of criteria)
    filter.criteria.set(insertion.column(left + index) - filter.rect.left, kept);
}

function moveBreaks(breaks: Set<number>, moved: (place: number) => number): void {
  const places = [...breaks].map(moved);
  breaks.clear();
  for (const place of places) breaks.add(place);
}

function moveRows(grid: Grid, at: number, count: number): void {
  shift(grid.rows, at, count);
  const above = grid.rows.get(at - 1);
  if (above === undefined) return;
  for (let row = at; row < at + count; row += 1) grid.rows.set(row, likeRow(above));
}

function moveColumns(grid: Grid, at: number, count: number): void {
  shift(grid.columns, at, count);
  const before = grid.columns.get(at - 1);
  for (let column = at; before !== undefined && column < at + count; column += 1)
    grid.columns.set(column, { ...before, hidden: false });
  for (const { cells } of grid.rows.values()) {
    shift(cells, at, count);
    const style = cells.get(at - 1)?.style;
    for (let column = at; style !== undefined && column < at + count; column += 1)
      cells.set(column, { value: null, style });
  }
}

/** Whatever has a place at or behind one moves on. */
function shift<Item>(items: Map<number, Item>, at: number, count: number): void {
  for (const [place, item] of [...items].sort(([one], [other]) => other - one)) {
    if (place < at) continue;
    items.delete(place);
    items.set(place + count, item);
  }
}

function likeRow({ cells, style }: RowData): RowData {
  const styled = [...cells].flatMap(([column, cell]) =>
    cell.style === undefined ? [] : [[column, { value: null, style: cell.style }] as const],
  );
  return { cells: new Map(styled), style, hidden: false };
}

/** Charts over moved cells move with them; their series follow wherever they are drawn. */
function moveCharts(sheet: Sheet, insertion: Insertion): void {
  const { grid, workbook } = sheet;
  const { axis, at, count } = insertion;
  const size = (place: number) => (axis === 'rows' ? grid.heightOf(place) : grid.widthOf(place));
  const sum = (from: number, to: number) => {
    let all = 0;
    for (let place = from; place < to; place += 1) all += size(place);
    return all;
  };
  const [before, inserted] = [sum(1, at), sum(at, at + count)];
  const [start, extent] = axis === 'rows' ? (['top', 'height'] as const) : (['left', 'width'] as const);
  for (const { place } of sheet.charts) {
    if (place[start] >= before) place[start] += inserted;
    else if (place[start] + place[extent] > before) place[extent] += inserted;
  }
  for (const { series } of workbook.sheets.flatMap(({ charts }) => charts)) {
    for (const one of series) {
      for (const part of ['nameCell', 'values', 'categories'] as const) {
        const area = one[part];
        if (area?.sheet === sheet) one[part] = { sheet, rect: insertion.moved(area.rect) };
      }
    }
  }
}
