import { basisRanges, type BasisRanges } from './basis-ranges';
import type { LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { completionRate } from '../../ledger/figures/completion-rate';
import { returnsOwed } from '../../ledger/figures/submissions';
import type { Summary } from '../../ledger/figures/summary';
import type { PeriodFigures } from '../../ledger/figures/trend';
import type { ChartBlueprint, FormulaCell, SheetBlueprint } from '../../base/blueprint';
import { lightBlock, lightColors } from './leaders-lights';
import { worstBlock } from './leaders-worst';
import { RATE_NOTE, rateCell } from './summary-counts';
import { SummaryRows, type Block } from './summary-rows';
import { addTiles } from './tiles';
import { SUBMISSIONS } from '../tabs/submissions-tab';
import { absolute, plainSheet, range } from '../tab-builder';
import { COLOR, FORMAT, STANDING_COLOR, onePage } from '../theme';
import { TREND_TOTALS, shownPeriods, trendRowOf, type TotalColumn } from './trend-tab';
import { ALL_WORD, NAME, NO_FIGURE, STANDING_WORD, SUBMISSION_WORD, TAB, TIMELINESS_WORD } from '../words';

const WIDTHS = [6, 9, 9, 9, 9, 9, 9, 9, 9, 11, 9, 9] as const;
const WIDTH = WIDTHS.length;
/** Periods of the small trend table. */
const TREND_SHOWN = 6;

/** 领导参阅: one A4 page with the figures, a light for each section, the ten measures longest overdue, and the trend. */
export function leadersTab(
  ledger: Ledger,
  state: LedgerState,
  summary: Summary,
  figures: readonly PeriodFigures[],
): SheetBlueprint {
  const { plan, settings } = ledger;
  const basis = basisRanges(ledger, state);
  const rows = new SummaryRows(WIDTH);
  rows.title(`${plan.title}进展情况`, settings);
  const tiles = tileBlock(rows, ledger, summary, basis);
  rows.heading('一、各部分进展（红：逾期；黄：滞后或有问题；蓝：临期；绿：已完成或正常）');
  const lights = lightBlock(rows, ledger, state, summary, basis);
  rows.heading('二、逾期最久的十项措施');
  const worst = worstBlock(rows, ledger, state, basis);
  rows.heading('三、各报送期趋势');
  const trend = trendBlock(rows, figures);
  const band = (block: Block, points: number) =>
    Array.from({ length: block.last - block.first + 1 }, (_, index) => ({
      row: block.first + index,
      points,
    }));
  return {
    ...plainSheet(TAB.leaders, rows.cells, WIDTHS),
    tabColor: 'C0392B',
    formats: rows.formats,
    rowHeights: [
      ...rows.heights(24),
      { row: tiles, points: 34 },
      { row: tiles + 1, points: 18 },
      ...band(lights, 20),
      ...band(worst, 30),
      ...band(trend, 20),
    ],
    merges: rows.merges,
    conditionalFormats: [...lightColors(lights), worst.color],
    notes: [
      { row: tiles + 1, column: 5, text: RATE_NOTE },
      { row: trend.header, column: 5, text: RATE_NOTE },
    ],
    charts: figures.length > 1 ? [trendChart(rows, trend, Math.min(figures.length, TREND_SHOWN))] : [],
    print: onePage(`${plan.title}进展情况`, range(1, 1, rows.cells.length, WIDTH)),
  };
}

const TILE_COLOR = {
  plain: COLOR.titleInk,
  red: COLOR.overdueInk,
  blue: COLOR.dueSoonInk,
  green: COLOR.doneInk,
};

/** Of the offices that have returned nothing for the period. */
export const MISSING_WORD = '本期未报单位';

/** Six figures over the words that say what they are. @returns the row of the figures */
function tileBlock(rows: SummaryRows, ledger: Ledger, summary: Summary, basis: BasisRanges): number {
  const { total } = summary;
  const { period } = ledger.settings;
  const missing = returnsOwed(ledger, period).filter(({ submission }) => submission === 'missing');
  const { standing, timeliness } = basis.measure;
  const submissions = (key: 'period' | 'state') => {
    const letter = `$${SUBMISSIONS.letter(key)}`;
    return `${TAB.submissions}!${letter}:${letter}`;
  };
  const done = `COUNTIF(${standing},"${STANDING_WORD.done}")`;
  const tiles = [
    { word: ALL_WORD.ofAll, color: TILE_COLOR.plain, formula: `ROWS(${standing})`, result: total.measures },
    { word: '已完成', color: TILE_COLOR.green, formula: done, result: total.done },
    {
      word: '完成率',
      color: TILE_COLOR.green,
      numberFormat: '0.0%',
      ...rateCell(
        {
          done,
          measures: `ROWS(${standing})`,
          ongoing: `COUNTIF(${standing},"${STANDING_WORD.ongoing}")`,
        },
        total,
      ),
    },
    {
      word: '逾期',
      color: TILE_COLOR.red,
      formula: `COUNTIF(${timeliness},"${TIMELINESS_WORD.overdue}")`,
      result: total.overdue,
    },
    {
      word: '临期',
      color: TILE_COLOR.blue,
      formula: `COUNTIF(${timeliness},"${TIMELINESS_WORD.dueSoon}")`,
      result: total.dueSoon,
    },
    {
      word: MISSING_WORD,
      color: TILE_COLOR.red,
      formula: `COUNTIFS(${submissions('period')},${NAME.period},${submissions('state')},"${SUBMISSION_WORD.missing}")`,
      result: missing.length,
    },
  ];
  return addTiles(rows, tiles);
}

/** The last periods as 趋势 has them, room beside them for the chart. */
function trendBlock(rows: SummaryRows, figures: readonly PeriodFigures[]): Block {
  const header = rows.header(['报送期', '', '已完成', '逾期', '完成率'], 5);
  const shown = shownPeriods(figures);
  const skipped = Math.max(0, shown.length - TREND_SHOWN);
  shown.slice(skipped).forEach(({ period, total }, index) => {
    const row = trendRowOf(skipped + index);
    const cell = (column: TotalColumn, result: FormulaCell['result']): FormulaCell => ({
      formula: `${TAB.trend}!${absolute(TREND_TOTALS.body(column, row, row))}`,
      result,
    });
    rows.add([
      cell('period', period),
      null,
      cell('done', total.done),
      cell('overdue', total.overdue),
      cell('rate', completionRate(total) ?? NO_FIGURE),
    ]);
  });
  const filled = rows.next - 1;
  while (rows.next <= header + TREND_SHOWN) rows.add([]);
  const block = { header, first: header + 1, last: header + TREND_SHOWN };
  for (let row = header; row <= filled; row++) rows.merges.push(range(row, 1, row, 2));
  rows.format(range(block.first, 1, filled, 5), FORMAT.body);
  rows.format(range(block.first, 1, filled, 5), FORMAT.centered);
  rows.format(range(block.first, 5, filled, 5), FORMAT.ratio);
  return block;
}

function trendChart(rows: SummaryRows, { header, first, last }: Block, periods: number): ChartBlueprint {
  const bottom = first + periods - 1;
  const shown = { header, first, last: bottom };
  return {
    name: 'LeadersTrend',
    title: '已完成和逾期措施数',
    kind: 'line',
    sheet: TAB.leaders,
    categories: range(first, 1, bottom, 1),
    series: [rows.series(shown, 3, STANDING_COLOR.done), rows.series(shown, 4, 'C0392B')],
    place: range(header, 7, last, WIDTH),
  };
}
