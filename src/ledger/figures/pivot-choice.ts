/** What rows, columns and filters of a pivot can be. */
export const PIVOT_FIELDS = [
  'unit',
  'office',
  'section',
  'task',
  'measure',
  'year',
  'period',
  'standing',
  'timeliness',
  'verification',
  'submission',
] as const;
export type PivotField = (typeof PIVOT_FIELDS)[number];

/** Counts, then 平均进度 and 完成率. */
export const PIVOT_VALUES = [
  'owed',
  'returned',
  'done',
  'doneLate',
  'overdue',
  'dueSoon',
  'ongoing',
  'percent',
  'rate',
] as const;
export type PivotValue = (typeof PIVOT_VALUES)[number];

/** Only the rows of one item of a field; `null` keeps all. */
export interface PivotFilter {
  readonly field: PivotField;
  readonly item: string | null;
}

export interface PivotChoice {
  readonly rows: PivotField;
  /** `null` for totals alone. */
  readonly columns: PivotField | null;
  readonly value: PivotValue;
  readonly filters: readonly PivotFilter[];
}
