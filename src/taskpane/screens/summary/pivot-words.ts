import { must } from '../../../base/invariant';
import type { PivotCell, PivotChoice, PivotField } from '../../../ledger/figures/pivot';
import type { Ledger } from '../../../ledger/ledger';
import { parsePeriod } from '../../../ledger/period';
import type { PeriodCode } from '../../../ledger/records';
import type { MessageKey, Translate } from '../../../locales/translate';
import { periodName } from '../../parts/periods';

/** The rows behind a figure, and where in the table it stood. */
export interface PivotDrill extends PivotCell {
  readonly title: string;
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
