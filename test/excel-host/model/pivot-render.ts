import { shown } from '../protocol/handles';
import { NotModelledError } from '../protocol/errors';
import type { Pivot, PivotDataField } from './pivot';
import { isError, type CellValue } from './values';
import type { Words } from './words';

type Record = readonly CellValue[];

interface Column {
  readonly records: ReadonlySet<Record> | null;
  readonly data: PivotDataField;
}

/** A report, line by line; null leaves a cell empty. */
export interface Rendered {
  readonly lines: readonly CellValue[][];
  /** How many of them are headings. */
  readonly heads: number;
  /** The number format of each column of figures, the first of which is the second of the lines. */
  readonly formats: readonly string[];
}

export function renderPivot(pivot: Pivot, words: Words): Rendered {
  if (pivot.columns.length > 1) throw new NotModelledError('PivotTable with several column fields');
  if (pivot.rows.length > 1 && pivot.layoutType !== 'Compact')
    throw new NotModelledError('tabular PivotTable with several row fields');
  if (pivot.rows.length + pivot.columns.length + pivot.data.length === 0)
    return { lines: [], heads: 0, formats: [] };
  return new Report(pivot, words).rendered();
}

/** A line a filter: its field, and what it lets through. */
export function filterLines(pivot: Pivot, words: Words): CellValue[][] {
  return pivot.filters.map((field) => {
    const chosen = pivot.chosen.get(field);
    const [only, ...others] = chosen ?? [];
    return [field, only === undefined ? words.all : others.length === 0 ? only : words.several];
  });
}

/** The records that every filter lets through. */
function counted({ cache, chosen }: Pivot): readonly Record[] {
  const tests = [...chosen].map(([field, items]) => ({
    index: cache.fields.indexOf(field),
    items: new Set(items),
  }));
  return cache.records.filter((record) =>
    tests.every(({ index, items }) => items.has(String(record[index] ?? ''))),
  );
}

class Report {
  private readonly records: readonly Record[];
  private readonly groups: readonly { readonly label: CellValue; readonly records: readonly Record[] }[];
  private readonly columns: readonly Column[];

  constructor(
    private readonly pivot: Pivot,
    private readonly words: Words,
  ) {
    const [field] = pivot.columns;
    this.records = counted(pivot);
    this.groups = field === undefined ? [] : this.groupBy(field, this.records);
    this.columns = this.layOutColumns();
  }

  rendered(): Rendered {
    const heads = this.headLines();
    const formats = this.columns.map(({ data }) => data.numberFormat);
    return { lines: [...heads, ...this.lines()], heads: heads.length, formats };
  }

  private lines(): CellValue[][] {
    const body = this.bodyLines(0, this.records, 0);
    const total = this.pivot.showColumnGrandTotals && this.pivot.rows.length > 0 ? [this.totalLine()] : [];
    return [...body, ...total];
  }

  private layOutColumns(): Column[] {
    const { data, showRowGrandTotals } = this.pivot;
    const groups = this.groups.flatMap(({ records }) =>
      data.map((field) => ({ records: new Set(records), data: field })),
    );
    const totals =
      this.groups.length === 0 || showRowGrandTotals
        ? data.map((field) => ({ records: null, data: field }))
        : [];
    return [...groups, ...totals];
  }

  private headLines(): CellValue[][] {
    const { data } = this.pivot;
    const captions = this.columns.map((column) => column.data.caption);
    const { rowLabels, columnLabels } = this.axisLabels();
    if (this.groups.length === 0) return [[rowLabels, ...captions]];
    const [only] = data;
    const labels = this.columnLabels();
    if (data.length <= 1)
      return [
        [only?.caption ?? null, columnLabels],
        [rowLabels, ...labels],
      ];
    return [
      [null, columnLabels],
      [null, ...labels],
      // Totals are named in the line above.
      [rowLabels, ...captions.slice(0, this.groups.length * data.length)],
    ];
  }

  /** Compact form says “行标签”, tabular form names the fields. */
  private axisLabels(): { readonly rowLabels: string; readonly columnLabels: string } {
    const { rows, columns, layoutType } = this.pivot;
    if (layoutType === 'Compact') return this.words;
    return { rowLabels: rows[0] ?? '', columnLabels: columns[0] ?? '' };
  }

  private columnLabels(): CellValue[] {
    const { data, showRowGrandTotals } = this.pivot;
    const width = Math.max(data.length, 1);
    const blanks = new Array<CellValue>(width - 1).fill(null);
    const labels = this.groups.flatMap(({ label }) => [label, ...blanks]);
    if (!showRowGrandTotals) return labels;
    if (data.length <= 1) return [...labels, this.words.grandTotal];
    return [...labels, ...data.map((field) => `${this.words.grandTotal} ${field.caption}`)];
  }

  /** One line an item, those of inner fields indented under it. */
  private bodyLines(depth: number, records: readonly Record[], indent: number): CellValue[][] {
    const field = this.pivot.rows[depth];
    if (field === undefined) return depth === 0 ? [[null, ...this.cells(records)]] : [];
    const folded = this.pivot.folded.get(field);
    return this.inOrder(field, this.groupBy(field, records)).flatMap((group) => [
      [group.label, ...this.cells(group.records)],
      ...(folded?.has(String(group.label)) === true
        ? []
        : this.bodyLines(depth + 1, group.records, indent + 1)),
    ]);
  }

  private inOrder<Group extends { readonly records: readonly Record[] }>(
    field: string,
    groups: readonly Group[],
  ): readonly Group[] {
    const order = this.pivot.sorted.get(field);
    if (order === undefined) return groups;
    const key = ({ records }: Group): number => {
      const value = summarise(this.valuesOf(order.data.field, records), order.data);
      return typeof value === 'number' ? value : -Infinity;
    };
    return groups.toSorted((one, other) =>
      order.descending ? key(other) - key(one) : key(one) - key(other),
    );
  }

  private totalLine(): CellValue[] {
    return [this.words.grandTotal, ...this.cells(this.records)];
  }

  private cells(records: readonly Record[]): CellValue[] {
    return this.columns.map((column) => {
      const members =
        column.records === null ? records : records.filter((record) => column.records?.has(record));
      const { data } = column;
      const value = summarise(this.valuesOf(data.field, members), data);
      if (data.showAs === 'None' || typeof value !== 'number') return value;
      const whole = summarise(this.valuesOf(data.field, records), data);
      return typeof whole === 'number' && whole !== 0 ? value / whole : null;
    });
  }

  private valuesOf(field: string, records: readonly Record[]): CellValue[] {
    const index = this.pivot.cache.fields.indexOf(field);
    return records.map((record) => record[index] ?? null);
  }

  private groupBy(field: string, records: readonly Record[]): { label: CellValue; records: Record[] }[] {
    const index = this.pivot.cache.fields.indexOf(field);
    const groups = new Map<string, { label: CellValue; records: Record[] }>();
    for (const record of records) {
      const value = record[index] ?? null;
      const label = value === null || value === '' ? this.words.blank : isError(value) ? value.error : value;
      const key = `${typeof label} ${String(label)}`;
      const group = groups.get(key) ?? { label, records: [] };
      group.records.push(record);
      groups.set(key, group);
    }
    return [...groups.values()].sort((a, b) => compareLabels(a.label, b.label, this.words.blank));
  }
}

/** Numbers before texts, texts by pinyin, the blank item last. */
function compareLabels(a: CellValue, b: CellValue, blank: string): number {
  if (a === blank || b === blank) return Number(a === blank) - Number(b === blank);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' ? -1 : 1;
  return shown(a).localeCompare(shown(b), 'zh-CN');
}

function summarise(values: readonly CellValue[], data: PivotDataField): CellValue {
  const filled = values.filter((value) => value !== null && value !== '');
  if (filled.length === 0) return null;
  if (data.summarize === 'Count') return filled.length;
  const numbers = filled.filter((value) => typeof value === 'number');
  const sum = numbers.reduce((total, value) => total + value, 0);
  switch (data.summarize) {
    case 'Sum':
      return sum;
    case 'Average':
      return numbers.length === 0 ? { error: '#DIV/0!' } : sum / numbers.length;
    case 'Max':
      return numbers.length === 0 ? 0 : Math.max(...numbers);
    case 'Min':
      return numbers.length === 0 ? 0 : Math.min(...numbers);
  }
}
