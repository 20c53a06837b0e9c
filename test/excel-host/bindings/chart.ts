import { invalidArgument, itemNotFound } from '../protocol/errors';
import { Handle, type Argument, type ClassModel, shown } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import { addChart, placeOverCells, readSeries, type Chart } from '../model/chart';
import { sameName } from '../model/named-items';
import { ensureAllowed } from '../model/protection';
import type { Sheet } from '../model/sheet';
import { areaOf, integerOf, numberOf, oneOf, textOf } from './arguments';
import { lifted, partNavigation, type ChartPart } from './chart-parts';
import { sheetHandle } from './handles';

const chartTypes = [
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'Line',
  'LineMarkers',
  'Pie',
  'Doughnut',
] as const;
const seriesByWords = ['Auto', 'Columns', 'Rows'] as const;
const sizes = { Left: 'left', Top: 'top', Width: 'width', Height: 'height' } as const;

function chartHandle(chart: Chart): Handle<Chart> {
  return new Handle('Chart', chart);
}

function findChart(sheet: Sheet, key: Argument | undefined): Chart | undefined {
  return sheet.charts.find((chart) => sameName(chart.name, textOf(key, 'name')) || chart.id === key);
}

function getChart(sheet: Sheet, key: Argument | undefined): Handle {
  const chart = findChart(sheet, key);
  if (!chart) throw itemNotFound(`chart ${shown(key)}`);
  return chartHandle(chart);
}

function seriesBy(value: Argument | undefined): string {
  return value === null || value === undefined ? 'Auto' : oneOf(seriesByWords, value, 'seriesBy');
}

const chartCollection = {
  read: { Count: (sheet) => sheet.charts.length },
  call: {
    Add: (sheet, [type, source, by]) => {
      const area = areaOf(source, sheet.workbook, sheet);
      return chartHandle(addChart(sheet, oneOf(chartTypes, type, 'chart type'), area, seriesBy(by)));
    },
    GetCount: (sheet) => sheet.charts.length,
    GetItem: (sheet, [name]) => getChart(sheet, name),
    GetItemAt: (sheet, [index]) => {
      const chart = sheet.charts[integerOf(index, 'index')];
      if (!chart) throw itemNotFound('chart');
      return chartHandle(chart);
    },
    GetItemOrNullObject: (sheet, [name]) => {
      const chart = findChart(sheet, name);
      return chart ? chartHandle(chart) : null;
    },
  },
  items: (sheet) => sheet.charts.map(chartHandle),
  item: getChart,
} satisfies ClassModel<Sheet>;

function rootOf(chart: Chart): ChartPart {
  return { chart, settings: chart.settings, path: '' };
}

const chartSettings = lifted(rootOf, {
  DisplayBlanksAs: 'NotPlotted',
  PlotBy: 'Columns',
  PlotVisibleOnly: true,
  ShowDataLabelsOverMaximum: true,
  Style: 1,
});

const parts = partNavigation({
  Title: 'ChartTitle',
  Legend: 'ChartLegend',
  DataLabels: 'ChartDataLabels',
  Format: 'ChartAreaFormat',
  PlotArea: 'ChartPlotArea',
});

const chart = {
  read: {
    ...chartSettings.read,
    ...Object.fromEntries(
      Object.entries(sizes).map(([name, key]) => [name, (target: Chart): Json => target.place[key]]),
    ),
    Id: (target) => target.id,
    Name: (target) => target.name,
    ChartType: (target) => target.type,
  },
  write: {
    ...chartSettings.write,
    ...Object.fromEntries(
      Object.entries(sizes).map(([name, key]) => [
        name,
        (target: Chart, value: Argument): void => {
          target.place[key] = positive(value, name);
        },
      ]),
    ),
    Name: (target, value) => {
      const name = textOf(value, 'name');
      const taken = target.sheet.charts.some((other) => other !== target && sameName(other.name, name));
      if (name === '' || taken) throw invalidArgument(`chart name ${name}`);
      target.name = name;
    },
    ChartType: (target, value) => {
      target.type = oneOf(chartTypes, value, 'chart type');
    },
  },
  navigate: {
    ...Object.fromEntries(
      Object.entries(parts).map(([name, go]) => [name, (target: Chart) => go(rootOf(target))]),
    ),
    Axes: (target: Chart) => new Handle('ChartAxes', rootOf(target)),
    Series: (target: Chart) => new Handle('ChartSeriesCollection', target),
    Worksheet: (target: Chart) => sheetHandle(target.sheet),
  },
  call: {
    Activate: (target) => target.sheet.workbook.activate(target.sheet),
    Delete: (target) => {
      ensureAllowed(target.sheet, 'allowEditObjects');
      target.sheet.charts.splice(target.sheet.charts.indexOf(target), 1);
    },
    SetData: (target, [source, by]) => {
      target.series = readSeries(areaOf(source, target.sheet.workbook, target.sheet), seriesBy(by));
    },
    SetPosition: (target, [startCell, endCell]) => {
      ensureAllowed(target.sheet, 'allowEditObjects');
      const { workbook } = target.sheet;
      const start = areaOf(startCell, workbook, target.sheet).rect;
      const end =
        endCell === null || endCell === undefined ? start : areaOf(endCell, workbook, target.sheet).rect;
      placeOverCells(target, start, end);
    },
  },
} satisfies ClassModel<Chart>;

function positive(value: Argument, what: string): number {
  const number = numberOf(value, what);
  if (number < 0) throw invalidArgument(what);
  return number;
}

export const chartClasses = { ChartCollection: chartCollection, Chart: chart };
