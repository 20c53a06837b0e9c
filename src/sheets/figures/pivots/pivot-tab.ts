import { must } from '../../../base/invariant';
import type { Summary } from '../../../ledger/figures/summary';
import type { Ledger } from '../../../ledger/ledger';
import type { SheetBlueprint } from '../../../base/blueprint';
import { asOfSubtitle } from '../../subtitle';
import { plainSheet, range, subtitleFormat } from '../../tab-builder';
import { FORMAT, landscape } from '../../theme';
import { AGE_WORD, SAMPLE_MARK, TAB } from '../../words';
import { checkCell } from './pivot-check';
import { sourceRows } from './pivot-source-tab';
import { HEADINGS, PIVOT_TABLES, pivotColumnWidths, placedPivots, TITLE_HEIGHTS } from './pivot-tables';

/** Holds in an Excel too that lets nobody but the clerk choose (before ExcelApi 1.12). */
const HOW_TO_FILTER = `“期别”选“${AGE_WORD.current}”，合计与汇总一致；看以前的：“期别”选“(全部)”，再选“报送期”。`;
const NOTHING_OWED = '方案中没有应报项：有单位承办措施后，这里按单位、部分和报送期透视。';
/** Leaves letters of 8 points, and a page of A4 across 180 characters. */
const PRINT_SCALE = 80;

/**
 * 单位透视: the PivotTables, side by side, so that each may grow downwards; they count every assignment, offices that did not
 * report included. Each begins a page of its own in print.
 */
export function pivotTab(ledger: Ledger, summary: Summary): SheetBlueprint {
  const { settings } = ledger;
  const isOwed = sourceRows(ledger).current.length > 0;
  const pivots = isOwed ? placedPivots() : [];
  const widths = pivotColumnWidths();
  const width = must(PIVOT_TABLES[0], 'first pivot').columns;
  const headings = widths.map((_, at) => pivots.find(({ left }) => left === at + 1)?.heading ?? null);
  const beside = widths.slice(1).map(() => null);
  const cells = [
    [`单位透视${settings.sample ? SAMPLE_MARK : ''}`, ...beside],
    [asOfSubtitle(settings), ...beside],
    [checkCell(ledger, summary), ...beside],
    [isOwed ? HOW_TO_FILTER : NOTHING_OWED, ...beside],
    headings,
  ];
  return {
    ...plainSheet(TAB.pivot, cells, widths),
    formats: [
      { range: range(1, 1, 1, width), format: FORMAT.title },
      { range: range(2, 1, 2, width), format: subtitleFormat(settings.sample) },
      { range: range(3, 1, 3, width), format: FORMAT.subtitle },
      { range: range(4, 1, 4, width), format: FORMAT.subtitle },
      { range: range(5, 1, 5, widths.length), format: FORMAT.heading },
    ],
    rowHeights: TITLE_HEIGHTS.map((points, index) => ({ row: index + 1, points })),
    merges: [1, 2, 3, 4].map((row) => range(row, 1, row, width)),
    pivots: pivots.map(({ blueprint }) => blueprint),
    print: {
      ...landscape('A4', TAB.pivot, HEADINGS),
      fitWidth: false,
      scale: PRINT_SCALE,
      breakBefore: pivots.slice(1).map(({ left }) => left),
    },
  };
}
