import { HostError, invalidArgument, invalidOperation, NotModelledError } from '../protocol/errors';
import { cellRect, columnLetters, columnsOf, intersect, rowsOf, type Rect } from './address';
import { MessageType, workbookTarget } from './event-types';
import type { AutoFilterState } from './filter';
import { isValidName, sameName } from './named-items';
import { textOf } from './number-text';
import { ensureAllowed } from './protection';
import type { Sheet } from './sheet';

export interface Table {
  readonly id: string;
  readonly sheet: Sheet;
  name: string;
  /** Header and totals rows included. */
  rect: Rect;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  readonly filter: AutoFilterState;
}

/** @throws MergedRangeConflict, PivotTableRangeConflict, AccessDenied, InvalidArgument */
export function addTable(sheet: Sheet, rect: Rect, hasHeaders: boolean): Table {
  ensureAllowed(sheet, 'never');
  const whole = hasHeaders ? withBody(sheet, rect) : { ...rect, bottom: rect.bottom + 1 };
  ensureFree(sheet, whole);
  if (!hasHeaders) shiftDownOne(sheet, rect);
  const table: Table = {
    id: String(sheet.workbook.nextId()),
    sheet,
    name: freeTableName(sheet),
    rect: whole,
    showHeaders: true,
    showTotals: false,
    style: 'TableStyleMedium2',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filter: { rect: whole, criteria: new Map() },
  };
  sheet.tables.push(table);
  normaliseHeaders(table);
  sheet.workbook.touch();
  announce(table, MessageType.tableAdded, {});
  return table;
}

/** A table always has one row of data, if empty. */
function withBody(sheet: Sheet, rect: Rect): Rect {
  if (rowsOf(rect) > 1) return rect;
  const below = { ...rect, top: rect.bottom + 1, bottom: rect.bottom + 1 };
  if (sheet.grid.usedRect(below, true)) throw new NotModelledError('table over a lone header above data');
  return { ...rect, bottom: rect.bottom + 1 };
}

/** A table may not meet another table, a PivotTable or merged cells. */
function ensureFree(sheet: Sheet, rect: Rect, except?: Table): void {
  if (sheet.merges.some((merge) => intersect(merge, rect))) throw conflict('merged cells');
  if (sheet.tables.some((table) => table !== except && intersect(table.rect, rect)))
    throw conflict('another table');
  if (sheet.pivots.some((pivot) => pivot.rendered && intersect(pivot.rendered, rect))) {
    throw new HostError('PivotTableRangeConflict', 'The table would overlap a PivotTable');
  }
}

function conflict(what: string): HostError {
  return new HostError('MergedRangeConflict', `A table cannot overlap ${what}`);
}

/** The data moves one row down to make room for made-up headers. */
function shiftDownOne(sheet: Sheet, rect: Rect): void {
  const below = { ...rect, top: rect.bottom + 1, bottom: rect.bottom + 1 };
  if (sheet.grid.usedRect(below, true)) throw new NotModelledError('table without headers above data');
  for (let row = rect.bottom; row >= rect.top; row -= 1) {
    for (let column = rect.left; column <= rect.right; column += 1) {
      const from = sheet.grid.cell(row, column);
      Object.assign(sheet.grid.ensureCell(row + 1, column), from ?? { value: null, formula: undefined });
      Object.assign(sheet.grid.ensureCell(row, column), {
        value: null,
        formula: undefined,
        quoted: undefined,
      });
    }
  }
}

/** Headers are unique texts: numbers become text, blanks get a made-up name, repeats a number. */
export function normaliseHeaders(table: Table): void {
  if (!table.showHeaders) return;
  const { sheet, rect } = table;
  const seen = new Set<string>();
  for (let column = rect.left; column <= rect.right; column += 1) {
    const cell = sheet.grid.ensureCell(rect.top, column);
    const shown = textOf(cell.value, sheet.grid.styleAt(rect.top, column).numberFormat);
    const wanted = shown === '' ? `${sheet.workbook.words.column}${column - rect.left + 1}` : shown;
    const name = uniqueHeader(wanted, seen);
    seen.add(name.toLowerCase());
    Object.assign(cell, { value: name, formula: undefined });
  }
}

function uniqueHeader(wanted: string, seen: ReadonlySet<string>): string {
  if (!seen.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted}${number}`;
    if (!seen.has(name.toLowerCase())) return name;
  }
}

function freeTableName(sheet: Sheet): string {
  const { tables, words } = sheet.workbook;
  for (let number = 1; ; number += 1) {
    const name = `${words.table}${number}`;
    if (!tables.some((table) => sameName(table.name, name))) return name;
  }
}

/** @throws InvalidArgument for a name Excel refuses, ItemAlreadyExists for one that is taken. */
export function renameTable(table: Table, name: string): void {
  if (!isValidName(name)) throw invalidArgument(`table name ${name}`);
  const { workbook } = table.sheet;
  const taken = workbook.tables.some((other) => other !== table && sameName(other.name, name));
  if (taken || workbook.names.find(name, null))
    throw new HostError('ItemAlreadyExists', `The name ${name} is taken`);
  workbook.renameTableInFormulas(table.name, name);
  table.name = name;
  workbook.touch();
}

/** The new block keeps the header row where it is and overlaps the old one. */
export function resizeTable(table: Table, rect: Rect): void {
  ensureAllowed(table.sheet, 'never');
  if (rect.top !== table.rect.top || !intersect(rect, table.rect) || rowsOf(rect) < 2) {
    throw invalidArgument('the new range must keep the header row and overlap the old range');
  }
  ensureFree(table.sheet, rect, table);
  table.rect = rect;
  table.filter.rect = rect;
  normaliseHeaders(table);
  table.sheet.workbook.touch();
}

/** Takes the table away with what is in its cells. */
export function deleteTable(table: Table): void {
  ensureAllowed(table.sheet, 'never');
  forgetTable(table);
  table.sheet.clear(table.rect, 'All');
}

/** Takes the table away and leaves its cells. */
export function forgetTable(table: Table): void {
  ensureAllowed(table.sheet, 'never');
  const { sheet } = table;
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  sheet.workbook.touch();
  announce(table, MessageType.tableDeleted, { tableName: table.name });
}

function announce(table: Table, messageType: number, more: { readonly tableName?: string }): void {
  const { sheet } = table;
  sheet.workbook.notifier.emit(messageType, [sheet.id, workbookTarget], {
    tableId: table.id,
    worksheetId: sheet.id,
    source: 'Local',
    ...more,
  });
}

export function columnNamesOf(table: Table): string[] {
  const { rect, sheet } = table;
  return Array.from({ length: columnsOf(rect) }, (_, index) => {
    const value = table.showHeaders ? sheet.grid.value(rect.top, rect.left + index) : null;
    return typeof value === 'string' ? value : `${sheet.workbook.words.column}${index + 1}`;
  });
}

export function dataRect(table: Table): Rect {
  return {
    ...table.rect,
    top: table.rect.top + (table.showHeaders ? 1 : 0),
    bottom: table.rect.bottom - (table.showTotals ? 1 : 0),
  };
}

export function dataRowCount(table: Table): number {
  return rowsOf(dataRect(table));
}

/** Appends rows at the end of the table. @throws InvalidArgument when they are not as wide as the table. */
export function appendRows(table: Table, count: number): Rect {
  ensureAllowed(table.sheet, 'allowInsertRows');
  if (table.showTotals) throw invalidOperation('the totals row is in the way');
  const added = { ...table.rect, top: table.rect.bottom + 1, bottom: table.rect.bottom + count };
  if (table.sheet.grid.usedRect(added, true)) {
    throw new NotModelledError('table rows added above other cells');
  }
  table.rect = { ...table.rect, bottom: added.bottom };
  table.sheet.workbook.touch();
  return added;
}

/** “C” of column 3 of the table, for messages. */
export function tableColumnRect(table: Table, index: number): Rect {
  const column = table.rect.left + index;
  if (index < 0 || column > table.rect.right) throw invalidArgument(`table column ${columnLetters(column)}`);
  return { ...cellRect(table.rect.top, column), bottom: table.rect.bottom };
}
