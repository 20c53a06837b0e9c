import type { Summary } from '../../../ledger/figures/summary';
import type { Ledger } from '../../../ledger/ledger';
import type { SheetBlueprint } from '../../../base/blueprint';
import { asOfSubtitle } from '../../subtitle';
import { checkCell } from './pivot-check';
import { PIVOT_SOURCE, PIVOT_SOURCE_TABLE } from './pivot-source-columns';
import { plainSheet, range, subtitleFormat } from '../../tab-builder';
import { FORMAT, landscape } from '../../theme';
import { SAMPLE_MARK, STANDING_WORD, TAB } from '../../words';

/** Where the pivot begins; the rows above hold the title. */
const ANCHOR = { row: 4, column: 1 } as const;
/** Units, every status there is, and the total. */
const WIDTHS = [26, ...Object.keys(STANDING_WORD).map(() => 12), 12];
const WIDTH = WIDTHS.length;
const BESIDE = WIDTHS.slice(1).map(() => null);

/**
 * 单位透视: unit × status of every assignment, offices that did not report included. It adds up 本期应报, which counts in the current
 * period alone: so its total is that of 汇总, and a refresh follows the settings tab.
 */
export function pivotTab(ledger: Ledger, summary: Summary): SheetBlueprint {
  const { settings } = ledger;
  const empty = !ledger.entries.some((entry) => entry.kind === 'report');
  const cells = [
    [`单位透视${settings.sample ? SAMPLE_MARK : ''}`, ...BESIDE],
    [asOfSubtitle(settings), ...BESIDE],
    [checkCell(ledger, summary), ...BESIDE],
    ...(empty ? [['尚无填报。导入填报表后，这里按单位和填报状态透视。', ...BESIDE]] : []),
  ];
  return {
    ...plainSheet(TAB.pivot, cells, WIDTHS),
    formats: [
      { range: range(1, 1, 1, WIDTH), format: FORMAT.title },
      { range: range(2, 1, 2, WIDTH), format: subtitleFormat(settings.sample) },
      { range: range(3, 1, 3, WIDTH), format: FORMAT.subtitle },
      ...(empty ? [{ range: range(4, 1, 4, WIDTH), format: FORMAT.subtitle }] : []),
    ],
    rowHeights: [
      { row: 1, points: 32 },
      { row: 2, points: 20 },
    ],
    merges: [
      range(1, 1, 1, WIDTH),
      range(2, 1, 2, WIDTH),
      range(3, 1, 3, WIDTH),
      ...(empty ? [range(4, 1, 4, WIDTH)] : []),
    ],
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
    print: landscape('A4', TAB.pivot, { from: 1, to: ANCHOR.row + 1 }),
  };
}
