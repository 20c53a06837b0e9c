import { must } from '../../../base/invariant';
import type { Pivot, PivotCell } from '../../../ledger/figures/pivot';
import type { PivotChoice, PivotField } from '../../../ledger/figures/pivot-choice';
import type { Ledger } from '../../../ledger/ledger';
import { parsePeriod } from '../../../ledger/period';
import type { PeriodCode } from '../../../ledger/records';
import type { MessageKey, Translate } from '../../../locales/translate';
import { periodName } from '../../parts/periods';
import { isText } from '../../parts/use-screen-state';

/** Where a figure stands in the table, by its row's and its column's item; `null` among the totals. */
export interface FigurePlace {
  readonly row: string | null;
  readonly column: string | null;
}

export function isFigurePlace(value: unknown): value is FigurePlace {
  if (typeof value !== 'object' || value === null || !('row' in value) || !('column' in value)) return false;
  return [value.row, value.column].every((item) => item === null || isText(item));
}

/** The figure at a place; `undefined` where the table has no such row or column any more. */
export function figureAt(made: Pivot, { row, column }: FigurePlace): PivotCell | undefined {
  const line = row === null ? made.total : made.lines.find(({ item }) => item === row);
  return column === null ? line?.total : line?.cells[made.columns.indexOf(column)];
}

/** What a figure is called: its row, and its column where it has one. */
export function figureName(
  { row, column }: FigurePlace,
  choice: Pick<PivotChoice, 'rows' | 'columns'>,
  ledger: Ledger,
  t: Translate,
): string {
  const total = t('pane.pivot.total');
  if (row === null && column === null) return total;
  return t('pane.pivot.cell', {
    row: row === null ? total : itemName(choice.rows, row, ledger, t),
    column: column === null || choice.columns === null ? total : itemName(choice.columns, column, ledger, t),
  });
}

/** As it begins: the offices' answers of the current period. */
export function firstChoice(period: PeriodCode): PivotChoice {
  return {
    rows: 'unit',
    columns: 'standing',
    value: 'owed',
    filters: [
      { field: 'period', item: period },
      { field: 'section', item: null },
    ],
  };
}

/** What a row, a column or a filter is called. */
export function itemName(field: PivotField, item: string, { plan }: Ledger, t: Translate): string {
  if (item === '') return t('pane.pivot.item.none');
  switch (field) {
    case 'unit':
    case 'office':
      return item;
    case 'section': {
      const section = plan.sections.find(({ no }) => no === item);
      return `${item} ${section?.title ?? ''}`.trim();
    }
    case 'task':
      return `${item}. ${plan.measures.find(({ taskNo }) => String(taskNo) === item)?.task ?? ''}`;
    case 'measure':
      return `${item}. ${plan.measures.find(({ no }) => String(no) === item)?.text ?? ''}`;
    case 'year':
      return t('pane.period.year', { year: item });
    case 'period':
      return periodName(must(parsePeriod(item), `period ${item}`), t);
    default:
      return t(`pane.pivot.item.${field}.${item}` as MessageKey);
  }
}

/** A figure as it is read: counts whole, an average with one place, a rate as per cent; “—” where there is none. */
export function figureText({ figure }: PivotCell, value: PivotChoice['value']): string {
  if (figure === null) return '—';
  if (value === 'rate') return `${(figure * 100).toFixed(1)}%`;
  return value === 'percent' ? figure.toFixed(1) : String(figure);
}
