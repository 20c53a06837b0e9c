import { assignmentRows, type AssignmentRow } from '../../../ledger/figures/assignment-rows';
import type { AssignmentState, LedgerState } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';
import type { CellContent, SheetBlueprint } from '../../../base/blueprint';
import { plainSubtitle } from '../../subtitle';
import { FIRST_ROW } from '../../tab-builder';
import { tableSheet } from '../../tabs/table-tab';
import { SAMPLE_MARK } from '../../words';
import { basisRanges } from '../basis-ranges';
import { PIVOT_SOURCE, type SourceRow } from './pivot-source-columns';

/** The most rows of all periods together: earlier periods are left out from the first on, the current one never. */
const MOST_ROWS = 25_000;

/** The rows that are drawn: the current period’s first, those of earlier ones below, period by period. */
export interface SourceRows {
  readonly current: readonly AssignmentRow[];
  readonly earlier: readonly AssignmentRow[];
  /** How many earlier periods are left out for their size. */
  readonly leftOut: number;
}

/** @param most The most rows of all periods together. */
export function sourceRows(ledger: Ledger, most = MOST_ROWS): SourceRows {
  const rows = assignmentRows(ledger);
  const current = rows.filter(({ period }) => period === ledger.settings.period);
  const earlier = rows.slice(0, rows.length - current.length);
  if (current.length === 0) return { current, earlier, leftOut: 0 };
  const periods = earlier.length / current.length;
  const shown = Math.min(periods, Math.max(0, Math.floor(most / current.length) - 1));
  return { current, earlier: earlier.slice((periods - shown) * current.length), leftOut: periods - shown };
}

/**
 * 透视底表 (hidden): one row an assignment and period, what the PivotTables add up. The current period follows 统计底表 by
 * formulas, so that a hand edit is in them after a refresh; earlier periods are values, and the next one goes below them.
 */
export function pivotSourceTab(ledger: Ledger, state: LedgerState): SheetBlueprint {
  const { settings } = ledger;
  const { current, earlier, leftOut } = sourceRows(ledger);
  const basis = basisRanges(ledger, state);
  const cells = [...current, ...earlier].map((of, at) => {
    const isCurrent = at < current.length;
    const row = { ledger, basis, of, row: FIRST_ROW + at, index: at % current.length, isCurrent };
    return isCurrent ? PIVOT_SOURCE.cells(row) : earlierCells(row);
  });
  return {
    ...tableSheet(PIVOT_SOURCE, cells, {
      title: `透视底表${settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(
        settings,
        `每行一个应报项的一个报送期，数据透视表由此统计；由系统登记，请勿排序或修改${leftOutText(leftOut)}`,
      ),
      sample: settings.sample,
    }),
    visibility: 'hidden',
    freeze: { rows: FIRST_ROW - 1, columns: 0 },
  };
}

/** A row of an earlier period as it was drawn last. */
interface DrawnRow extends Pick<SourceRow, 'row'>, Pick<AssignmentRow, 'period' | 'submission'> {
  readonly cells: readonly CellContent[];
}

/** By the state it shows, which is that of one plan and directory on one day. */
const drawnRows = new WeakMap<AssignmentState, DrawnRow>();

/** What is over seldom changes: its rows are the same cells before and after a change, which nobody changes in place. */
function earlierCells(source: SourceRow): readonly CellContent[] {
  const { row } = source;
  const { state, period, submission } = source.of;
  const known = drawnRows.get(state);
  if (known?.row === row && known.period === period && known.submission === submission) return known.cells;
  const cells = PIVOT_SOURCE.cells(source);
  drawnRows.set(state, { row, period, submission, cells });
  return cells;
}

/** What is said of periods that did not fit; empty where all are there. */
export function leftOutText(periods: number): string {
  return periods === 0 ? '' : `；最多 ${MOST_ROWS} 行，最早的 ${periods} 期未列入`;
}
