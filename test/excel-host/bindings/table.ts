import { invalidArgument, itemNotFound, NotModelledError } from '../protocol/errors';
import { Handle, type Argument, type ClassModel, shown } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import { intersect } from '../model/address';
import { MessageType, workbookTarget } from '../model/event-types';
import { clearCriteria } from '../model/filter';
import { sameName } from '../model/named-items';
import type { Sheet } from '../model/sheet';
import {
  addTable,
  dataRect,
  deleteTable,
  forgetTable,
  renameTable,
  resizeTable,
  type Table,
} from '../model/table';
import type { Workbook } from '../model/workbook';
import { areaOf, booleanOf, integerOf, textOf, type Area } from './arguments';
import { rangeHandle, sheetHandle } from './handles';

/** Tables of one sheet, or of the whole workbook. */
export interface TableScope {
  readonly workbook: Workbook;
  readonly sheet: Sheet | null;
}

function tableHandle(table: Table): Handle<Table> {
  return new Handle('Table', table);
}

function tablesIn({ workbook, sheet }: TableScope): readonly Table[] {
  return sheet ? sheet.tables : workbook.tables;
}

function find(scope: TableScope, key: Argument | undefined): Table | undefined {
  if (typeof key !== 'string' && typeof key !== 'number') throw invalidArgument('table');
  return tablesIn(scope).find((table) => table.id === shown(key) || sameName(table.name, shown(key)));
}

function get(scope: TableScope, key: Argument | undefined): Handle {
  const table = find(scope, key);
  if (!table) throw itemNotFound(`table ${shown(key)}`);
  return tableHandle(table);
}

function eventTarget({ sheet }: TableScope): string {
  return sheet ? sheet.id : workbookTarget;
}

const tableCollection = {
  read: { Count: (scope) => tablesIn(scope).length },
  call: {
    Add: ({ workbook, sheet }, [address, hasHeaders]) => {
      const area = areaOf(address, workbook, sheet ?? workbook.activeSheet);
      return tableHandle(addTable(area.sheet, area.rect, booleanOf(hasHeaders, 'hasHeaders')));
    },
    GetCount: (scope) => tablesIn(scope).length,
    GetItemAt: (scope, [index]) => {
      const table = tablesIn(scope)[integerOf(index, 'index')];
      if (!table) throw itemNotFound('table');
      return tableHandle(table);
    },
    GetItemOrNullObject: (scope, [key]) => {
      const table = find(scope, key);
      return table ? tableHandle(table) : null;
    },
  },
  items: (scope) => tablesIn(scope).map(tableHandle),
  item: get,
  events: {
    AddedEvent: { messageType: MessageType.tableAdded, target: eventTarget },
    DataChangedEvent: { messageType: MessageType.tableChanged, target: eventTarget },
    DeletedEvent: { messageType: MessageType.tableDeleted, target: eventTarget },
  },
} satisfies ClassModel<TableScope>;

const flags = {
  ShowBandedRows: 'showBandedRows',
  ShowBandedColumns: 'showBandedColumns',
  ShowFilterButton: 'showFilterButton',
  HighlightFirstColumn: 'highlightFirstColumn',
  HighlightLastColumn: 'highlightLastColumn',
} as const;

const flagReaders = Object.fromEntries(
  Object.entries(flags).map(([name, key]) => [name, (table: Table): Json => table[key]]),
);
const flagWriters = Object.fromEntries(
  Object.entries(flags).map(([name, key]) => [
    name,
    (table: Table, value: Argument): void => {
      table[key] = booleanOf(value, name);
    },
  ]),
);

function part(table: Table, what: 'all' | 'header' | 'data'): Handle {
  if (what === 'all') return rangeHandle(table.sheet, table.rect);
  if (what === 'data') return rangeHandle(table.sheet, dataRect(table));
  if (!table.showHeaders) throw itemNotFound('header row');
  return rangeHandle(table.sheet, { ...table.rect, bottom: table.rect.top });
}

const table = {
  read: {
    ...flagReaders,
    Id: (target) => target.id,
    Name: (target) => target.name,
    Style: (target) => target.style,
    ShowHeaders: (target) => target.showHeaders,
    ShowTotals: (target) => target.showTotals,
  },
  write: {
    ...flagWriters,
    Name: (target, value) => renameTable(target, textOf(value, 'name')),
    Style: (target, value) => {
      const style = textOf(value, 'style');
      if (
        !/^TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01]))$/u.test(style) &&
        style !== ''
      ) {
        throw invalidArgument(`table style ${style}`);
      }
      target.style = style;
    },
    ShowTotals: (target, value) => {
      if (booleanOf(value, 'showTotals') !== target.showTotals)
        throw new NotModelledError('Table.showTotals (set)');
    },
  },
  navigate: {
    Columns: (target) => new Handle('TableColumnCollection', target),
    Rows: (target) => new Handle('TableRowCollection', target),
    Worksheet: (target) => sheetHandle(target.sheet),
    AutoFilter: (target) => new Handle('AutoFilter', { sheet: target.sheet, table: target }),
  },
  call: {
    GetRange: (target) => part(target, 'all'),
    GetHeaderRowRange: (target) => part(target, 'header'),
    GetDataBodyRange: (target) => part(target, 'data'),
    ClearFilters: (target) => clearCriteria(target.sheet.grid, target.filter),
    ConvertToRange: (target) => {
      forgetTable(target);
      return rangeHandle(target.sheet, target.rect);
    },
    Delete: deleteTable,
    Resize: (target, [newRange]) => {
      const area = areaOf(newRange, target.sheet.workbook, target.sheet);
      if (area.sheet !== target.sheet) throw invalidArgument('range on another sheet');
      resizeTable(target, area.rect);
    },
  },
  events: {
    DataChangedEvent: { messageType: MessageType.tableChanged, target: (target) => target.id },
    SelectionChangedEvent: { messageType: MessageType.tableSelectionChanged, target: (target) => target.id },
  },
} satisfies ClassModel<Table>;

/** Tables that meet a range, for `range.getTables()`. */
function tablesMeeting({ sheet, rect }: Area): Table[] {
  return sheet.tables.filter((candidate) => intersect(candidate.rect, rect));
}

const scoped = {
  call: {
    GetCount: (area) => tablesMeeting(area).length,
    GetFirst: (area) => {
      const [first] = tablesMeeting(area);
      if (!first) throw itemNotFound('table');
      return tableHandle(first);
    },
    GetItemOrNullObject: (area, [key]) => {
      const found = tablesMeeting(area).find((candidate) => sameName(candidate.name, textOf(key, 'key')));
      return found ? tableHandle(found) : null;
    },
  },
  items: (area) => tablesMeeting(area).map(tableHandle),
} satisfies ClassModel<Area>;

export const tableClasses = { TableCollection: tableCollection, Table: table, TableScopedCollection: scoped };
