import type { PivotBlueprint, PivotValueField, SlicerBlueprint } from '../../../base/blueprint';
import { columnPoints } from '../../../base/column-points';
import { AGE_WORD, STANDING_WORD, TAB } from '../../words';
import { PIVOT_SOURCE, PIVOT_SOURCE_TABLE, type SourceColumn } from './pivot-source-columns';

/** The first row of figures of every pivot: their headings end right above it, so that they repeat in print together. */
const FIRST_FIGURE = 16;
/** The last of the rows above that hold headings; the first is that of the pivot with the most. */
export const HEADINGS = { from: FIRST_FIGURE - 3, to: FIRST_FIGURE - 1 } as const;

/** Heights in points: of the title and the line under it, which have their own, and of other rows. */
export const TITLE_HEIGHTS = [32, 20] as const;
const ROW_POINTS = 15;
const TITLE_ROWS = TITLE_HEIGHTS.length;
const TITLE_POINTS = TITLE_HEIGHTS.reduce((sum, points) => sum + points, 0);
/** Between two pivots. */
const GAP = 3;

/** One of the PivotTables of 单位透视, and what is drawn around it. */
export interface PivotTableOf {
  /** Stands over it. */
  readonly heading: string;
  /** Of its columns; the last one holds for all that follow. */
  readonly widths: readonly [number, ...number[]];
  /** Columns it may take without another one being in its way. */
  readonly columns: number;
  /** How many of its lines are headings. */
  readonly headLines: number;
  /** Beside its filters, from and to these of its columns, counted from 1. */
  readonly slicers?: readonly { readonly key: SourceColumn; readonly from: number; readonly to: number }[];
  readonly shape: Omit<PivotBlueprint, 'anchor' | 'sourceTable' | 'slicers'>;
}

/** Rows beside the filters that no PivotTable takes, whichever way it is turned. */
const SLICER_ROWS = { top: 6, bottom: FIRST_FIGURE - 4 } as const;

/** What may stand under 填报状态: the words there are, and 其他. */
const STANDINGS = Object.keys(STANDING_WORD).length + 1;

function header(key: SourceColumn): string {
  return PIVOT_SOURCE.header(key);
}

/** 期别 stands on the current period and follows the settings; for another one the clerk opens it and picks under 报送期. */
const OF_ONE_PERIOD = [
  { field: header('age'), item: AGE_WORD.current },
  { field: header('period') },
] as const;

function narrowedBy(...keys: readonly SourceColumn[]): PivotBlueprint['filters'] {
  return keys.map((key) => ({ field: header(key) }));
}

function summed(key: SourceColumn, caption: string): PivotValueField {
  return { field: header(key), caption, summarize: 'sum', numberFormat: '0' };
}

const OWED = summed('owed', '应报项数');
const DONE = summed('done', '完成项数');
const OVERDUE = summed('overdue', '逾期项数');
const PERCENT = {
  field: header('percent'),
  caption: '平均进度（%）',
  summarize: 'average',
  numberFormat: '0',
} as const;
const RATE = { field: header('rated'), caption: '完成率', summarize: 'average', numberFormat: '0%' } as const;

/** Counts rows by another column than 应报: Excel lets a field be a value once. */
const SHARE = {
  field: header('no'),
  caption: '占比',
  summarize: 'count',
  numberFormat: '0%',
  shareOfRow: true,
} as const;

export const PIVOT_TABLES: readonly PivotTableOf[] = [
  {
    heading: '单位 × 填报状态',
    widths: [26, 12],
    columns: 1 + STANDINGS + 1,
    headLines: 2,
    slicers: [
      { key: 'unit', from: 3, to: 5 },
      { key: 'age', from: 6, to: 6 },
      { key: 'period', from: 7, to: 7 },
    ],
    shape: {
      name: 'UnitStatusPivot',
      filters: [...OF_ONE_PERIOD, ...narrowedBy('section', 'year', 'timeliness', 'verification')],
      rows: [header('unit')],
      columns: [header('standing')],
      values: [OWED],
      rowTotals: true,
    },
  },
  {
    heading: '单位 → 部分 → 措施（双击单位展开）',
    widths: [44, 11],
    columns: 7,
    headLines: 1,
    shape: {
      name: 'UnitMeasurePivot',
      filters: [...OF_ONE_PERIOD, ...narrowedBy('year', 'timeliness', 'verification')],
      rows: [header('unit'), header('section'), header('measure')],
      columns: [],
      values: [OWED, DONE, OVERDUE, summed('dueSoon', '临期项数'), PERCENT, RATE],
      rowTotals: true,
      sortBy: OVERDUE.caption,
    },
  },
  {
    heading: '部分 × 填报状态（项数，占本部分的比例）',
    widths: [38, 9],
    columns: 1 + 2 * (STANDINGS + 1),
    headLines: 3,
    shape: {
      name: 'SectionStatusPivot',
      filters: [...OF_ONE_PERIOD, ...narrowedBy('unit', 'year', 'timeliness', 'verification')],
      rows: [header('section')],
      columns: [header('standing')],
      values: [summed('owed', '项数'), SHARE],
      rowTotals: true,
    },
  },
  {
    heading: '单位 × 报送期（完成项数，平均进度）',
    widths: [26, 11],
    columns: 25,
    headLines: 3,
    shape: {
      name: 'UnitPeriodPivot',
      filters: narrowedBy('section', 'year', 'timeliness', 'verification'),
      rows: [header('unit')],
      columns: [header('period')],
      values: [DONE, PERCENT],
      rowTotals: false,
    },
  },
];

/** Of all columns of 单位透视, in characters. */
export function pivotColumnWidths(): readonly number[] {
  return PIVOT_TABLES.flatMap(({ widths: [first, ...others], columns }) => [
    first,
    ...Array.from({ length: columns - 1 }, () => others.at(-1) ?? first),
    GAP,
  ]);
}

/** Each with the column in which it begins; an empty column lies between two. */
export function placedPivots(): readonly (PivotTableOf & {
  readonly left: number;
  readonly blueprint: PivotBlueprint;
})[] {
  const widths = pivotColumnWidths();
  let next = 1;
  return PIVOT_TABLES.map((one) => {
    const left = next;
    next += one.columns + 1;
    const anchor = { row: FIRST_FIGURE - one.headLines, column: left };
    const slicers = slicersOf(one, left, widths);
    return { ...one, left, blueprint: { ...one.shape, sourceTable: PIVOT_SOURCE_TABLE, anchor, slicers } };
  });
}

/** A button is as wide as a column. */
function slicersOf(
  { slicers = [] }: PivotTableOf,
  left: number,
  widths: readonly number[],
): readonly SlicerBlueprint[] {
  return slicers.map(({ key, from, to }) => ({
    name: `${TAB.pivot}_${header(key)}`,
    caption: header(key),
    field: header(key),
    place: { ...SLICER_ROWS, left: left + from - 1, right: left + to - 1 },
    box: {
      left: pointsOf(widths.slice(0, left + from - 2)),
      top: TITLE_POINTS + (SLICER_ROWS.top - TITLE_ROWS - 1) * ROW_POINTS,
      width: pointsOf(widths.slice(left + from - 2, left + to - 1)),
      height: (SLICER_ROWS.bottom - SLICER_ROWS.top + 1) * ROW_POINTS,
    },
    columns: to - from + 1,
  }));
}

function pointsOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + columnPoints(width), 0);
}
