import { invalidArgument, itemNotFound } from '../protocol/errors';
import { Handle, type Argument, type ClassModel, shown } from '../protocol/handles';
import { addPivot, deletePivot, redraw, refreshPivot, type Pivot, type PivotSource } from '../model/pivot';
import type { Json } from '../protocol/wire';
import { sameName } from '../model/named-items';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import type { Workbook } from '../model/workbook';
import { areaOf, booleanOf, oneOf, textOf } from './arguments';
import { rangeHandle, sheetHandle } from './handles';

interface PivotScope {
  readonly workbook: Workbook;
  readonly sheet: Sheet | null;
}

function pivotHandle(pivot: Pivot): Handle<Pivot> {
  return new Handle('PivotTable', pivot);
}

function pivotsIn({ workbook, sheet }: PivotScope): readonly Pivot[] {
  return sheet ? sheet.pivots : workbook.sheets.flatMap((candidate) => candidate.pivots);
}

function findPivot(scope: PivotScope, name: Argument | undefined): Pivot | undefined {
  return pivotsIn(scope).find((pivot) => sameName(pivot.name, textOf(name, 'name')) || pivot.id === name);
}

function sourceOf(value: Argument | undefined, workbook: Workbook, home: Sheet): PivotSource {
  if (value instanceof Handle && value.type === 'Table') return { table: value.target as Table };
  const named = workbook.tables.find((table) => typeof value === 'string' && sameName(table.name, value));
  return named ? { table: named } : areaOf(value, workbook, home);
}

const pivotCollection = {
  call: {
    Add: ({ workbook, sheet }, [name, source, destination]) => {
      const home = sheet ?? workbook.activeSheet;
      const target = areaOf(destination, workbook, home);
      return pivotHandle(
        addPivot(target.sheet, textOf(name, 'name'), sourceOf(source, workbook, home), target.rect),
      );
    },
    GetCount: (scope) => pivotsIn(scope).length,
    GetItemOrNullObject: (scope, [name]) => {
      const pivot = findPivot(scope, name);
      return pivot ? pivotHandle(pivot) : null;
    },
    RefreshAll: (scope) => {
      for (const pivot of pivotsIn(scope)) refreshPivot(pivot);
    },
  },
  items: (scope) => pivotsIn(scope).map(pivotHandle),
  item: (scope, name) => {
    const pivot = findPivot(scope, name);
    if (!pivot) throw itemNotFound(`PivotTable ${shown(name)}`);
    return pivotHandle(pivot);
  },
} satisfies ClassModel<PivotScope>;

const pivotTable = {
  read: { Id: (pivot) => pivot.id, Name: (pivot) => pivot.name },
  write: {
    Name: (pivot, value) => {
      const name = textOf(value, 'name');
      if (name === '') throw invalidArgument('name');
      pivot.name = name;
    },
  },
  navigate: {
    Worksheet: (pivot) => sheetHandle(pivot.sheet),
    Hierarchies: (pivot) => new Handle('PivotHierarchyCollection', pivot),
    RowHierarchies: (pivot) => new Handle('RowColumnPivotHierarchyCollection', { pivot, axis: 'rows' }),
    ColumnHierarchies: (pivot) => new Handle('RowColumnPivotHierarchyCollection', { pivot, axis: 'columns' }),
    FilterHierarchies: (pivot) => new Handle('FilterPivotHierarchyCollection', { pivot, axis: 'filters' }),
    DataHierarchies: (pivot) => new Handle('DataPivotHierarchyCollection', pivot),
    Layout: (pivot) => new Handle('PivotLayout', pivot),
  },
  call: { Refresh: refreshPivot, Delete: deletePivot },
} satisfies ClassModel<Pivot>;

const layoutSwitches = { AutoFormat: false, PreserveFormatting: true, EnableFieldList: true } as const;
const switchReaders = Object.fromEntries(
  Object.entries(layoutSwitches).map(([name, fallback]) => [
    name,
    ({ settings }: Pivot): Json => settings.get(name) ?? fallback,
  ]),
);
const switchWriters = Object.fromEntries(
  Object.keys(layoutSwitches).map((name) => [
    name,
    ({ settings }: Pivot, value: Argument): void => void settings.set(name, booleanOf(value, name)),
  ]),
);

const layout = {
  read: {
    ...switchReaders,
    LayoutType: (pivot) => pivot.layoutType,
    ShowRowGrandTotals: (pivot) => pivot.showRowGrandTotals,
    ShowColumnGrandTotals: (pivot) => pivot.showColumnGrandTotals,
  },
  write: {
    ...switchWriters,
    LayoutType: (pivot, value) => {
      pivot.layoutType = oneOf(['Compact', 'Tabular'], value, 'layoutType');
      redraw(pivot);
    },
    ShowRowGrandTotals: (pivot, value) => {
      pivot.showRowGrandTotals = booleanOf(value, 'showRowGrandTotals');
      redraw(pivot);
    },
    ShowColumnGrandTotals: (pivot, value) => {
      pivot.showColumnGrandTotals = booleanOf(value, 'showColumnGrandTotals');
      redraw(pivot);
    },
  },
  call: {
    GetRange: (pivot) => {
      if (!pivot.rendered) throw itemNotFound('PivotTable range');
      return rangeHandle(pivot.sheet, pivot.rendered);
    },
  },
} satisfies ClassModel<Pivot>;

export const pivotClasses = {
  PivotTableCollection: pivotCollection,
  PivotTable: pivotTable,
  PivotLayout: layout,
};
