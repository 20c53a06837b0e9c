import { basisRanges, type BasisRanges } from './basis-ranges';
import { sectionText } from '../cell-contents';
import { must } from '../../base/invariant';
import type { LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import type { Tally } from '../../ledger/figures/summary';
import type { AssignmentChange, PeriodFigures } from '../../ledger/figures/trend';
import type { CellContent, ChartBlueprint, ConditionalFormat, SheetBlueprint } from '../../base/blueprint';
import { grouped, RATE_NOTE, rowRate, TALLY_COUNTS, type CountFormulas } from './summary-counts';
import { withPageBreaks } from './page-breaks';
import { ReportColumns } from './report-columns';
import { HEADER_POINTS, SummaryRows, type Block } from './summary-rows';
import { saying } from '../rules';
import { plainSheet, range } from '../tab-builder';
import { COLOR, FORMAT, STANDING_COLOR, landscape } from '../theme';
import { ALL_WORD, CHANGE_WORD, STANDING_WORD, TAB } from '../words';

/** So many periods are shown: three years of quarters, a year of months. */
const SHOWN = 12;
const FIRST_TOTAL_ROW = 5;

export type TotalColumn = 'period' | 'asOf' | 'measures' | (typeof TALLY_COUNTS)[number]['key'] | 'rate';

/** The columns of the first table, a row a period. */
export const TREND_TOTALS = new ReportColumns<TotalColumn>([
  ['period', '报送期'],
  ['asOf', '统计日'],
  ['measures', ALL_WORD.measures],
  ...TALLY_COUNTS.map(({ key, header }) => [key, header] as const),
  ['rate', '完成率'],
]);

/** The row of a period in the first table. */
export function trendRowOf(index: number): number {
  return FIRST_TOTAL_ROW + index;
}

/** The periods that the tab shows, the current one last. */
export function shownPeriods(figures: readonly PeriodFigures[]): readonly PeriodFigures[] {
  return figures.slice(-SHOWN);
}

/**
 * 趋势: how done and overdue have moved from period to period, in all, by section and by unit, and what became of each
 * measure since the last period. Earlier periods are as they were; the current one counts live, as 汇总 does.
 */
export function trendTab(
  ledger: Ledger,
  state: LedgerState,
  figures: readonly PeriodFigures[],
  changes: readonly AssignmentChange[],
): SheetBlueprint {
  const periods = shownPeriods(figures);
  const width = Math.max(TREND_TOTALS.width, 1 + 2 * periods.length);
  const basis = basisRanges(ledger, state);
  const rows = new SummaryRows(width);
  const chartLeft = width + 2;
  const hasCharts = periods.length > 1;
  rows.title('进展趋势', ledger.settings, hasCharts ? chartLeft + CHART_COLUMNS - 1 : width);
  rows.heading('一、各报送期总体情况（往期按期末日统计，本期按统计截止日统计）');
  const total = totalBlock(rows, periods, basis);
  rows.heading('二、分部分');
  const sections = groupBlock(rows, '部分', periods, {
    labels: ledger.plan.sections.map(({ no }) => sectionText(ledger.plan, no)),
    tallies: (one) => one.sections,
    formulas: grouped(basis.measure, basis.measure.section),
  });
  const unitsHeading = rows.heading('三、分单位');
  const units = groupBlock(rows, '单位', periods, {
    labels: ledger.directory.units.map(({ name }) => name),
    tallies: (one) => one.units,
    formulas: grouped(basis.assignment, basis.assignment.unit),
  });
  const listHeading = rows.heading('四、与上期相比');
  const listed = changeBlock(rows, ledger, changes, hasCharts);
  const sheet: SheetBlueprint = {
    ...plainSheet(TAB.trend, rows.cells, [
      46,
      // A date is wider than counts.
      ...Array.from({ length: width - 1 }, (_, at) => (at === 0 ? 11 : 9.5)),
      ...(hasCharts ? [2, ...Array.from({ length: CHART_COLUMNS }, () => 9.5)] : []),
    ]),
    formats: rows.formats,
    rowHeights: rows.heights(HEADER_POINTS),
    merges: rows.merges,
    conditionalFormats: changeColors(listed),
    notes: [{ row: total.header, column: TREND_TOTALS.at('rate'), text: RATE_NOTE }],
    charts: hasCharts ? trendCharts(rows, { total, sections, units }, periods.length, chartLeft) : [],
    freeze: { rows: 2, columns: 1 },
    print: landscape('A3', `${ledger.plan.title}进展趋势`, { from: listed.header, to: listed.header }),
  };
  // The charts of all measures and of the sections stand beside the first two blocks.
  return withPageBreaks(sheet, [
    { heading: 1, last: sections.last },
    { heading: unitsHeading, last: units.last },
    { heading: listHeading, last: listed.last, flows: true },
  ]);
}

/** The current period's figure counts live; an earlier one stands. */
function figure(isCurrent: boolean, formula: string, result: number): CellContent {
  return isCurrent ? { formula, result } : result;
}

function totalBlock(rows: SummaryRows, periods: readonly PeriodFigures[], basis: BasisRanges): Block {
  const header = rows.header(TREND_TOTALS.headers, TREND_TOTALS.width);
  periods.forEach(({ period, asOf, total }, index) => {
    const row = rows.next;
    const isCurrent = index === periods.length - 1;
    rows.add([
      period,
      { date: asOf },
      figure(isCurrent, `ROWS(${basis.measure.standing})`, total.measures),
      ...TALLY_COUNTS.map(({ key, by, word }) =>
        figure(isCurrent, `COUNTIF(${basis.measure[by]},"${word}")`, total[key]),
      ),
      rowRate(row, TREND_TOTALS.at('measures'), total),
    ]);
  });
  const block = { header, first: header + 1, last: header + periods.length };
  const body = (from: TotalColumn, to: TotalColumn = from) =>
    TREND_TOTALS.body(from, block.first, block.last, to);
  rows.format(body('period', 'rate'), FORMAT.body);
  rows.format(body('asOf', 'rate'), FORMAT.count);
  rows.format(body('asOf'), FORMAT.date);
  rows.format(body('rate'), FORMAT.ratio);
  return block;
}

interface Grouping {
  readonly labels: readonly string[];
  readonly tallies: (figures: PeriodFigures) => readonly Tally[];
  readonly formulas: CountFormulas;
}

/** A row a group; for each period first what was done, then what was overdue. */
function groupBlock(
  rows: SummaryRows,
  label: string,
  periods: readonly PeriodFigures[],
  { labels, tallies, formulas }: Grouping,
): Block {
  const shown = TALLY_COUNTS.filter(({ key }) => key === 'done' || key === 'overdue');
  const words = shown.flatMap(({ header }) => periods.map(({ period }) => `${period}\n${header}`));
  const right = 1 + words.length;
  const header = rows.header([label, ...words], right);
  labels.forEach((name, index) => {
    const cell = `$A${rows.next}`;
    rows.add([
      name,
      ...shown.flatMap((count) =>
        periods.map((one, at) =>
          figure(
            at === periods.length - 1,
            formulas.count(count, cell),
            must(tallies(one)[index], `figures of ${name}`)[count.key],
          ),
        ),
      ),
    ]);
  });
  const block = { header, first: header + 1, last: header + labels.length };
  rows.format(range(block.first, 1, block.last, right), FORMAT.body);
  rows.format(range(block.first, 2, block.last, right), FORMAT.count);
  return block;
}

type ChangeColumn =
  'text' | 'no' | 'unit' | 'kind' | 'statusBefore' | 'percentBefore' | 'statusNow' | 'percentNow';

const CHANGES = new ReportColumns<ChangeColumn>([
  ['text', '措施内容'],
  ['no', '序号'],
  ['unit', '牵头单位', 2],
  ['kind', '变化'],
  ['statusBefore', '上期状态'],
  ['percentBefore', '上期进度'],
  ['statusNow', '本期状态'],
  ['percentNow', '本期进度'],
]);

/** What became of each assignment: how it stood before and how it stands now. */
function changeBlock(
  rows: SummaryRows,
  ledger: Ledger,
  changes: readonly AssignmentChange[],
  hasEarlier: boolean,
): Block {
  const texts = new Map(ledger.plan.measures.map(({ no, text }) => [no, text]));
  const header = rows.header(CHANGES.headers, CHANGES.width);
  for (const { kind, before, after } of changes) {
    const { measure, unit } = after.assignment;
    const cells = {
      text: must(texts.get(measure), `text of measure ${measure}`),
      no: measure,
      unit,
      kind: CHANGE_WORD[kind],
      statusBefore: STANDING_WORD[before.standing],
      percentBefore: before.entry?.report.percent ?? null,
      statusNow: STANDING_WORD[after.standing],
      percentNow: after.entry?.report.percent ?? null,
    };
    rows.add(CHANGES.cells((key) => cells[key]));
  }
  if (changes.length === 0) {
    rows.add([hasEarlier ? '与上期相比没有变化。' : '只有一个报送期，下一期收齐后即可比较。']);
  }
  const block = { header, first: header + 1, last: header + Math.max(1, changes.length) };
  rows.merges.push(...CHANGES.merges(header, block.last));
  const body = (from: ChangeColumn, to: ChangeColumn = from) =>
    CHANGES.body(from, block.first, block.last, to);
  rows.format(body('text', 'percentNow'), FORMAT.body);
  rows.format(body('no', 'percentNow'), FORMAT.centered);
  for (const key of ['percentBefore', 'percentNow'] as const) rows.format(body(key), FORMAT.percentNumber);
  return block;
}

function changeColors({ first, last }: Block): readonly ConditionalFormat[] {
  const rule = (word: string, fill: string, color: string): ConditionalFormat => ({
    range: CHANGES.body('kind', first, last),
    condition: saying(CHANGES.at('kind'), word),
    format: { fill, color, bold: true },
  });
  return [
    rule(CHANGE_WORD.wentBack, COLOR.overdueFill, COLOR.overdueInk),
    rule(CHANGE_WORD.stoodStill, COLOR.lateFill, COLOR.lateInk),
    rule(CHANGE_WORD.advanced, COLOR.doneFill, COLOR.doneInk),
  ];
}

const CHART_COLUMNS = 11;
/** Of them the chart of all measures has the first, that of the sections the others. */
const TOTAL_COLUMNS = 5;
const LAST_PERIOD_COLOR = 'B8C0C8';
const OVERDUE_COLOR = 'C0392B';

/**
 * How done and overdue moved in all; then this period beside the last by section and by unit. That of the units is as high
 * as their table, so that every name has its line.
 */
function trendCharts(
  rows: SummaryRows,
  blocks: { readonly total: Block; readonly sections: Block; readonly units: Block },
  periods: number,
  left: number,
): readonly ChartBlueprint[] {
  const { total, sections, units } = blocks;
  const right = left + CHART_COLUMNS - 1;
  const labels = (block: Block) => range(block.first, 1, block.last, 1);
  // Named by the period in the first table: the heads of the others say it in two lines.
  const [before, now] = [total.last - 1, total.last].map((row) => ({ row, column: 1 }));
  // Of the two columns a period the done ones come first: the last two of each half are shown.
  const [lastDone, done] = [periods, periods + 1];
  const [lastOverdue, overdue] = [2 * periods, 2 * periods + 1];
  return [
    {
      name: 'TrendTotal',
      title: '各期已完成和逾期措施',
      kind: 'line',
      sheet: TAB.trend,
      categories: labels(total),
      series: [
        rows.series(total, TREND_TOTALS.at('done'), STANDING_COLOR.done),
        rows.series(total, TREND_TOTALS.at('overdue'), OVERDUE_COLOR),
      ],
      place: range(3, left, sections.last, left + TOTAL_COLUMNS - 1),
      valueAxisTitle: '措施数',
    },
    {
      name: 'TrendSections',
      title: '各部分已完成措施：本期与上期',
      kind: 'clusteredBar',
      sheet: TAB.trend,
      categories: labels(sections),
      series: [
        rows.series(sections, lastDone, LAST_PERIOD_COLOR, before),
        rows.series(sections, done, STANDING_COLOR.done, now),
      ],
      place: range(3, left + TOTAL_COLUMNS, sections.last, right),
      valueAxisTitle: '措施数',
    },
    {
      name: 'TrendUnits',
      title: '各单位逾期事项：本期与上期',
      kind: 'clusteredBar',
      sheet: TAB.trend,
      categories: labels(units),
      series: [
        rows.series(units, lastOverdue, LAST_PERIOD_COLOR, before),
        rows.series(units, overdue, OVERDUE_COLOR, now),
      ],
      place: range(units.header - 1, left, units.last, right),
      valueAxisTitle: '应报项数',
    },
  ];
}
