import type {
  AddAxisOptions,
  AddChartOptions,
  ChartModel,
  ChartRichText,
  ChartTextProperties,
  ChartTitle,
} from '@cj-tech-master/excelts/chart';
import { rangeAddress, type CellRange } from '../../../base/raw-sheet';
import type { ChartBlueprint } from '../../../base/blueprint';
import { DEFAULT_FONT } from './cell-styles';
import type { LibrarySheet } from './package/library';
import type { ChartNames } from './package/package-edits';
import { absoluteReference } from './sheet-reference';

const INK = '404040';
const GRID = 'D9D9D9';
const TITLE_POINTS = 14;
const AXIS_TITLE_POINTS = 10;
const LEGEND_POINTS = 10;
const LABEL_POINTS = 9;

type Shape = Pick<AddChartOptions, 'type' | 'grouping' | 'barDir' | 'gapWidth' | 'overlap'>;

const SHAPE: Readonly<Record<ChartBlueprint['kind'], Shape>> = {
  stackedBar: { type: 'bar', barDir: 'bar', grouping: 'stacked', gapWidth: 50, overlap: 100 },
  stackedColumn: { type: 'bar', barDir: 'col', grouping: 'stacked', gapWidth: 60, overlap: 100 },
  clusteredBar: { type: 'bar', barDir: 'bar', grouping: 'clustered', gapWidth: 60 },
  clusteredColumn: { type: 'bar', barDir: 'col', grouping: 'clustered', gapWidth: 80 },
  line: { type: 'line', grouping: 'standard' },
};

/** Native charts: series colours as given, legend below, categories in the order of the rows, value axis from 0. */
export function writeCharts(sheet: LibrarySheet, charts: readonly ChartBlueprint[], names: ChartNames): void {
  for (const chart of charts) {
    const number = sheet.addChart(chartOptions(chart), rangeAddress(chart.place));
    names.set(number, { name: chart.name, description: chart.title });
    const model = sheet.getCharts().at(-1)?.chartModel;
    if (model !== undefined) refine(model, chart);
  }
}

function chartOptions(chart: ChartBlueprint): AddChartOptions {
  const shape = SHAPE[chart.kind];
  return {
    ...shape,
    title: richText(chart.title, TITLE_POINTS, true),
    titleOptions: { overlay: false },
    showLegend: true,
    legendPosition: 'b',
    legendOptions: { overlay: false, txPr: text(LEGEND_POINTS) },
    displayBlanksAs: 'gap',
    series: chart.series.map((series) => ({
      name: { formula: absoluteReference(chart.sheet, single(series.nameCell)) },
      categories: absoluteReference(chart.sheet, chart.categories),
      values: absoluteReference(chart.sheet, series.values),
      ...seriesPaint(chart.kind, series.color),
    })),
    categoryAxis: categoryAxis(shape),
    valueAxis: valueAxis(shape, chart.valueAxisTitle),
  };
}

function seriesPaint(kind: ChartBlueprint['kind'], color: string): Omit<AddSeries, 'values'> {
  if (kind !== 'line') return { fill: color, invertIfNegative: false };
  const marker = { symbol: 'circle', size: 6, fill: color, border: color } as const;
  return { line: color, lineWidth: 2.25, smooth: false, marker };
}

type AddSeries = NonNullable<AddChartOptions['series']>[number];

function categoryAxis(shape: Shape): AddAxisOptions {
  return {
    majorTickMark: 'none',
    lineColor: GRID,
    txPr: text(LABEL_POINTS),
    tickLblSkip: 1,
    // Lying bars grow from the bottom; turned round, the first row of the table stands on top.
    ...(isLying(shape) ? { orientation: 'maxMin' as const } : {}),
  };
}

function valueAxis(shape: Shape, title: string | undefined): AddAxisOptions {
  return {
    // The categories being turned round, this keeps the figures below the bars.
    ...(isLying(shape) ? { crosses: 'max' as const } : {}),
    ...(title === undefined ? {} : { title }),
    min: 0,
    numFmt: 'General',
    numFmtLinked: false,
    majorGridlines: true,
    majorGridlinesStyle: { border: GRID, borderWidth: 0.75 },
    majorTickMark: 'none',
    txPr: text(LABEL_POINTS),
  };
}

/** What the library's options cannot say: no minor ticks (their absence means “across”), the titles' font, the language. */
function refine(model: ChartModel, chart: ChartBlueprint): void {
  model.lang = 'zh-CN';
  for (const axis of model.chart.plotArea.axes) {
    axis.minorTickMark = 'none';
    if (axis.axisType === 'val') {
      axis.spPr = { line: { noFill: true } };
      if (chart.valueAxisTitle !== undefined) axis.title = axisTitle(chart);
    }
  }
}

/** Upright beside a standing axis it would take a third of the chart, so there it is turned. */
function axisTitle(chart: ChartBlueprint): ChartTitle {
  const lying = isLying(SHAPE[chart.kind]);
  const text = richText(chart.valueAxisTitle ?? '', AXIS_TITLE_POINTS, false);
  return {
    overlay: false,
    text: lying ? text : { ...text, bodyProperties: { rotation: 0, vertical: 'eaVert' } },
  };
}

function isLying(shape: Shape): boolean {
  return shape.barDir === 'bar';
}

function richText(content: string, points: number, bold: boolean): ChartRichText {
  const properties = text(points, bold);
  return {
    paragraphs: [{ properties: { defaultRunProperties: properties }, runs: [{ text: content, properties }] }],
  };
}

/** Charts do not fall back to the workbook's font, and each script has its own. */
function text(points: number, bold = false): ChartTextProperties {
  const { name } = DEFAULT_FONT;
  return { size: points * 100, bold, color: { srgb: INK }, fontFamily: name, eastAsianFamily: name };
}

function single({ row, column }: { readonly row: number; readonly column: number }): CellRange {
  return { top: row, left: column, bottom: row, right: column };
}
