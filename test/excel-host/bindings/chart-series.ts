import { itemNotFound } from '../protocol/errors';
import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import { newSeries, type Chart, type ChartSeries } from '../model/chart';
import { ensureAllowed } from '../model/protection';
import { shownValue } from '../model/values';
import { areaOf, integerOf, textOf, textOrNull } from './arguments';
import { lifted, part, partNavigation, type ChartPart } from './chart-parts';

interface SeriesOf {
  readonly chart: Chart;
  readonly series: ChartSeries;
}

function seriesHandle(target: Chart, series: ChartSeries): Handle<SeriesOf> {
  return new Handle('ChartSeries', { chart: target, series });
}

const seriesCollection = {
  read: { Count: (target) => target.series.length },
  call: {
    Add: (target, [name, index]) => {
      ensureAllowed(target.sheet, 'allowEditObjects');
      const series = newSeries(textOrNull(name, 'name') ?? '');
      const at = index === null || index === undefined ? target.series.length : integerOf(index, 'index');
      target.series.splice(at, 0, series);
      return seriesHandle(target, series);
    },
    GetCount: (target) => target.series.length,
    GetItemAt: (target, [index]) => {
      const series = target.series[integerOf(index, 'index')];
      if (!series) throw itemNotFound('series');
      return seriesHandle(target, series);
    },
  },
  items: (target) => target.series.map((series) => seriesHandle(target, series)),
} satisfies ClassModel<Chart>;

function seriesPart(target: SeriesOf): ChartPart {
  return { chart: target.chart, settings: target.series.settings, path: '' };
}

const seriesSettings = lifted(seriesPart, {
  GapWidth: 150,
  HasDataLabels: false,
  Overlap: 0,
  Smooth: false,
  MarkerStyle: 'Automatic',
  MarkerSize: 5,
  VaryByCategories: false,
  PlotOrder: 0,
});

const chartSeries = {
  read: {
    ...seriesSettings.read,
    ChartType: (target: SeriesOf) => target.chart.type,
    Name: ({ series }: SeriesOf) => {
      const cell = series.nameCell;
      return cell ? String(shownValue(cell.sheet.grid.value(cell.rect.top, cell.rect.left))) : series.name;
    },
  },
  write: {
    ...seriesSettings.write,
    Name: ({ series }: SeriesOf, value: Argument): void => {
      series.name = textOf(value, 'name');
      series.nameCell = null;
    },
  },
  navigate: {
    Format: (target) => new Handle('ChartSeriesFormat', part(seriesPart(target), 'Format')),
    DataLabels: (target) => new Handle('ChartDataLabels', part(seriesPart(target), 'DataLabels')),
  },
  call: {
    Delete: ({ chart: owner, series }) => {
      owner.series.splice(owner.series.indexOf(series), 1);
    },
    SetValues: ({ chart: owner, series }, [source]) => {
      series.values = areaOf(source, owner.sheet.workbook, owner.sheet);
    },
    SetXAxisValues: ({ chart: owner, series }, [source]) => {
      series.categories = areaOf(source, owner.sheet.workbook, owner.sheet);
    },
  },
} satisfies ClassModel<SeriesOf>;

export const chartSeriesClasses = {
  ChartSeriesCollection: seriesCollection,
  ChartSeries: chartSeries,
  ChartSeriesFormat: {
    navigate: partNavigation({ Fill: 'ChartFill', Line: 'ChartLineFormat' }),
  } satisfies ClassModel<ChartPart>,
};
