import type { Json } from '../protocol/wire';
import { columnsOf, rowsOf, type Rect } from './address';
import { absoluteReference } from './named-items';
import { ensureAllowed } from './protection';
import type { Sheet } from './sheet';
import { shownValue } from './values';

export interface ChartSeries {
  name: string;
  /** Cell the name came from, when it did. */
  nameCell: Area | null;
  values: Area | null;
  categories: Area | null;
  /** What was set of it, by path: `HasDataLabels`, `GapWidth`, `Format.Fill.Color`, … */
  readonly settings: Map<string, Json>;
}

export interface Area {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

export interface Chart {
  readonly id: string;
  readonly sheet: Sheet;
  name: string;
  /** `Excel.ChartType`. */
  type: string;
  series: ChartSeries[];
  /** In points. */
  place: { left: number; top: number; width: number; height: number };
  /** What was set of its parts, by path: `Title.Text`, `Legend.Position`, `ValueAxis.Title.Text`, … */
  readonly settings: Map<string, Json>;
}

const defaultWidth = 360;
const defaultHeight = 216;

/** A chart over a block: its first row or column names the series, the other the categories, where they are texts. */
export function addChart(sheet: Sheet, type: string, source: Area, seriesBy: string): Chart {
  ensureAllowed(sheet, 'allowEditObjects');
  const number = sheet.charts.length + 1;
  const chart: Chart = {
    id: `{${String(sheet.workbook.nextId()).padStart(8, '0')}}`,
    sheet,
    name: `${sheet.workbook.words.chart}${number}`,
    type,
    series: readSeries(source, seriesBy),
    place: { left: 0, top: 0, width: defaultWidth, height: defaultHeight },
    settings: new Map(),
  };
  sheet.charts.push(chart);
  return chart;
}

export function newSeries(name: string): ChartSeries {
  return { name, nameCell: null, values: null, categories: null, settings: new Map() };
}

export function readSeries(source: Area, seriesBy: string): ChartSeries[] {
  const { sheet, rect } = source;
  const byRows = seriesBy === 'Rows' || (seriesBy === 'Auto' && columnsOf(rect) > rowsOf(rect));
  const corner = shownValue(sheet.grid.value(rect.top, rect.left));
  // The only row or column holds figures, whatever stands in it.
  const headed = rowsOf(rect) > 1 && (isLabel(source, rect.top, rect.right) || corner === '');
  const labelled = columnsOf(rect) > 1 && (isLabel(source, rect.bottom, rect.left) || corner === '');
  const top = rect.top + (headed ? 1 : 0);
  const left = rect.left + (labelled ? 1 : 0);
  const series: ChartSeries[] = [];
  const last = byRows ? rect.bottom : rect.right;
  for (let index = byRows ? top : left; index <= last; index += 1) {
    series.push(
      byRows
        ? rowSeries(source, index, { headed, labelled, left })
        : columnSeries(source, index, { headed, labelled, top }),
    );
  }
  return series;
}

function columnSeries(
  { sheet, rect }: Area,
  column: number,
  shape: { readonly headed: boolean; readonly labelled: boolean; readonly top: number },
): ChartSeries {
  const nameRect = { top: rect.top, left: column, bottom: rect.top, right: column };
  return {
    ...newSeries(shape.headed ? String(shownValue(sheet.grid.value(rect.top, column))) : ''),
    nameCell: shape.headed ? { sheet, rect: nameRect } : null,
    values: { sheet, rect: { top: shape.top, left: column, bottom: rect.bottom, right: column } },
    categories: shape.labelled
      ? { sheet, rect: { top: shape.top, left: rect.left, bottom: rect.bottom, right: rect.left } }
      : null,
  };
}

function rowSeries(
  { sheet, rect }: Area,
  row: number,
  shape: { readonly headed: boolean; readonly labelled: boolean; readonly left: number },
): ChartSeries {
  const nameRect = { top: row, left: rect.left, bottom: row, right: rect.left };
  return {
    ...newSeries(shape.labelled ? String(shownValue(sheet.grid.value(row, rect.left))) : ''),
    nameCell: shape.labelled ? { sheet, rect: nameRect } : null,
    values: { sheet, rect: { top: row, left: shape.left, bottom: row, right: rect.right } },
    categories: shape.headed
      ? { sheet, rect: { top: rect.top, left: shape.left, bottom: rect.top, right: rect.right } }
      : null,
  };
}

function isLabel({ sheet }: Area, row: number, column: number): boolean {
  return typeof sheet.grid.value(row, column) === 'string';
}

/** Covers the cells from one corner to the other. */
export function placeOverCells(chart: Chart, start: Rect, end: Rect): void {
  const { grid } = chart.sheet;
  const left = sum(1, start.left - 1, (column) => grid.widthOf(column));
  const top = sum(1, start.top - 1, (row) => grid.heightOf(row));
  chart.place = {
    left,
    top,
    width: sum(start.left, end.right, (column) => grid.widthOf(column)),
    height: sum(start.top, end.bottom, (row) => grid.heightOf(row)),
  };
}

function sum(from: number, to: number, size: (index: number) => number): number {
  let total = 0;
  for (let index = from; index <= to; index += 1) total += size(index);
  return total;
}

export function referenceOf(area: Area): string {
  return absoluteReference(area.sheet, area.rect);
}
