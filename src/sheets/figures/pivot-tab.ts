import type { Summary } from '../../ledger/figures/summary';
import type { Ledger } from '../../ledger/ledger';
import type { SheetBlueprint } from '../../base/blueprint';
import { asOfSubtitle } from '../subtitle';
import { checkCell } from './pivot-check';
import { PIVOT_SOURCE, PIVOT_SOURCE_TABLE } from './pivot-source-columns';
import { plainSheet, range, subtitleFormat } from '../tab-builder';
import { FORMAT, landscape } from '../theme';
import { SAMPLE_MARK, TAB } from '../words';

/** Where the pivot begins; the rows above hold the title. */
const ANCHOR = { row: 4, column: 1 } as const;

/**
 * 单位透视: unit × status of every assignment, offices that did not report included. It adds up 本期应报, which counts in the current
 * period alone: so its total is that of 汇总, and a refresh follows the settings tab.
 */
export function pivotTab(ledger: Ledger, summary: Summary): SheetBlueprint {
  const { settings } = ledger;
  const empty = !ledger.entries.some((entry) => entry.kind === 'report');
  const cells = [
    [`单位透视${settings.sample ? SAMPLE_MARK : ''}`, null, null, null, null, null],
    [asOfSubtitle(settings), null, null, null, null, null],
    [checkCell(ledger, summary), null, null, null, null, null],
    ...(empty ? [['尚无填报。导入填报表后，这里按单位和填报状态透视。', null, null, null, null, null]] : []),
  ];
  return {
    ...plainSheet(TAB.pivot, cells, [26, 12, 12, 12, 12, 12]),
    formats: [
      { range: range(1, 1, 1, 6), format: FORMAT.title },
      { range: range(2, 1, 2, 6), format: subtitleFormat(settings.sample) },
      { range: range(3, 1, 3, 6), format: FORMAT.subtitle },
      ...(empty ? [{ range: range(4, 1, 4, 6), format: FORMAT.subtitle }] : []),
    ],
    rowHeights: [
      { row: 1, points: 32 },
      { row: 2, points: 20 },
    ],
    merges: [range(1, 1, 1, 6), range(2, 1, 2, 6), range(3, 1, 3, 6), ...(empty ? [range(4, 1, 4, 6)] : [])],
    pivots: empty
      ? []
      : [
          {
            name: 'UnitStatusPivot',
            sourceTable: PIVOT_SOURCE_TABLE,
            rows: [PIVOT_SOURCE.header('unit')],
            columns: [PIVOT_SOURCE.header('standing')],
            values: [{ field: PIVOT_SOURCE.header('owedNow'), caption: '应报项数', summarize: 'sum' }],
            anchor: ANCHOR,
          },
        ],
    print: landscape('A4', TAB.pivot, { from: 1, to: 2 }),
  };
}
