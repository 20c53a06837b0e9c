import type { ChartBlueprint } from '../../../base/blueprint';
import type { ListDifference } from '../../../base/workbook-difference';
import { cellsOf, htmlColor } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { addChart, paintSeries } from '../writing/write-charts';

const ACTIONS_A_SERIES = 8;
const ACTIONS_A_CHART = 70;

/** The sheets of charts and of their figures. */
export interface ChartSheets {
  /** The sheet the charts are on. */
  home(): Excel.Worksheet;
  /** One that their figures are on. */
  named(name: string): Excel.Worksheet;
  /** Whether the home sheet has a chart of that name. */
  hasChart(name: string): boolean;
}

/**
 * Charts of ours by name: one that stays only has its series pointed at other cells, and one that the clerk deleted stays
 * deleted. To be played once the figures have been worked out.
 */
export function chartSteps(
  sheets: ChartSheets,
  { removed, added }: ListDifference<ChartBlueprint>,
): readonly Step[] {
  const gone = removed.filter(
    ({ name }) => !added.some((chart) => chart.name === name) && sheets.hasChart(name),
  );
  return [
    ...gone.map(({ name }) => ({
      bytes: 3 * ACTION_BYTES,
      play: () => {
        sheets.home().charts.getItemOrNullObject(name).delete();
      },
    })),
    ...added.map((chart) =>
      changeStep(
        sheets,
        chart,
        removed.find(({ name }) => name === chart.name),
      ),
    ),
  ];
}

function changeStep(sheets: ChartSheets, chart: ChartBlueprint, old: ChartBlueprint | undefined): Step {
  const actions = old === undefined ? ACTIONS_A_CHART : chart.series.length * ACTIONS_A_SERIES;
  return {
    bytes: actions * ACTION_BYTES,
    play: () => {
      if (old !== undefined) pointSeries(sheets, chart, old);
      else {
        // One of an earlier write that did not come to its end.
        if (sheets.hasChart(chart.name)) sheets.home().charts.getItemOrNullObject(chart.name).delete();
        addChart(sheets.home(), sheets.named(chart.sheet), chart);
      }
    },
  };
}

function pointSeries(sheets: ChartSheets, chart: ChartBlueprint, old: ChartBlueprint): void {
  const source = sheets.named(chart.sheet);
  const { series: there } = sheets.home().charts.getItemOrNullObject(chart.name);
  const categories = cellsOf(source, chart.categories);
  chart.series.forEach((series, index) => {
    const before = old.series[index];
    const target = before === undefined ? there.add(series.name) : there.getItemAt(index);
    if (before !== undefined && before.name !== series.name) target.name = series.name;
    target.setValues(cellsOf(source, series.values));
    target.setXAxisValues(categories);
    if (before === undefined) paintSeries(target, chart.kind, htmlColor(series.color));
  });
  for (let index = old.series.length - 1; index >= chart.series.length; index -= 1) {
    there.getItemAt(index).delete();
  }
}
