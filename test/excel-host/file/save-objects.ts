import { shown } from '../protocol/handles';
import type { Table as FileTable, Worksheet } from '@cj-tech-master/excelts';
import type { AddChartOptions } from '@cj-tech-master/excelts/chart';
import { columnLetters, formatRect } from '../model/address';
import { referenceOf, type Chart, type ChartSeries } from '../model/chart';
import type { Pivot } from '../model/pivot';
import type { Json } from '../protocol/wire';
import type { Sheet } from '../model/sheet';
import { columnNamesOf, dataRect, type Table } from '../model/table';
import { fileValue } from './save-cells';

/** Tables after the cells are written: the library wants the same values once more. */
export function saveTables(sheet: Sheet, into: Worksheet): void {
  for (const table of sheet.tables) {
    into.addTable({
      name: table.name,
      displayName: table.name,
      ref: `${columnLetters(table.rect.left)}${table.rect.top}`,
      headerRow: table.showHeaders,
      totalsRow: table.showTotals,
      style: {
        ...(table.style !== '' && { theme: table.style }),
        showRowStripes: table.showBandedRows,
        showColumnStripes: table.showBandedColumns,
        showFirstColumn: table.highlightFirstColumn,
        showLastColumn: table.highlightLastColumn,
      },
      columns: columnNamesOf(table).map((name) => ({ name, filterButton: table.showFilterButton })),
      rows: rowsOfTable(table) as never,
    });
  }
}

function rowsOfTable(table: Table): unknown[][] {
  const { grid } = table.sheet;
  const { top, bottom, left, right } = dataRect(table);
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => {
      const cell = grid.cell(top + row, left + column);
      return cell ? fileValue(cell) : null;
    }),
  );
}

const shapes: Readonly<Record<string, Pick<AddChartOptions, 'type' | 'barDir' | 'grouping'>>> = {
  BarClustered: { type: 'bar', barDir: 'bar', grouping: 'clustered' },
  BarStacked: { type: 'bar', barDir: 'bar', grouping: 'stacked' },
  BarStacked100: { type: 'bar', barDir: 'bar', grouping: 'percentStacked' },
  ColumnClustered: { type: 'bar', barDir: 'col', grouping: 'clustered' },
  ColumnStacked: { type: 'bar', barDir: 'col', grouping: 'stacked' },
  ColumnStacked100: { type: 'bar', barDir: 'col', grouping: 'percentStacked' },
  Line: { type: 'line', grouping: 'standard' },
  LineMarkers: { type: 'line', grouping: 'standard' },
  Pie: { type: 'pie' },
  Doughnut: { type: 'doughnut' },
};
const legendPlaces: Readonly<Record<string, AddChartOptions['legendPosition']>> = {
  Bottom: 'b',
  Top: 't',
  Left: 'l',
  Right: 'r',
};

export function saveCharts(sheet: Sheet, into: Worksheet): void {
  for (const chart of sheet.charts) {
    const series = chart.series.filter(({ values }) => values !== null);
    if (series.length > 0) into.addChart(chartOptions(chart, series), placeOf(chart));
  }
}

function chartOptions(chart: Chart, series: readonly ChartSeries[]): AddChartOptions {
  const text = (path: string): string => shown(chart.settings.get(path) ?? '');
  const shape = shapes[chart.type] ?? { type: 'bar' as const };
  const overlap =
    numberOf(series[0]?.settings.get('Overlap')) ?? (chart.type.includes('Stacked') ? 100 : undefined);
  const gapWidth = numberOf(series[0]?.settings.get('GapWidth'));
  const legend = chart.settings.get('Legend.Visible') !== false;
  return {
    ...shape,
    ...(text('Title.Text') !== '' && { title: text('Title.Text') }),
    showLegend: legend,
    ...(legend && { legendPosition: legendPlaces[text('Legend.Position') || 'Bottom'] ?? 'b' }),
    ...(shape.type === 'bar' && gapWidth !== undefined && { gapWidth }),
    ...(shape.type === 'bar' && overlap !== undefined && { overlap }),
    series: series.map((one) => fileSeries(one, shape.type)),
    ...(shape.type !== 'pie' &&
      shape.type !== 'doughnut' && {
        categoryAxis: axisOptions(chart, 'Axes.CategoryAxis'),
        valueAxis: axisOptions(chart, 'Axes.ValueAxis'),
      }),
  };
}

type FileSeries = NonNullable<AddChartOptions['series']>[number];

function fileSeries(series: ChartSeries, type: string): FileSeries {
  const color = series.settings.get(type === 'line' ? 'Format.Line.Color' : 'Format.Fill.Color');
  return {
    name: series.nameCell ? { formula: referenceOf(series.nameCell) } : series.name,
    values: series.values ? referenceOf(series.values) : '',
    ...(series.categories && { categories: referenceOf(series.categories) }),
    ...(typeof color === 'string' && (type === 'line' ? { line: color.slice(1) } : { fill: color.slice(1) })),
    ...(series.settings.get('HasDataLabels') === true && { dataLabels: { showVal: true } }),
  };
}

function axisOptions(chart: Chart, path: string): NonNullable<AddChartOptions['valueAxis']> {
  const title = chart.settings.get(`${path}.Title.Text`);
  const limit = (name: string): number | undefined => numberOf(chart.settings.get(`${path}.${name}`));
  const [min, max, majorUnit] = [limit('Minimum'), limit('Maximum'), limit('MajorUnit')];
  return {
    ...(typeof title === 'string' && title !== '' && { title }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(majorUnit !== undefined && { majorUnit }),
    ...(chart.settings.get(`${path}.ReversePlotOrder`) === true && { orientation: 'maxMin' as const }),
  };
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** From the cell under its upper left corner on, as large as it is. */
function placeOf(chart: Chart): string {
  const { grid } = chart.sheet;
  const { left, top, width, height } = chart.place;
  const first = {
    column: indexAt(left, (at) => grid.widthOf(at)),
    row: indexAt(top, (at) => grid.heightOf(at)),
  };
  const last = {
    column: indexAt(left + width - 1, (at) => grid.widthOf(at)),
    row: indexAt(top + height - 1, (at) => grid.heightOf(at)),
  };
  return formatRect({ top: first.row, left: first.column, bottom: last.row, right: last.column });
}

/** The row or column in which a distance from the edge ends. */
function indexAt(distance: number, size: (index: number) => number): number {
  let reached = 0;
  for (let index = 1; ; index += 1) {
    reached += size(index);
    if (distance < reached) return index;
  }
}

/** @returns the PivotTables that could be written, in the order of their parts in the file. */
export function savePivots(sheet: Sheet, into: Worksheet, sheetOf: (sheet: Sheet) => Worksheet): Pivot[] {
  const written = sheet.pivots.filter(
    (pivot) => 'table' in pivot.source && pivot.data.length > 0 && pivot.rows.length > 0,
  );
  for (const pivot of written) {
    if (!('table' in pivot.source)) continue;
    const { table } = pivot.source;
    into.addPivotTable({
      sourceTable: worked(sheetOf(table.sheet).getTable(table.name)),
      rows: pivot.rows,
      columns: pivot.columns,
      pages: pivot.filters,
      values: pivot.data.map(({ field, summarize }) => ({
        name: field,
        metric: summarize.toLowerCase() as 'sum',
      })),
      ref: formatRect(pivot.rendered ?? pivot.anchor).split(':')[0] ?? '',
    });
  }
  return written;
}

/** The table with what its formulas came to: the library of files takes a formula itself for an item of the pivot. */
function worked(table: FileTable): FileTable {
  const rows = table.model.rows.map((row) => row.map(resultOf));
  return Object.create(table, { model: { value: { ...table.model, rows } } }) as FileTable;
}

function resultOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('formula' in value) return resultOf((value as { readonly result?: unknown }).result);
  // The library loses errors among the items of a PivotTable: their words stand for them.
  return 'error' in value ? value.error : value;
}

/** The library of files knows no threads: what comments say is written as notes too. */
export function saveNotes(sheet: Sheet, into: Worksheet): void {
  for (const { row, column, content } of [...sheet.notes, ...sheet.comments])
    into.getCell(row, column).note = { texts: [{ text: content }] };
}
