import { grouped } from '../../base/grouped';
import { must } from '../../base/invariant';
import { comparePeriods, parsePeriod } from '../period';
import type { AssignmentRow } from './assignment-rows';
import { completionRate } from './completion-rate';
import type { PivotChoice, PivotField, PivotValue } from './pivot-choice';

/** A figure and the rows it is of. `null` where there is nothing to make an average or a rate of. */
export interface PivotCell {
  readonly figure: number | null;
  readonly rows: readonly AssignmentRow[];
}

export interface PivotLine {
  readonly cells: readonly PivotCell[];
  readonly total: PivotCell;
}

export interface Pivot {
  /** Keys of the columns' items, in order. */
  readonly columns: readonly string[];
  readonly lines: readonly (PivotLine & { readonly item: string })[];
  readonly total: PivotLine;
}

const FIXED: Readonly<Partial<Record<PivotField, readonly string[]>>> = {
  standing: ['done', 'inProgress', 'notStarted', 'ongoing', 'notReported'],
  timeliness: ['overdue', 'dueSoon', 'onTrack', 'openEnded', 'done', 'doneLate'],
  verification: ['pending', 'sentBack', 'closed', ''],
  submission: ['submitted', 'late', 'missing'],
};

/** Turns the rows: the figures are those that Excel's PivotTables make of 透视底表 with the same fields. */
export function pivot(rows: readonly AssignmentRow[], choice: PivotChoice): Pivot {
  const kept = rows.filter((row) =>
    choice.filters.every(({ field, item }) => item === null || itemOf(row, field) === item),
  );
  const by = choice.columns;
  const columns = by === null ? [] : itemsIn(kept, by);
  const line = (of: readonly AssignmentRow[]): PivotLine => {
    const ofColumn = by === null ? undefined : grouped(of, (row) => itemOf(row, by));
    return {
      cells: columns.map((item) => cell(ofColumn?.get(item) ?? [], choice.value)),
      total: cell(of, choice.value),
    };
  };
  const ofItem = grouped(kept, (row) => itemOf(row, choice.rows));
  return {
    columns,
    lines: itemsIn(kept, choice.rows).map((item) => ({
      item,
      ...line(must(ofItem.get(item), `rows of ${item}`)),
    })),
    total: line(kept),
  };
}

function cell(rows: readonly AssignmentRow[], value: PivotValue): PivotCell {
  return { figure: figureOf(rows, value), rows };
}

function figureOf(rows: readonly AssignmentRow[], value: PivotValue): number | null {
  const count = (key: keyof AssignmentRow['counts']) =>
    rows.reduce((sum, { counts }) => sum + counts[key], 0);
  if (value === 'rate') {
    return completionRate({ done: count('done'), measures: count('owed'), ongoing: count('ongoing') });
  }
  if (value !== 'percent') return count(value);
  const given = rows.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  return given.length === 0 ? null : given.reduce((sum, percent) => sum + percent, 0) / given.length;
}

/** The key of a row's item: empty where there is none, as of a measure without a deadline. */
function itemOf(
  { period, measure, unit, office, state, year, submission }: AssignmentRow,
  field: PivotField,
): string {
  switch (field) {
    case 'unit':
      return unit;
    case 'office':
      return office;
    case 'section':
      return measure.section;
    case 'task':
      return String(measure.taskNo);
    case 'measure':
      return String(measure.no);
    case 'year':
      return year === null ? '' : String(year);
    case 'period':
      return period;
    case 'submission':
      return submission;
    case 'verification':
      return state.verification ?? '';
    default:
      return state[field];
  }
}

/** The items that rows have of a field: in the order of the plan, of the calendar, or of the words of a status. */
export function itemsIn(rows: readonly AssignmentRow[], field: PivotField): readonly string[] {
  const items = [...new Set(rows.map((row) => itemOf(row, field)))];
  const fixed = FIXED[field];
  if (fixed !== undefined) return fixed.filter((item) => items.includes(item));
  if (field === 'period') {
    return items.toSorted((a, b) => comparePeriods(must(parsePeriod(a), a), must(parsePeriod(b), b)));
  }
  return field === 'year'
    ? items.toSorted((a, b) => (a === '' ? 1 : b === '' ? -1 : Number(a) - Number(b)))
    : items;
}
