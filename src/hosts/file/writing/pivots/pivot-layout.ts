import { toSerial } from '../../../../base/calendar';
import type { CellContent, PivotBlueprint, SheetBlueprint } from '../../../../base/blueprint';
import { tableHeaders } from '../tables';

export type PivotValue = string | number | boolean | null;

/** The table a pivot stands on, with formulas at their results. */
export interface PivotSource {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly PivotValue[])[];
}

/** A pivot worked out: what the definition must say, and the cells Excel would fill in on a refresh. */
export interface PivotLayout {
  readonly pivot: PivotBlueprint;
  readonly source: PivotSource;
  readonly rowField: number;
  readonly rowItems: readonly PivotValue[];
  readonly columnField: number | undefined;
  readonly columnItems: readonly PivotValue[];
  readonly valueFields: readonly number[];
  readonly grid: readonly (readonly CellContent[])[];
}

export const GRAND_TOTAL = '总计';
const BLANK = '(空白)';

/** @throws RangeError when no sheet of the workbook has the table. */
export function pivotSource(sheets: readonly SheetBlueprint[], name: string): PivotSource {
  for (const sheet of sheets) {
    const table = sheet.tables.find((candidate) => candidate.name === name);
    if (table === undefined) continue;
    const { top, left, bottom, right } = table.range;
    const rows = sheet.cells.slice(top, bottom);
    return {
      headers: tableHeaders(sheet, table),
      rows: rows.map((row) => row.slice(left - 1, right).map(plainValue)),
    };
  }
  throw new RangeError(`No table named ${name}`);
}

function plainValue(content: CellContent): PivotValue {
  if (content === '' || content === null || typeof content !== 'object')
    return content === '' ? null : content;
  if ('formula' in content) return content.result === '' ? null : content.result;
  return 'date' in content ? toSerial(content.date) : content.text;
}

/**
 * Works a pivot out: one row field, at most one column field, and several values only without one.
 * @throws RangeError for any other shape, or a field the table lacks.
 */
export function layOutPivot(pivot: PivotBlueprint, source: PivotSource): PivotLayout {
  const several = pivot.values.length > 1 && pivot.columns.length > 0;
  if (pivot.rows.length !== 1 || pivot.columns.length > 1 || pivot.values.length === 0 || several) {
    throw new RangeError(`Pivot ${pivot.name} has a shape that cannot be laid out`);
  }
  const [rowField = 0] = pivot.rows.map((name) => fieldIndex(source, name));
  const [columnField] = pivot.columns.map((name) => fieldIndex(source, name));
  const valueFields = pivot.values.map(({ field }) => fieldIndex(source, field));
  const rowItems = items(source, rowField);
  const columnItems = columnField === undefined ? [] : items(source, columnField);
  const fields = { pivot, source, rowField, rowItems, columnField, columnItems, valueFields };
  return { ...fields, grid: [...headerRows(fields), ...bodyRows(fields)] };
}

function fieldIndex(source: PivotSource, name: string): number {
  const index = source.headers.indexOf(name);
  if (index === -1) throw new RangeError(`No column named ${name}`);
  return index;
}

/** In the order Excel gives a Chinese list: numbers, then texts by pinyin, blanks last. */
function items(source: PivotSource, field: number): readonly PivotValue[] {
  const rank = (value: PivotValue): number => ['number', 'string', 'boolean', 'object'].indexOf(typeof value);
  const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
  return [...new Set(source.rows.map((row) => row[field] ?? null))].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))),
  );
}

type Fields = Omit<PivotLayout, 'grid'>;

function headerRows({ pivot, columnField, columnItems }: Fields): readonly CellContent[][] {
  const [rowName = ''] = pivot.rows;
  const captions = pivot.values.map(({ caption }) => caption);
  if (columnField === undefined) return [[rowName, ...captions]];
  return [
    [captions[0] ?? '', pivot.columns[0] ?? '', ...columnItems.map(() => null)],
    [rowName, ...columnItems.map(itemText), GRAND_TOTAL],
  ];
}

function bodyRows(fields: Fields): readonly CellContent[][] {
  const { rowField, rowItems } = fields;
  const byItem = new Map<PivotValue, (readonly PivotValue[])[]>(rowItems.map((item) => [item, []]));
  for (const row of fields.source.rows) byItem.get(row[rowField] ?? null)?.push(row);
  return [
    ...rowItems.map((item) => [itemText(item), ...totals(fields, byItem.get(item) ?? [])]),
    [GRAND_TOTAL, ...totals(fields, fields.source.rows)],
  ];
}

/** The figures of some source rows: by column item and in all, or value by value. */
function totals(fields: Fields, rows: readonly (readonly PivotValue[])[]): readonly CellContent[] {
  const { columnField, columnItems, valueFields, pivot } = fields;
  const figure = (subset: readonly (readonly PivotValue[])[], index: number): number | null =>
    subset.length === 0 ? null : aggregate(subset, valueFields[index] ?? 0, pivot.values[index]?.summarize);
  if (columnField === undefined) return valueFields.map((_, index) => figure(rows, index));
  const byItem = new Map<PivotValue, (readonly PivotValue[])[]>(columnItems.map((item) => [item, []]));
  for (const row of rows) byItem.get(row[columnField] ?? null)?.push(row);
  return [...columnItems.map((item) => figure(byItem.get(item) ?? [], 0)), figure(rows, 0)];
}

function aggregate(
  rows: readonly (readonly PivotValue[])[],
  field: number,
  summarize: 'sum' | 'count' | undefined,
): number {
  const values = rows.map((row) => row[field] ?? null).filter((value) => value !== null);
  if (summarize === 'count') return values.length;
  return values.reduce<number>((sum, value) => (typeof value === 'number' ? sum + value : sum), 0);
}

function itemText(value: PivotValue): CellContent {
  return value === null ? BLANK : value;
}
