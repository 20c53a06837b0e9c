import { type Argument, shown } from '../protocol/handles';
import { invalidArgument, NotModelledError } from '../protocol/errors';
import { columnsOf, type Rect } from './address';
import type { Grid } from './grid';
import { textOf } from './number-text';

/** `Excel.FilterCriteria`, of which only a list of values is modelled. */
export interface AutoFilterState {
  rect: Rect;
  /** Texts to keep, by column counted from 0. */
  readonly criteria: Map<number, ReadonlySet<string>>;
}

/** Reads `{filterOn: 'Values', values: […]}`. */
function readCriteria(value: Argument): ReadonlySet<string> {
  if (value === null || typeof value !== 'object') throw invalidArgument('filter criteria');
  const { filterOn, values } = value as { readonly filterOn?: Argument; readonly values?: Argument };
  if (filterOn !== 'Values' || !Array.isArray(values))
    throw new NotModelledError(`filter on ${shown(filterOn)}`);
  return new Set(values.map(String));
}

/** Hides the rows that a filter leaves out, and shows the others. */
export function applyFilter(grid: Grid, filter: AutoFilterState): void {
  const { rect, criteria } = filter;
  for (let row = rect.top + 1; row <= rect.bottom; row += 1) {
    const kept = [...criteria].every(([index, texts]) => {
      const column = rect.left + index;
      return texts.has(textOf(grid.value(row, column), grid.styleAt(row, column).numberFormat));
    });
    if (!kept || grid.rows.has(row)) grid.ensureRow(row).hidden = !kept;
  }
}

export function setCriteria(grid: Grid, filter: AutoFilterState, index: number, value: Argument): void {
  if (index < 0 || index >= columnsOf(filter.rect)) throw invalidArgument('filter column');
  filter.criteria.set(index, readCriteria(value));
  applyFilter(grid, filter);
}

export function clearCriteria(grid: Grid, filter: AutoFilterState): void {
  filter.criteria.clear();
  applyFilter(grid, filter);
}
