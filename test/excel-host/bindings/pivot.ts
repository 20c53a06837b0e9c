import { invalidArgument, itemNotFound } from '../protocol/errors';
import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import {
  addDataField,
  addPivot,
  addToAxis,
  deletePivot,
  redraw,
  refreshPivot,
  removeFromAxis,
  renameDataField,
  type Pivot,
  type PivotAxis,
  type PivotDataField,
  type PivotSource,
} from '../model/pivot';
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

interface Field {
  readonly pivot: Pivot;
  readonly name: string;
}

interface AxisOf {
  readonly pivot: Pivot;
  readonly axis: PivotAxis;
}

interface DataField {
  readonly pivot: Pivot;
  readonly data: PivotDataField;
}

const summaries = ['Sum', 'Count', 'Average', 'Max', 'Min'] as const;

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
      return pivotHandle(addPivot(target.sheet, textOf(name, 'name'), sourceOf(source, workbook, home), target.rect));
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
    if (!pivot) throw itemNotFound(`PivotTable ${String(name)}`);
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

function fieldHandle(pivot: Pivot, name: Argument | undefined): Handle<Field> | null {
  const field = pivot.cache.fields.find((candidate) => candidate === name);
  return field === undefined ? null : new Handle('PivotHierarchy', { pivot, name: field });
}

const hierarchies = {
  call: {
    GetCount: (pivot) => pivot.cache.fields.length,
    GetItemOrNullObject: (pivot, [name]) => fieldHandle(pivot, name),
  },
  items: (pivot) => pivot.cache.fields.map((name) => new Handle('PivotHierarchy', { pivot, name })),
  item: (pivot, name) => {
    const handle = fieldHandle(pivot, name);
    if (!handle) throw itemNotFound(`field ${String(name)}`);
    return handle;
  },
} satisfies ClassModel<Pivot>;

const named = {
  read: { Id: ({ name }) => name, Name: ({ name }) => name },
} satisfies ClassModel<Field>;

function fieldOf(value: Argument | undefined, type: string): string {
  if (!(value instanceof Handle) || value.type !== type) throw invalidArgument('hierarchy');
  return (value.target as Field).name;
}

/** Row, column and filter axes differ in the class of their items only. */
function axisCollection(type: string): ClassModel<AxisOf> {
  const on = (pivot: Pivot, name: string): Handle => new Handle(type, { pivot, name });
  return {
    call: {
      Add: ({ pivot, axis }, [hierarchy]) => {
        const field = fieldOf(hierarchy, 'PivotHierarchy');
        addToAxis(pivot, axis, field);
        return on(pivot, field);
      },
      Remove: ({ pivot, axis }, [hierarchy]) => removeFromAxis(pivot, axis, fieldOf(hierarchy, type)),
      GetCount: ({ pivot, axis }) => pivot[axis].length,
      GetItemOrNullObject: ({ pivot, axis }, [name]) =>
        pivot[axis].includes(textOf(name, 'name')) ? on(pivot, textOf(name, 'name')) : null,
    },
    items: ({ pivot, axis }) => pivot[axis].map((name) => on(pivot, name)),
    item: ({ pivot, axis }, name) => {
      if (!pivot[axis].includes(textOf(name, 'name'))) throw itemNotFound(`field ${String(name)}`);
      return on(pivot, textOf(name, 'name'));
    },
  };
}

function dataHandle(pivot: Pivot, data: PivotDataField): Handle<DataField> {
  return new Handle('DataPivotHierarchy', { pivot, data });
}

function findData(pivot: Pivot, key: Argument | undefined): Handle | null {
  const data = pivot.data.find((candidate) => candidate.caption === key || candidate.id === key);
  return data ? dataHandle(pivot, data) : null;
}

const dataCollection = {
  call: {
    Add: (pivot, [hierarchy]) => dataHandle(pivot, addDataField(pivot, fieldOf(hierarchy, 'PivotHierarchy'))),
    GetCount: (pivot) => pivot.data.length,
    GetItemOrNullObject: (pivot, [name]) => findData(pivot, name),
  },
  items: (pivot) => pivot.data.map((data) => dataHandle(pivot, data)),
  item: (pivot, name) => {
    const handle = findData(pivot, name);
    if (!handle) throw itemNotFound(`data field ${String(name)}`);
    return handle;
  },
} satisfies ClassModel<Pivot>;

const dataHierarchy = {
  read: {
    Id: ({ data }) => data.id,
    Name: ({ data }) => data.caption,
    Position: ({ pivot, data }) => pivot.data.indexOf(data),
    SummarizeBy: ({ data }) => data.summarize,
    NumberFormat: ({ data }) => data.numberFormat,
  },
  write: {
    Name: ({ pivot, data }, value) => renameDataField(pivot, data, textOf(value, 'name')),
    SummarizeBy: ({ pivot, data }, value) => {
      data.summarize = oneOf(summaries, value, 'summarizeBy');
      redraw(pivot);
    },
    NumberFormat: ({ data }, value) => {
      data.numberFormat = textOf(value, 'numberFormat');
    },
  },
} satisfies ClassModel<DataField>;

const layout = {
  read: {
    LayoutType: (pivot) => pivot.layoutType,
    ShowRowGrandTotals: (pivot) => pivot.showRowGrandTotals,
    ShowColumnGrandTotals: (pivot) => pivot.showColumnGrandTotals,
  },
  write: {
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
  PivotHierarchyCollection: hierarchies,
  PivotHierarchy: named,
  RowColumnPivotHierarchyCollection: axisCollection('RowColumnPivotHierarchy'),
  RowColumnPivotHierarchy: named,
  FilterPivotHierarchyCollection: axisCollection('FilterPivotHierarchy'),
  FilterPivotHierarchy: named,
  DataPivotHierarchyCollection: dataCollection,
  DataPivotHierarchy: dataHierarchy,
  PivotLayout: layout,
};
