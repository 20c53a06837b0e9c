import type { Worksheet } from '@cj-tech-master/excelts';
import { parseRect, tryParseRect } from '../model/address';
import { addNote } from '../model/note';
import type { Pivot, PivotDataField, Summary } from '../model/pivot';
import { sameName } from '../model/named-items';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { shownValue, type CellValue } from '../model/values';

export function loadTables(from: Worksheet, sheet: Sheet): void {
  for (const { table } of from.getTables()) {
    const rect = parseRect(table.tableRef ?? table.ref);
    const loaded: Table = {
      id: String(sheet.workbook.nextId()),
      sheet,
      name: table.name,
      rect,
      showHeaders: table.headerRow !== false,
      showTotals: table.totalsRow === true,
      style: table.style?.theme ?? '',
      showBandedRows: table.style?.showRowStripes === true,
      showBandedColumns: table.style?.showColumnStripes === true,
      showFilterButton: table.autoFilterRef !== undefined,
      highlightFirstColumn: table.style?.showFirstColumn === true,
      highlightLastColumn: table.style?.showLastColumn === true,
      filter: { rect, criteria: new Map() },
    };
    sheet.tables.push(loaded);
  }
}

/** What a file bears as legacy comments Excel has as notes. */
export function loadNotes(from: Worksheet, sheet: Sheet): void {
  const { protection } = sheet;
  sheet.protection = null;
  from.eachRow((row, number) => {
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const { note } = cell;
      if (note === undefined) return;
      const text = typeof note === 'string' ? note : (note.texts ?? []).map((part) => part.text).join('');
      addNote(sheet, number, column, text);
    });
  });
  sheet.protection = protection;
}

const summaries: Readonly<Record<string, Summary>> = {
  sum: 'Sum',
  count: 'Count',
  average: 'Average',
  max: 'Max',
  min: 'Min',
};

interface LoadedParts {
  readonly location?: { readonly ref: string };
  readonly pageFields?: readonly { readonly fld: number; readonly item?: number }[];
  readonly pivotFields?: readonly { readonly items?: readonly { readonly x?: number }[] }[];
  readonly rowGrandTotals?: string;
}

/** Reports over a table of the workbook; their cells are loaded already. */
export function loadPivots(from: Worksheet, sheet: Sheet): string[] {
  const left: string[] = [];
  for (const source of from.pivotTables) {
    const { location, pageFields, pivotFields, rowGrandTotals } = source as LoadedParts;
    const body = location && tryParseRect(location.ref);
    const table = sheet.workbook.tables.find((candidate) =>
      sameName(candidate.name, source.cacheDefinition?.sourceTableName ?? ''),
    );
    if (!body || !table) {
      left.push(`PivotTable ${source.name ?? ''} of ${sheet.name}`);
      continue;
    }
    const fields = source.cacheFields.map((field) => field.name);
    const named = (indexes: readonly number[]): string[] => indexes.flatMap((index) => fields[index] ?? []);
    const data = (source.dataFields ?? []).map(({ name, fld, subtotal }): PivotDataField => ({
      id: name,
      field: fields[fld] ?? '',
      caption: name,
      summarize: summaries[subtotal ?? 'sum'] ?? 'Sum',
      numberFormat: 'General',
      showAs: 'None',
    }));
    const filters = named((pageFields ?? []).map(({ fld }) => fld));
    const chosen = (pageFields ?? []).flatMap(({ fld, item }) => {
      const place = item === undefined ? undefined : pivotFields?.[fld]?.items?.[item]?.x;
      const value = place === undefined ? undefined : source.cacheFields[fld]?.sharedItems?.[place];
      return value === undefined ? [] : [[fields[fld] ?? '', [String(value)]] as const];
    });
    const pivot: Pivot = {
      id: String(sheet.workbook.nextId()),
      sheet,
      name: source.name ?? '',
      anchor: { ...body, bottom: body.top, right: body.left },
      source: { table },
      cache: { fields, records: recordsOf(table) },
      rows: named(source.rows),
      columns: named(source.columns),
      filters,
      chosen: new Map(chosen),
      sorted: new Map(),
      folded: new Map(),
      data,
      layoutType: (source as { readonly compact?: string }).compact === '0' ? 'Tabular' : 'Compact',
      showRowGrandTotals: rowGrandTotals !== '0',
      showColumnGrandTotals: true,
      settings: new Map(),
      rendered: { ...body, top: body.top - (filters.length === 0 ? 0 : filters.length + 1) },
    };
    sheet.pivots.push(pivot);
  }
  return left;
}

function recordsOf({ sheet, rect }: Table): CellValue[][] {
  const records: CellValue[][] = [];
  for (let row = rect.top + 1; row <= rect.bottom; row += 1) {
    const record: CellValue[] = [];
    for (let column = rect.left; column <= rect.right; column += 1) {
      const value = sheet.grid.value(row, column);
      record.push(shownValue(value) === '' ? null : value);
    }
    records.push(record);
  }
  return records;
}
