import { HostError, invalidArgument, itemNotFound, NotModelledError } from '../protocol/errors';
import type { Json } from '../protocol/wire';
import { cellRect, intersect, type Rect } from './address';
import { filterLines, renderPivot } from './pivot-render';
import { ensureAllowed } from './protection';
import type { Sheet } from './sheet';
import type { Table } from './table';
import { shownValue, type CellValue } from './values';

export type Summary = 'Sum' | 'Count' | 'Average' | 'Max' | 'Min';

export interface PivotDataField {
  readonly id: string;
  readonly field: string;
  caption: string;
  summarize: Summary;
  numberFormat: string;
  showAs: 'None' | 'PercentOfRowTotal';
}

export type PivotSource = { readonly table: Table } | { readonly sheet: Sheet; readonly rect: Rect };

export interface Pivot {
  readonly id: string;
  readonly sheet: Sheet;
  name: string;
  readonly anchor: Rect;
  readonly source: PivotSource;
  /** The source as it was when last refreshed. */
  cache: PivotCache;
  rows: string[];
  columns: string[];
  filters: string[];
  /** By field: the items that are let through. Of other fields all are. */
  readonly chosen: Map<string, readonly string[]>;
  /** By row field: the value its items are sorted by, and whether the largest comes first. */
  readonly sorted: Map<string, { readonly data: PivotDataField; readonly descending: boolean }>;
  /** By row field: items whose inner fields are not shown. */
  readonly folded: Map<string, Set<string>>;
  data: PivotDataField[];
  layoutType: string;
  showRowGrandTotals: boolean;
  showColumnGrandTotals: boolean;
  /** Settings that change nothing of its cells (`AutoFormat`, …). */
  readonly settings: Map<string, Json>;
  /** Where it stands now. */
  rendered: Rect | null;
}

export interface PivotCache {
  readonly fields: readonly string[];
  readonly records: readonly (readonly CellValue[])[];
}

/** @throws InvalidArgument for a source without headers, ItemAlreadyExists, PivotTableRangeConflict */
export function addPivot(sheet: Sheet, name: string, source: PivotSource, anchor: Rect): Pivot {
  ensureAllowed(sheet, 'allowPivotTables');
  if (name === '' || name.length > 255) throw invalidArgument('PivotTable name');
  if (sheet.pivots.some((pivot) => pivot.name === name))
    throw new HostError('ItemAlreadyExists', `PivotTable ${name}`);
  const pivot: Pivot = {
    id: String(sheet.workbook.nextId()),
    sheet,
    name,
    anchor: cellRect(anchor.top, anchor.left),
    source,
    cache: readCache(source),
    rows: [],
    columns: [],
    filters: [],
    chosen: new Map(),
    sorted: new Map(),
    folded: new Map(),
    data: [],
    layoutType: 'Compact',
    showRowGrandTotals: true,
    showColumnGrandTotals: true,
    settings: new Map(),
    rendered: null,
  };
  place(pivot, pivot.anchor);
  sheet.pivots.push(pivot);
  pivot.rendered = pivot.anchor;
  return pivot;
}

function readCache(source: PivotSource): PivotCache {
  const { sheet, rect } = 'table' in source ? source.table : source;
  sheet.workbook.ensureCalculated({ sheet, rect });
  const row = (at: number): CellValue[] => {
    const values: CellValue[] = [];
    for (let column = rect.left; column <= rect.right; column += 1) values.push(sheet.grid.value(at, column));
    return values;
  };
  const fields = row(rect.top).map((value) => String(shownValue(value)));
  if (fields.includes('')) throw invalidArgument('a column of the PivotTable source has no header');
  const records: CellValue[][] = [];
  for (let at = rect.top + 1; at <= rect.bottom; at += 1) records.push(row(at));
  return { fields, records };
}

export function refreshPivot(pivot: Pivot): void {
  ensureAllowed(pivot.sheet, 'allowPivotTables');
  pivot.cache = readCache(pivot.source);
  redraw(pivot);
}

export type PivotAxis = 'rows' | 'columns' | 'filters';

/** Puts a field on an axis; it leaves any other axis it was on. */
export function addToAxis(pivot: Pivot, axis: PivotAxis, field: string): void {
  ensureField(pivot, field);
  for (const other of ['rows', 'columns', 'filters'] as const) {
    pivot[other] = pivot[other].filter((name) => name !== field);
  }
  pivot[axis].push(field);
  redraw(pivot);
}

export function removeFromAxis(pivot: Pivot, axis: PivotAxis, field: string): void {
  if (!pivot[axis].includes(field)) throw itemNotFound(`field ${field}`);
  pivot[axis] = pivot[axis].filter((name) => name !== field);
  redraw(pivot);
}

/** Numbers are summed, anything else is counted, as Excel does when it is not told. */
export function addDataField(pivot: Pivot, field: string): PivotDataField {
  const index = ensureField(pivot, field);
  const isNumeric = pivot.cache.records.every((record) => typeof record[index] === 'number');
  const summarize: Summary = isNumeric && pivot.cache.records.length > 0 ? 'Sum' : 'Count';
  const caption = freeCaption(pivot, `${pivot.sheet.workbook.words.summary[summarize]}${field}`);
  const data: PivotDataField = {
    id: caption,
    field,
    caption,
    summarize,
    numberFormat: 'General',
    showAs: 'None',
  };
  pivot.data.push(data);
  redraw(pivot);
  return data;
}

function freeCaption(pivot: Pivot, wanted: string): string {
  const taken = new Set(pivot.data.map((data) => data.caption));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}${number}`)) return `${wanted}${number}`;
}

function ensureField(pivot: Pivot, field: string): number {
  const index = pivot.cache.fields.indexOf(field);
  if (index < 0) throw itemNotFound(`field ${field}`);
  return index;
}

/** A data field may not be called like a field of the source. */
export function renameDataField(pivot: Pivot, data: PivotDataField, caption: string): void {
  if (pivot.cache.fields.includes(caption)) throw invalidArgument(`a field is already called ${caption}`);
  data.caption = caption;
  redraw(pivot);
}

/** @throws InvalidArgument where none of the items is there: Excel shows no report without one. */
export function chooseItems(pivot: Pivot, field: string, items: readonly string[] | null): void {
  const there = itemsOf(pivot, field);
  if (items === null) pivot.chosen.delete(field);
  else if (!items.some((item) => there.includes(item)))
    throw invalidArgument(`no item of ${field} is selected`);
  else pivot.chosen.set(field, items);
  redraw(pivot);
}

/** The items of a field, as the report names them. */
export function itemsOf(pivot: Pivot, field: string): readonly string[] {
  const index = ensureField(pivot, field);
  return [...new Set(pivot.cache.records.map((record) => String(shownValue(record[index] ?? null))))];
}

export function foldItem(pivot: Pivot, field: string, item: string, isFolded: boolean): void {
  const folded = pivot.folded.get(field) ?? new Set<string>();
  if (isFolded) folded.add(item);
  else folded.delete(item);
  pivot.folded.set(field, folded);
  redraw(pivot);
}

export function deletePivot(pivot: Pivot): void {
  ensureAllowed(pivot.sheet, 'allowPivotTables');
  erase(pivot);
  pivot.sheet.pivots.splice(pivot.sheet.pivots.indexOf(pivot), 1);
  pivot.sheet.workbook.touch();
}

/** Draws the report again after a change of its shape or its data. */
export function redraw(pivot: Pivot): void {
  const { grid } = pivot.sheet;
  erase(pivot);
  const { words } = pivot.sheet.workbook;
  const filters = filterLines(pivot, words);
  // Excel keeps the table where it is while the filters, and an empty line, find room above it.
  const above = filters.length === 0 ? 0 : filters.length + 1;
  if (above >= pivot.anchor.top) throw new NotModelledError('a PivotTable that makes room for its filters');
  const { lines: report, heads, formats } = renderPivot(pivot, words);
  const lines = [...filters, ...(above === 0 ? [] : [[]]), ...report];
  const height = Math.max(lines.length, 1);
  const width = Math.max(1, ...lines.map((line) => line.length));
  const { left } = pivot.anchor;
  const top = pivot.anchor.top - above;
  const rect = { top, left, bottom: top + height - 1, right: left + width - 1 };
  place(pivot, rect);
  pivot.rendered = rect;
  for (const [rowIndex, line] of lines.entries()) {
    for (const [columnIndex, value] of line.entries()) {
      if (value !== null)
        Object.assign(grid.ensureCell(top + rowIndex, left + columnIndex), { value, formula: undefined });
    }
  }
  formats.forEach((numberFormat, at) => {
    if (numberFormat === 'General' || report.length === heads) return;
    const column = left + 1 + at;
    const figures = { top: top + above + heads, left: column, bottom: rect.bottom, right: column };
    grid.restyle(figures, (style) => ({ ...style, numberFormat }));
  });
  pivot.sheet.workbook.touch();
}

function erase(pivot: Pivot): void {
  if (!pivot.rendered) return;
  const formats = new Set(pivot.data.map(({ numberFormat }) => numberFormat));
  for (const [, , cell] of pivot.sheet.grid.cellsIn(pivot.rendered)) {
    Object.assign(cell, { value: null, formula: undefined });
    // The number format of a figure goes with it.
    if (cell.style !== undefined && formats.has(cell.style.numberFormat))
      cell.style = { ...cell.style, numberFormat: 'General' };
  }
  pivot.rendered = null;
}

/** @throws PivotTableRangeConflict when the report would cover another report or a table. */
function place(pivot: Pivot, rect: Rect): void {
  const { sheet } = pivot;
  const meetsPivot = sheet.pivots.some(
    (other) => other !== pivot && other.rendered && intersect(other.rendered, rect),
  );
  const meetsTable = sheet.tables.some((table) => intersect(table.rect, rect));
  if (meetsPivot || meetsTable)
    throw new HostError('PivotTableRangeConflict', 'A PivotTable cannot overlap another report');
}
