import { contentValue } from '../../../base/content-value';
import { standingOrder } from '../sheet-grid-model';
import type { ShownTab } from '../shown-tab';
import { isCount, isFlag, isText, isTexts } from '../../parts/use-screen-state';
import { filterValues, type ListRegion } from './list-region';

/** Of a column only the rows that hold one of these values are shown. */
export interface ColumnFilter {
  readonly column: number;
  readonly values: readonly string[];
}

export interface SortOrder {
  readonly column: number;
  readonly isDescending: boolean;
}

/** How the clerk looks at a list: which rows, in which order. The workbook does not change by it. */
export interface Arrangement {
  readonly filters: readonly ColumnFilter[];
  /** `null`: as in the workbook. */
  readonly sort: SortOrder | null;
  /** Chips over 台账 that are pressed. */
  readonly chips: readonly string[];
  /** Measures of 台账, or rows of another tab as it is drawn, that the pane asks for; `null` for all. */
  readonly only: readonly number[] | null;
  /** Rows are shown as well that are hidden in the workbook’s file. */
  readonly showsHidden: boolean;
}

export const AS_IT_STANDS: Arrangement = {
  filters: [],
  sort: null,
  chips: [],
  only: null,
  showsHidden: false,
};

/** What is kept of it: what the pane asks for is kept by itself. */
export type KeptArrangement = Omit<Arrangement, 'only'>;

export function isArrangement(value: unknown): value is KeptArrangement {
  if (typeof value !== 'object' || value === null) return false;
  const { filters, sort, chips, showsHidden } = value as Partial<Record<keyof KeptArrangement, unknown>>;
  return (
    Array.isArray(filters) && filters.every(isFilter) && isSort(sort) && isTexts(chips) && isFlag(showsHidden)
  );
}

function isFilter(value: unknown): value is ColumnFilter {
  if (typeof value !== 'object' || value === null) return false;
  const { column, values } = value as Partial<Record<keyof ColumnFilter, unknown>>;
  return isCount(column) && isTexts(values);
}

function isSort(value: unknown): value is SortOrder | null {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { column, isDescending } = value as Partial<Record<keyof SortOrder, unknown>>;
  return isCount(column) && isFlag(isDescending);
}

/** Whether rows are left out by the clerk’s choice. */
export function isFiltered({ filters, chips, only }: Arrangement): boolean {
  return filters.length > 0 || chips.length > 0 || only !== null;
}

/** @param values `null`: every row, whatever it holds. */
export function withFilter(
  arrangement: Arrangement,
  column: number,
  values: readonly string[] | null,
): Arrangement {
  const others = arrangement.filters.filter((filter) => filter.column !== column);
  return { ...arrangement, filters: values === null ? others : [...others, { column, values }] };
}

/** Whether a row passes the chips that are pressed, and is asked for by the pane. */
export type RowTest = (row: number) => boolean;

/**
 * The rows that are shown, in their order. Rows above and below the list stay where they are; of a tab that is no list those that stay in
 * view stand above what the pane asks for.
 */
export function arrangedRows(
  tab: ShownTab,
  region: ListRegion | undefined,
  { filters, sort, only, showsHidden }: Arrangement,
  passesChips: RowTest = () => true,
): readonly number[] {
  const rows = showsHidden
    ? Array.from({ length: tab.rowCount }, (_, index) => index + 1)
    : standingOrder(tab);
  if (region === undefined) {
    const head = tab.shown({ row: tab.sheet.freeze?.rows ?? 0, column: 1 }).row;
    return only === null ? rows : rows.filter((row) => row <= head || passesChips(row));
  }
  const passes = passing(tab, region, filters);
  const isInList = (row: number) => row >= region.first && row <= region.last;
  const list = rows.filter((row) => isInList(row) && passesChips(row) && passes(row));
  return [
    ...rows.filter((row) => row < region.first),
    ...(sort === null ? list : sorted(tab, list, sort)),
    ...rows.filter((row) => row > region.last),
  ];
}

function passing(tab: ShownTab, region: ListRegion, filters: readonly ColumnFilter[]): RowTest {
  const tests = filters
    .filter(({ column }) => column >= region.left && column <= region.right)
    .map(({ column, values }): RowTest => {
      const wanted = new Set(values);
      return (row) => valuesOf(tab, row, column).some((value) => wanted.has(value));
    });
  return (row) => tests.every((test) => test(row));
}

/** Values of cells asked for before: a list of 20,000 rows is asked for the same column with every choice. */
const knownValues = new WeakMap<ShownTab, Map<number, (readonly string[] | undefined)[]>>();

function valuesOf(tab: ShownTab, row: number, column: number): readonly string[] {
  const ofTab = knownValues.get(tab) ?? new Map<number, (readonly string[] | undefined)[]>();
  knownValues.set(tab, ofTab);
  const ofColumn = ofTab.get(column) ?? [];
  ofTab.set(column, ofColumn);
  return (ofColumn[row] ??= filterValues(tab, row, column));
}

/** A value of a column, how many rows hold it, and whether these are shown. */
export interface Choice {
  readonly value: string;
  readonly count: number;
  readonly isShown: boolean;
}

/** The values among which a column can be filtered: those of the rows that every other filter and chip lets through. */
export function columnChoices(
  tab: ShownTab,
  region: ListRegion,
  arrangement: Arrangement,
  column: number,
  passesChips: RowTest = () => true,
): readonly Choice[] {
  const own = arrangement.filters.find((filter) => filter.column === column);
  const others = { ...withFilter(arrangement, column, null), sort: null };
  const counts = new Map<string, number>();
  for (const row of arrangedRows(tab, region, others, passesChips)) {
    if (row < region.first || row > region.last) continue;
    for (const value of valuesOf(tab, row, column)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const wanted = new Set(own?.values);
  return [...counts]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(([value, count]) => ({ value, count, isShown: own === undefined || wanted.has(value) }));
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

/** What is empty comes last. */
function compareTexts(one: string, other: string): number {
  if (one === '' || other === '') return Number(one === '') - Number(other === '');
  return COLLATOR.compare(one, other);
}

/** As Excel sorts: numbers before texts before truths, what is empty last whichever way; equals keep their order. */
function sorted(
  tab: ShownTab,
  rows: readonly number[],
  { column, isDescending }: SortOrder,
): readonly number[] {
  const values = new Map(rows.map((row) => [row, contentValue(tab.content(row, column))]));
  const texts = [...new Set([...values.values()].filter(isText))].sort(compareTexts);
  const rankOfText = new Map(texts.map((text, rank) => [text, rank]));
  const keyOf = (row: number): readonly [kind: number, rank: number] => {
    const value = values.get(row) ?? null;
    if (value === null || value === '') return [EMPTY, 0];
    if (typeof value === 'number') return [0, value];
    return typeof value === 'string' ? [1, rankOfText.get(value) ?? 0] : [2, Number(value)];
  };
  const keys = rows.map((row) => [row, ...keyOf(row)] as const);
  const way = isDescending ? -1 : 1;
  return [...keys]
    .sort(([, kind, rank], [, otherKind, otherRank]) => {
      if (kind === EMPTY || otherKind === EMPTY) return kind - otherKind;
      return way * (kind - otherKind || rank - otherRank);
    })
    .map(([row]) => row);
}

const EMPTY = 3;
