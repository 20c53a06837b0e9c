import type { Standing } from '../../ledger/figures/timeliness';
import type { ChartBlueprint } from '../../base/blueprint';
import type { Block, SummaryRows } from './summary-rows';
import { range } from '../tab-builder';
import { STANDING_COLOR } from '../theme';
import { TAB } from '../words';

/** Column of each standing in the summary's count blocks. */
const SERIES: readonly { readonly standing: Standing; readonly column: number }[] = [
  { standing: 'done', column: 3 },
  { standing: 'inProgress', column: 5 },
  { standing: 'notStarted', column: 6 },
  { standing: 'ongoing', column: 7 },
  { standing: 'notReported', column: 8 },
];

const LEFT = 14;
const RIGHT = 24;

/** Where the tables stand beside which the charts lie. */
interface SummaryPlaces {
  readonly sections: Block;
  readonly lastYear: number;
  readonly unitsHeading: number;
  readonly units: Block;
}

function statusChart(
  rows: SummaryRows,
  name: string,
  title: string,
  block: Block,
  place: { top: number; bottom: number },
  valueAxisTitle: string,
): ChartBlueprint {
  return {
    name,
    title,
    kind: 'stackedBar',
    sheet: TAB.summary,
    categories: range(block.first, 1, block.last, 1),
    series: SERIES.map(({ standing, column }) => rows.series(block, column, STANDING_COLOR[standing])),
    place: range(place.top, LEFT, place.bottom, RIGHT),
    valueAxisTitle,
  };
}

/**
 * Progress by section beside the tables above the units, status by unit beside the unit table: neither lies over the row with which
 * a page may begin.
 */
export function summaryCharts(
  rows: SummaryRows,
  { sections, lastYear, unitsHeading, units }: SummaryPlaces,
): readonly ChartBlueprint[] {
  return [
    statusChart(rows, 'SectionProgress', '各部分进展情况', sections, { top: 3, bottom: lastYear }, '措施数'),
    statusChart(
      rows,
      'UnitStatus',
      '各单位填报状态',
      units,
      { top: unitsHeading, bottom: units.last + 1 },
      '应报项数',
    ),
  ];
}
