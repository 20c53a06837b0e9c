import { cellAddress, type CellRange } from '../../../base/raw-sheet';
import type { ChartBlueprint, WorkbookBlueprint } from '../../../base/blueprint';
import { cellsOf, htmlColor, sheetOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { BODY_FONT } from './body-font';

const ACTIONS_A_CHART = 60;
const INK = '#1F2933';
const TITLE_POINTS = 14;

interface Shape {
  readonly type: 'BarStacked' | 'ColumnStacked' | 'BarClustered' | 'ColumnClustered' | 'LineMarkers';
  readonly gap?: number;
  readonly lying?: true;
}

const SHAPE: Readonly<Record<ChartBlueprint['kind'], Shape>> = {
  stackedBar: { type: 'BarStacked', gap: 50, lying: true },
  stackedColumn: { type: 'ColumnStacked', gap: 60 },
  clusteredBar: { type: 'BarClustered', gap: 60, lying: true },
  clusteredColumn: { type: 'ColumnClustered', gap: 80 },
  line: { type: 'LineMarkers' },
};

/** Native charts over figures that have been worked out by now. */
export function chartSteps(
  worksheets: Excel.WorksheetCollection,
  blueprint: Pick<WorkbookBlueprint, 'sheets'>,
): readonly Step[] {
  return blueprint.sheets.flatMap((sheet) =>
    sheet.charts.map((chart) => ({
      bytes: ACTIONS_A_CHART * ACTION_BYTES,
      play: () => {
        const home = sheetOf(worksheets, sheet.name);
        addChart(home, chart.sheet === sheet.name ? home : sheetOf(worksheets, chart.sheet), chart);
      },
    })),
  );
}

export function addChart(home: Excel.Worksheet, source: Excel.Worksheet, blueprint: ChartBlueprint): void {
  const { type, lying } = SHAPE[blueprint.kind];
  const [first] = blueprint.series;
  if (first === undefined) return;
  const chart = home.charts.add(type, cellsOf(source, oneSeries(first)), 'Columns');
  chart.name = blueprint.name;
  chart.title.text = blueprint.title;
  chart.title.format.font.name = BODY_FONT.name;
  chart.title.format.font.size = TITLE_POINTS;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = INK;
  chart.legend.visible = true;
  chart.legend.position = 'Bottom';
  const { place } = blueprint;
  chart.setPosition(cellAddress(place.top, place.left), cellAddress(place.bottom, place.right));
  const categories = cellsOf(source, blueprint.categories);
  blueprint.series.forEach((series, index) => {
    const target = index === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name);
    if (index === 0) target.name = series.name;
    target.setValues(cellsOf(source, series.values));
    target.setXAxisValues(categories);
    paintSeries(target, blueprint.kind, htmlColor(series.color));
  });
  setAxes(chart.axes, blueprint, lying === true);
}

export function paintSeries(series: Excel.ChartSeries, kind: ChartBlueprint['kind'], color: string): void {
  const { gap } = SHAPE[kind];
  if (gap === undefined) series.format.line.color = color;
  else {
    series.format.fill.setSolidColor(color);
    series.gapWidth = gap;
  }
}

/** Lying bars grow from the bottom; turned round, the first row of the table stands on top and the figures below. */
function setAxes(axes: Excel.ChartAxes, { valueAxisTitle }: ChartBlueprint, lying: boolean): void {
  axes.valueAxis.minimum = 0;
  if (valueAxisTitle !== undefined) axes.valueAxis.title.text = valueAxisTitle;
  if (!lying) return;
  axes.categoryAxis.reversePlotOrder = true;
  axes.valueAxis.tickLabelPosition = 'High';
}

/**
 * A chart is made over cells and guesses its series from them; a column of figures under its heading is one series
 * whatever the figures are.
 */
function oneSeries({ nameCell, values }: ChartBlueprint['series'][number]): CellRange {
  const isHeaded = nameCell.column === values.left && nameCell.row === values.top - 1;
  return isHeaded ? { ...values, top: nameCell.row } : values;
}
