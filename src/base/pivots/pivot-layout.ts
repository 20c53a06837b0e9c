import type { CellContent, PivotBlueprint, PivotValueField } from '../blueprint';
import { grouped } from '../grouped';
import { must } from '../invariant';
import type { PivotSource, PivotValue } from './pivot-source';

/** A field on an axis, with every value its column has, in the order in which they are listed. */
export interface PivotAxis {
  readonly field: number;
  readonly items: readonly PivotValue[];
}

/** A pivot worked out: what the definition must say, and the cells Excel would fill in on a refresh. */
export interface PivotLayout {
  readonly pivot: PivotBlueprint;
  readonly source: PivotSource;
  readonly filters: readonly PivotAxis[];
  readonly rows: readonly [PivotAxis, ...PivotAxis[]];
  readonly column: PivotAxis | undefined;
  readonly valueFields: readonly number[];
  /** Which items of the first row field have a line, and of the column field a column, by place in its list. */
  readonly shownRows: readonly number[];
  readonly shownColumns: readonly number[];
  /** From the anchor. */
  readonly grid: readonly (readonly CellContent[])[];
  /** How many of its lines are headings. */
  readonly headLines: number;
  /** The value each column of `grid` shows, but for the first. */
  readonly figures: readonly PivotValueField[];
  /** A line for each filter: its field and what is chosen; with an empty line they stand above the grid. */
  readonly filterLines: readonly (readonly [string, string])[];
}

export const GRAND_TOTAL = '总计';
const ROW_LABELS = '行标签';
const BLANK = '(空白)';
const ALL = '(全部)';

type Row = readonly PivotValue[];

export type CompareTexts = (one: string, other: string) => number;

/**
 * Works a pivot out. Of several row fields only the first is laid out: the others are folded up.
 * @param compare The order of texts: Excel sorts Chinese ones by pinyin.
 * @throws RangeError for a shape without rows or values, or with two column fields, and for a field the table lacks.
 */
export function layOutPivot(pivot: PivotBlueprint, source: PivotSource, compare: CompareTexts): PivotLayout {
  const axis = axisReader(source, compare);
  const [first, ...inner] = pivot.rows.map(axis);
  if (first === undefined || pivot.columns.length > 1 || pivot.values.length === 0)
    throw new RangeError(`Pivot ${pivot.name} has a shape that cannot be laid out`);
  const [column] = pivot.columns.map(axis);
  const filters = pivot.filters.map(({ field }) => axis(field));
  const valueFields = pivot.values.map(({ field }) => fieldIndex(source, field));
  const chosen = filters.flatMap(({ field, items: all }, at) => {
    const item = pivot.filters[at]?.item;
    return item !== undefined && all.includes(item) ? [{ field, item }] : [];
  });
  const counted = source.rows.filter((row) => chosen.every(({ field, item }) => row[field] === item));
  const table = new Figures({ pivot, counted, valueFields, first, column });
  return {
    pivot,
    source,
    filters,
    rows: [table.rows, ...inner],
    column,
    valueFields,
    shownRows: table.shownRows,
    shownColumns: table.shownColumns,
    grid: table.lines(),
    headLines: table.headLines,
    figures: table.figures,
    filterLines: filters.map(({ field }) => [
      must(source.headers[field], 'header of a filter'),
      chosen.find((one) => one.field === field)?.item ?? ALL,
    ]),
  };
}

function axisReader(source: PivotSource, compare: CompareTexts): (name: string) => PivotAxis {
  return (name) => {
    const field = fieldIndex(source, name);
    return { field, items: items(source, field, compare) };
  };
}

function fieldIndex(source: PivotSource, name: string): number {
  const index = source.headers.indexOf(name);
  if (index === -1) throw new RangeError(`No column named ${name}`);
  return index;
}

/** Numbers, then texts in their order, blanks last. */
function items(source: PivotSource, field: number, compare: CompareTexts): readonly PivotValue[] {
  const rank = (value: PivotValue): number => ['number', 'string', 'boolean', 'object'].indexOf(typeof value);
  return [...new Set(source.rows.map((row) => valueAt(row, field)))].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b))),
  );
}

interface Asked {
  readonly pivot: PivotBlueprint;
  /** The rows that the filters let through. */
  readonly counted: readonly Row[];
  readonly valueFields: readonly number[];
  readonly first: PivotAxis;
  readonly column: PivotAxis | undefined;
}

class Figures {
  /** The first row field, with its items in the order of the lines. */
  readonly rows: PivotAxis;
  readonly shownRows: readonly number[];
  readonly shownColumns: readonly number[];
  readonly figures: readonly PivotValueField[];
  readonly headLines: number;
  private readonly byRow: ReadonlyMap<PivotValue, readonly Row[]>;

  constructor(private readonly asked: Asked) {
    const { pivot, counted, first, column } = asked;
    this.byRow = byItem(counted, first.field);
    const place = pivot.values.findIndex(({ caption }) => caption === pivot.sortBy);
    this.rows = place === -1 ? first : { ...first, items: this.largestFirst(first.items, place) };
    this.shownRows = shown(this.rows.items, this.byRow);
    this.shownColumns = column === undefined ? [] : shown(column.items, byItem(counted, column.field));
    const groups = column === undefined ? 1 : this.shownColumns.length + Number(pivot.rowTotals);
    this.figures = Array.from({ length: groups }, () => pivot.values).flat();
    this.headLines = column === undefined ? 1 : pivot.values.length === 1 ? 2 : 3;
  }

  lines(): readonly CellContent[][] {
    const { counted } = this.asked;
    const body = this.shownRows.map((at) => {
      const item = itemAt(this.rows, at);
      return [itemText(item), ...this.line(this.byRow.get(item) ?? [])];
    });
    return [...this.heads(), ...body, [GRAND_TOTAL, ...this.line(counted)]];
  }

  private largestFirst(all: readonly PivotValue[], place: number): readonly PivotValue[] {
    const key = new Map(
      all.map((item) => [item, this.figure(this.byRow.get(item) ?? [], place) ?? -Infinity]),
    );
    return all.toSorted((one, other) => (key.get(other) ?? 0) - (key.get(one) ?? 0));
  }

  private heads(): readonly CellContent[][] {
    const { pivot, column } = this.asked;
    const caption = rowCaption(pivot);
    const captions = pivot.values.map((value) => value.caption);
    if (column === undefined) return [[caption, ...captions]];
    const names = this.shownColumns.map((at) => itemText(itemAt(column, at)));
    const width = this.figures.length;
    const over = (first: CellContent) => [first, ...pivot.columns, ...blanks(width - 1)];
    const [only, ...others] = captions;
    if (others.length === 0) {
      return [over(must(only, 'value')), [caption, ...names, ...(pivot.rowTotals ? [GRAND_TOTAL] : [])]];
    }
    const totals = pivot.rowTotals ? captions.map((one) => `${GRAND_TOTAL} ${one}`) : [];
    return [
      over(null),
      [null, ...names.flatMap((name) => [name, ...blanks(others.length)]), ...totals],
      [caption, ...names.flatMap(() => captions), ...blanks(totals.length)],
    ];
  }

  /** The figures of some rows of the source: by item of the column field and in all, value by value. */
  private line(rows: readonly Row[]): readonly CellContent[] {
    const { column, pivot } = this.asked;
    if (column === undefined) return this.values(rows, rows);
    const groups = byItem(rows, column.field);
    const parts = this.shownColumns.map((at) => groups.get(itemAt(column, at)) ?? []);
    return [...parts, ...(pivot.rowTotals ? [rows] : [])].flatMap((part) => this.values(part, rows));
  }

  private values(part: readonly Row[], whole: readonly Row[]): readonly (number | null)[] {
    return this.asked.pivot.values.map(({ shareOfRow }, place) => {
      const figure = this.figure(part, place);
      if (shareOfRow !== true || figure === null) return figure;
      const all = this.figure(whole, place);
      return all === null || all === 0 ? null : figure / all;
    });
  }

  private figure(rows: readonly Row[], place: number): number | null {
    const field = must(this.asked.valueFields[place], 'value field');
    const { summarize } = must(this.asked.pivot.values[place], 'value');
    if (rows.length === 0) return null;
    const values = rows.map((row) => valueAt(row, field)).filter((value) => value !== null);
    if (summarize === 'count') return values.length;
    const numbers = values.filter((value) => typeof value === 'number');
    const sum = numbers.reduce((all, value) => all + value, 0);
    if (summarize === 'sum') return sum;
    return numbers.length === 0 ? null : sum / numbers.length;
  }
}

/** The row in which a pivot begins, with its filters. */
export function firstLine({ anchor, filters }: PivotBlueprint): number {
  return filters.length === 0 ? anchor.row : anchor.row - filters.length - 1;
}

/** What stands over the row fields: Excel names one, and has one word for several. */
function rowCaption({ rows: [first = '', ...inner] }: PivotBlueprint): string {
  return inner.length === 0 ? first : ROW_LABELS;
}

function byItem(rows: readonly Row[], field: number): ReadonlyMap<PivotValue, readonly Row[]> {
  return grouped(rows, (row) => valueAt(row, field));
}

function shown(all: readonly PivotValue[], groups: ReadonlyMap<PivotValue, unknown>): readonly number[] {
  return all.flatMap((item, at) => (groups.has(item) ? [at] : []));
}

function blanks(count: number): readonly null[] {
  return Array.from({ length: count }, () => null);
}

function itemText(value: PivotValue): CellContent {
  return value === null ? BLANK : value;
}

/** The source has a value, or a blank, in every column of every row. */
function valueAt(row: Row, field: number): PivotValue {
  const value = row[field];
  if (value === undefined) throw new RangeError(`No column ${field} in a row of the source`);
  return value;
}

function itemAt({ items: all }: PivotAxis, at: number): PivotValue {
  const item = all[at];
  if (item === undefined) throw new RangeError(`No item ${at}`);
  return item;
}
