import type { ChartBlueprint } from '../../../base/blueprint';
import type { ListDifference } from '../../../base/workbook-difference';
import { cellsOf, htmlColor } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { addChart, paintSeries } from '../writing/write-charts';
import type { TwoPartChange } from './change-rules';

const ACTIONS_A_SERIES = 8;
const ACTIONS_A_CHART = 70;

interface ChartChange {
  readonly chart: ChartBlueprint;
  /** As it is so far; nothing for one that is new. */
  readonly old: ChartBlueprint | undefined;
}

/**
 * Charts of ours by name: one that stays only has its series pointed at other cells, and one that the clerk deleted stays
 * deleted. The names of series that are new are read from their cells with the first request.
 */
export function chartSteps(
  worksheets: Excel.WorksheetCollection,
  home: string,
  { removed, added }: ListDifference<ChartBlueprint>,
): TwoPartChange {
  const gone = removed.filter(({ name }) => !added.some((chart) => chart.name === name));
  const changes = added.map((chart) => ({ chart, old: removed.find(({ name }) => name === chart.name) }));
  const asked = new Map<string, readonly Excel.Range[]>();
  const ask = changes.filter(hasNewSeries).map(({ chart }) => ({
    bytes: chart.series.length * 3 * ACTION_BYTES,
    play: () => {
      asked.set(chart.name, nameCells(worksheets, chart));
    },
  }));
  const then = changes.map((change) => ({
    bytes: (change.old === undefined ? ACTIONS_A_CHART : bytesOfSeries(change.chart)) * ACTION_BYTES,
    play: () => {
      const names = (asked.get(change.chart.name) ?? []).map(({ values }) => String(values[0]?.[0] ?? ''));
      playChart(worksheets, home, change, names);
    },
  }));
  return { first: ask, then: [...gone.map(({ name }) => removalStep(worksheets, home, name)), ...then] };
}

function hasNewSeries({ chart, old }: ChartChange): boolean {
  return chart.series.length > (old?.series.length ?? 0);
}

function bytesOfSeries({ series }: ChartBlueprint): number {
  return series.length * ACTIONS_A_SERIES;
}

function nameCells(worksheets: Excel.WorksheetCollection, chart: ChartBlueprint): readonly Excel.Range[] {
  const source = worksheets.getItem(chart.sheet);
  return chart.series.map(({ nameCell: { row, column } }) =>
    source.getCell(row - 1, column - 1).load('values'),
  );
}

function removalStep(worksheets: Excel.WorksheetCollection, home: string, name: string): Step {
  return {
    bytes: 3 * ACTION_BYTES,
    play: () => {
      worksheets.getItem(home).charts.getItemOrNullObject(name).delete();
    },
  };
}

function playChart(
  worksheets: Excel.WorksheetCollection,
  home: string,
  { chart, old }: ChartChange,
  names: readonly string[],
): void {
  const [sheet, source] = [worksheets.getItem(home), worksheets.getItem(chart.sheet)];
  const found = sheet.charts.getItemOrNullObject(chart.name);
  if (old === undefined) {
    // One of an earlier write that did not come to its end.
    found.delete();
    addChart(sheet, source, chart, names);
    return;
  }
  const categories = cellsOf(source, chart.categories);
  chart.series.forEach((series, index) => {
    const isNew = index >= old.series.length;
    const target = isNew ? found.series.add(names[index]) : found.series.getItemAt(index);
    target.setValues(cellsOf(source, series.values));
    target.setXAxisValues(categories);
    if (isNew) paintSeries(target, chart.kind, htmlColor(series.color));
  });
  for (let index = old.series.length - 1; index >= chart.series.length; index -= 1) {
    found.series.getItemAt(index).delete();
  }
}
