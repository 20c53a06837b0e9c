import { invalidArgument, itemNotFound, NotModelledError } from '../protocol/errors';
import { Handle, type Argument, type ClassModel, shown } from '../protocol/handles';
import { columnsOf, rowsOf, type Rect } from '../model/address';
import { applyFilter, clearCriteria, setCriteria, type AutoFilterState } from '../model/filter';
import { sameName } from '../model/named-items';
import { ensureAllowed } from '../model/protection';
import type { Sheet } from '../model/sheet';
import {
  appendRows,
  columnNamesOf,
  dataRect,
  dataRowCount,
  tableColumnRect,
  type Table,
} from '../model/table';
import { shownValue } from '../model/values';
import { readCells, writeCells } from '../model/write-cells';
import { areaOf, integerOf, textOf } from './arguments';
import { rangeHandle } from './handles';

interface TableColumn {
  readonly table: Table;
  readonly index: number;
}

function columnHandle(table: Table, index: number): Handle<TableColumn> {
  if (index < 0 || index >= columnsOf(table.rect)) throw itemNotFound(`table column ${index}`);
  return new Handle('TableColumn', { table, index });
}

/** By name or by id, which counts from 1. */
function findColumn(table: Table, key: Argument | undefined): Handle | null {
  const names = columnNamesOf(table);
  const byName = names.findIndex((name) => sameName(name, shown(key)));
  const index = byName >= 0 ? byName : typeof key === 'number' ? key - 1 : -1;
  return index >= 0 && index < names.length ? columnHandle(table, index) : null;
}

function columnPart({ table, index }: TableColumn, rows: Rect): Rect {
  const { left } = tableColumnRect(table, index);
  return { ...rows, left, right: left };
}

const columnCollection = {
  read: { Count: (table) => columnsOf(table.rect) },
  call: {
    GetCount: (table) => columnsOf(table.rect),
    GetItemAt: (table, [index]) => columnHandle(table, integerOf(index, 'index')),
    GetItemOrNullObject: (table, [key]) => findColumn(table, key),
  },
  items: (table) => columnNamesOf(table).map((_, index) => columnHandle(table, index)),
  item: (table, key) => {
    const handle = findColumn(table, key);
    if (!handle) throw itemNotFound(`table column ${shown(key)}`);
    return handle;
  },
} satisfies ClassModel<Table>;

const column = {
  read: {
    Id: ({ index }) => index + 1,
    Index: ({ index }) => index,
    Name: ({ table, index }) => columnNamesOf(table)[index] ?? '',
    Values: (target) => {
      const { sheet, rect } = target.table;
      sheet.workbook.ensureCalculated({ sheet, rect });
      return readCells(columnPart(target, rect), (row, at) => shownValue(sheet.grid.value(row, at)));
    },
  },
  write: {
    Name: (target, value) => {
      const header = columnPart(target, { ...target.table.rect, bottom: target.table.rect.top });
      writeCells(target.table.sheet, header, [[`'${textOf(value, 'name')}`]]);
    },
    Values: (target, value) => writeCells(target.table.sheet, columnPart(target, target.table.rect), value),
  },
  navigate: { Filter: (target) => new Handle('Filter', target) },
  call: {
    GetRange: (target) => rangeHandle(target.table.sheet, columnPart(target, target.table.rect)),
    GetDataBodyRange: (target) => rangeHandle(target.table.sheet, columnPart(target, dataRect(target.table))),
    GetHeaderRowRange: (target) => {
      const { rect, sheet } = target.table;
      return rangeHandle(sheet, columnPart(target, { ...rect, bottom: rect.top }));
    },
  },
} satisfies ClassModel<TableColumn>;

const filter = {
  call: {
    ApplyValuesFilter: ({ table, index }, [values]) => {
      ensureAllowed(table.sheet, 'allowAutoFilter');
      syncFilterRect(table);
      setCriteria(table.sheet.grid, table.filter, index, { filterOn: 'Values', values: values ?? null });
    },
    Clear: ({ table, index }) => {
      ensureAllowed(table.sheet, 'allowAutoFilter');
      table.filter.criteria.delete(index);
      applyFilter(table.sheet.grid, table.filter);
    },
  },
} satisfies ClassModel<TableColumn>;

/** The table may have grown since the filter was set. */
function syncFilterRect(table: Table): void {
  table.filter.rect = { ...table.rect, bottom: dataRect(table).bottom };
}

interface TableRow {
  readonly table: Table;
  readonly index: number;
}

const rowCollection = {
  read: { Count: dataRowCount },
  call: {
    GetCount: dataRowCount,
    GetItemAt: (table, [index]) => {
      const at = integerOf(index, 'index');
      if (at < 0 || at >= dataRowCount(table)) throw itemNotFound(`table row ${at}`);
      return new Handle('TableRow', { table, index: at });
    },
    Add: (table, [index, values]) => {
      if (index !== null && index !== -1 && index !== undefined)
        throw new NotModelledError('table rows inserted in the middle');
      if (!Array.isArray(values)) throw invalidArgument('values');
      const added = appendRows(table, values.length);
      writeCells(table.sheet, added, values);
      return new Handle('TableRow', { table, index: dataRowCount(table) - rowsOf(added) });
    },
  },
} satisfies ClassModel<Table>;

const row = {
  read: {
    Index: ({ index }) => index,
    Values: (target) => {
      const { sheet } = target.table;
      sheet.workbook.ensureCalculated({ sheet, rect: rowRect(target) });
      return readCells(rowRect(target), (at, left) => shownValue(sheet.grid.value(at, left)));
    },
  },
  call: { GetRange: (target) => rangeHandle(target.table.sheet, rowRect(target)) },
} satisfies ClassModel<TableRow>;

function rowRect({ table, index }: TableRow): Rect {
  const top = dataRect(table).top + index;
  return { ...table.rect, top, bottom: top };
}

interface AutoFilterOwner {
  readonly sheet: Sheet;
  readonly table: Table | null;
}

function stateOf({ sheet, table }: AutoFilterOwner): AutoFilterState | null {
  return table ? table.filter : sheet.autoFilter;
}

const autoFilter = {
  read: {
    Enabled: (owner) => stateOf(owner) !== null,
    IsDataFiltered: (owner) => (stateOf(owner)?.criteria.size ?? 0) > 0,
  },
  call: {
    Apply: ({ sheet, table }, [range, columnIndex, criteria]) => {
      ensureAllowed(sheet, 'allowAutoFilter');
      if (table) throw new NotModelledError('Table.autoFilter.apply()');
      const { rect } = areaOf(range, sheet.workbook, sheet);
      const state = {
        rect: sheet.grid.usedRect(rect, true) ?? rect,
        criteria: new Map<number, ReadonlySet<string>>(),
      };
      sheet.autoFilter = state;
      if (columnIndex !== null && columnIndex !== undefined) {
        setCriteria(sheet.grid, state, integerOf(columnIndex, 'columnIndex'), criteria ?? null);
      }
    },
    ClearCriteria: (owner) => {
      ensureAllowed(owner.sheet, 'allowAutoFilter');
      const state = stateOf(owner);
      if (state) clearCriteria(owner.sheet.grid, state);
    },
    Remove: (owner) => {
      ensureAllowed(owner.sheet, 'allowAutoFilter');
      const state = stateOf(owner);
      if (state) clearCriteria(owner.sheet.grid, state);
      owner.sheet.autoFilter = null;
    },
    GetRangeOrNullObject: (owner) => {
      const state = stateOf(owner);
      return state ? rangeHandle(owner.sheet, state.rect) : null;
    },
    GetRange: (owner) => {
      const state = stateOf(owner);
      if (!state) throw itemNotFound('AutoFilter');
      return rangeHandle(owner.sheet, state.rect);
    },
  },
} satisfies ClassModel<AutoFilterOwner>;

export const tablePartClasses = {
  TableColumnCollection: columnCollection,
  TableColumn: column,
  TableRowCollection: rowCollection,
  TableRow: row,
  Filter: filter,
  AutoFilter: autoFilter,
};
