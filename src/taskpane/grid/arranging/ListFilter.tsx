import { Suspense } from 'react';
import type { Ledger } from '../../../ledger/ledger';
import { later } from '../../parts/later';
import type { ShownTab } from '../shown-tab';
import { columnChoices, withFilter, type Arrangement } from './arrangement';
import { chipTest } from './ledger-chips';
import type { ListRegion } from './list-region';

const FilterMenu = later(async () => (await import('./FilterMenu')).FilterMenu);

/** The column whose ▾ was pressed, and what the menu hangs on. */
export interface OpenFilter {
  readonly column: number;
  readonly target: HTMLElement;
}

interface ListFilterProps {
  readonly tab: ShownTab;
  readonly ledger: Ledger;
  readonly region: ListRegion;
  readonly arrangement: Arrangement;
  readonly open: OpenFilter;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly onClose: () => void;
}

/** How a list is filtered and sorted by one of its columns. */
export function ListFilter({ tab, ledger, region, arrangement, open, onArrange, onClose }: ListFilterProps) {
  const { column, target } = open;
  const { sort } = arrangement;
  return (
    <Suspense fallback={null}>
      <FilterMenu
        key={column}
        name={tab.text(region.head, column)}
        target={target}
        choices={columnChoices(tab, region, arrangement, column, chipTest(tab, ledger, arrangement))}
        sort={sort?.column === column ? sort : undefined}
        onSort={(isDescending) =>
          onArrange({ ...arrangement, sort: isDescending === null ? null : { column, isDescending } })
        }
        onFilter={(values) => onArrange(withFilter(arrangement, column, values))}
        onClose={onClose}
      />
    </Suspense>
  );
}
