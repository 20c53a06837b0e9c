import { largestOf } from '../../../../base/extremes';
import { grouped } from '../../../../base/grouped';
import { must } from '../../../../base/invariant';
import type { PivotTable } from '@cj-tech-master/excelts';
import type { CellContent, PivotBlueprint, RangeFormat, SheetBlueprint } from '../../../../base/blueprint';
import { firstLine, layOutPivot, type PivotLayout } from '../../../../base/pivots/pivot-layout';
import { pivotSource } from '../../../../base/pivots/pivot-source';
import type { LibraryWorkbook } from '../package/library';
import type { PackageEdits } from '../package/package-edits';
import { pivotCachePart, pivotTablePart } from './pivot-parts';

/** As Excel sorts a Chinese list. */
const byPinyin = new Intl.Collator('zh-Hans-CN', { numeric: true }).compare;

/** Lays out the pivots of every sheet, by sheet name. @throws RangeError for a shape or field that cannot be. */
export function layOutPivots(sheets: readonly SheetBlueprint[]): ReadonlyMap<string, readonly PivotLayout[]> {
  const layOut = (pivot: PivotBlueprint): PivotLayout =>
    layOutPivot(pivot, pivotSource(sheets, pivot.sourceTable), byPinyin);
  return new Map(sheets.map((sheet) => [sheet.name, sheet.pivots.map(layOut)]));
}

const HEADER_FORMAT = { bold: true, border: 'BFBFBF', fill: 'DDEBF7' } as const;
const BODY_FORMAT = { border: 'BFBFBF' } as const;

/** The sheet with the cells of its pivots filled in: viewers that do not refresh show the right figures at once. */
export function withPivotCells(sheet: SheetBlueprint, layouts: readonly PivotLayout[]): SheetBlueprint {
  if (layouts.length === 0) return sheet;
  const cells: CellContent[][] = sheet.cells.map((row) => [...row]);
  for (const { pivot, grid, filterLines } of layouts) {
    const { row: top, column: left } = pivot.anchor;
    const put = (lines: PivotLayout['grid'], first: number) => {
      lines.forEach((values, down) => {
        const row = (cells[first + down - 1] ??= []);
        values.forEach((value, right) => {
          row[left + right - 1] = value;
        });
      });
    };
    put(filterLines, firstLine(pivot));
    put(grid, top);
  }
  const filled = Array.from(cells, (row) => Array.from(row ?? [], (content) => content ?? null));
  return { ...sheet, cells: filled, formats: [...sheet.formats, ...layouts.flatMap(pivotFormats)] };
}

function pivotFormats({ pivot, grid, headLines, figures, filterLines }: PivotLayout): readonly RangeFormat[] {
  const top = pivot.anchor.row;
  const left = pivot.anchor.column;
  const bottom = top + grid.length - 1;
  const right = left + largestOf(grid.map((cells) => cells.length)) - 1;
  const filters = { top: firstLine(pivot), left, bottom: top - 2, right: left + 1 };
  return [
    ...(filterLines.length === 0 ? [] : [{ range: filters, format: BODY_FORMAT }]),
    { range: { top, left, bottom, right }, format: BODY_FORMAT },
    ...figures.map(({ numberFormat }, at) => ({
      range: { top: top + headLines, left: left + 1 + at, bottom, right: left + 1 + at },
      format: { numberFormat },
    })),
    { range: { top, left, bottom: top + headLines - 1, right }, format: HEADER_FORMAT },
    { range: { top: bottom, left, bottom, right }, format: HEADER_FORMAT },
  ];
}

/**
 * Registers the pivots of a workbook, so that the library writes their relations and content types, and gives the parts
 * that replace its own: those lack the layout and name no place for a column field. Pivots over one table share a cache: the
 * library writes that of the first of them.
 * @param layouts By sheet name.
 */
export function addPivots(
  workbook: LibraryWorkbook,
  layouts: ReadonlyMap<string, readonly PivotLayout[]>,
  { parts }: PackageEdits,
): void {
  const all = [...layouts].flatMap(([sheet, own]) => own.map((layout) => ({ sheet, layout })));
  const bySource = [...grouped(all, ({ layout }) => layout.pivot.sourceTable).values()];
  for (const [index, placed] of bySource.entries()) {
    const cacheId = String(FIRST_CACHE + index);
    const numbers = placed.map(({ sheet, layout }) => {
      const table = placeholder(workbook, sheet, layout, cacheId);
      must(workbook.getWorksheet(sheet), sheet).pivotTables.push(table);
      workbook.pivotTables.push(table);
      parts.set(`xl/pivotTables/pivotTable${table.tableNumber}.xml`, pivotTablePart(layout, cacheId));
      return table.tableNumber;
    });
    const [first, ...others] = placed.map(({ layout }) => layout);
    parts.set(
      `xl/pivotCache/pivotCacheDefinition${must(numbers[0], 'the first pivot of a cache')}.xml`,
      pivotCachePart([must(first, 'the first pivot of a cache'), ...others]),
    );
  }
}

/** Cache numbers start above those Excel gives, as the library's do. */
const FIRST_CACHE = 10;

/** A pivot as the library knows loaded ones without records: it writes no records part for it. */
function placeholder(
  { pivotTables }: LibraryWorkbook,
  worksheetName: string,
  { pivot }: PivotLayout,
  cacheId: string,
): PivotTable {
  const loaded = {
    isLoaded: true,
    cacheDefinition: { cacheFields: [], isLoaded: true },
    pivotFields: [],
    rowFields: [],
    colFields: [],
    dataFields: [],
  } as const;
  return {
    ...loaded,
    cacheDefinition: { ...loaded.cacheDefinition, cacheFields: [] },
    dataFields: [],
    name: pivot.name,
    worksheetName,
    rows: [],
    columns: [],
    values: [],
    metric: 'sum',
    valueMetrics: [],
    cacheFields: [],
    cacheId,
    applyWidthHeightFormats: '0',
    tableNumber: pivotTables.length + 1,
  };
}
