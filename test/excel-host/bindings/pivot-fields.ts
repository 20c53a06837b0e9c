import { invalidArgument, itemNotFound, NotModelledError } from '../protocol/errors';
import { Handle, type Argument, type ClassModel, shown } from '../protocol/handles';
import {
  addDataField,
  addToAxis,
  chooseItems,
  foldItem,
  itemsOf,
  redraw,
  removeFromAxis,
  renameDataField,
  type Pivot,
  type PivotAxis,
  type PivotDataField,
} from '../model/pivot';
import { booleanOf, oneOf, textOf } from './arguments';

const summaries = ['Sum', 'Count', 'Average', 'Max', 'Min'] as const;

interface DataField {
  readonly pivot: Pivot;
  readonly data: PivotDataField;
}

interface AxisOf {
  readonly pivot: Pivot;
  readonly axis: PivotAxis;
}

interface Field {
  readonly pivot: Pivot;
  readonly name: string;
}

function fieldHandle(pivot: Pivot, name: Argument | undefined): Handle<Field> | null {
  const field = pivot.cache.fields.find((candidate) => candidate === name);
  return field === undefined ? null : new Handle('PivotHierarchy', { pivot, name: field });
}

interface Item extends Field {
  readonly item: string;
}

/** A hierarchy of a table has one field, of its own name. */
const ofHierarchy = {
  Fields: ({ pivot, name }: Field) => new Handle('PivotFieldCollection', { pivot, name }),
};

const fieldCollection = {
  items: ({ pivot, name }) => [new Handle('PivotField', { pivot, name })],
  item: ({ pivot, name }, wanted) => {
    if (wanted !== name) throw itemNotFound(`field ${shown(wanted)}`);
    return new Handle('PivotField', { pivot, name });
  },
} satisfies ClassModel<Field>;

const pivotField = {
  read: { Id: ({ name }) => name, Name: ({ name }) => name },
  navigate: { Items: ({ pivot, name }) => new Handle('PivotItemCollection', { pivot, name }) },
  call: {
    ApplyFilter: ({ pivot, name }, [filter]) => {
      const { manualFilter, ...others } = filter as { manualFilter?: { selectedItems?: readonly string[] } };
      if (Object.keys(others).length > 0 || manualFilter === undefined)
        throw new NotModelledError('a filter of a PivotField that is not manual');
      chooseItems(pivot, name, manualFilter.selectedItems ?? []);
    },
    ClearAllFilters: ({ pivot, name }) => chooseItems(pivot, name, null),
    SortByValues: ({ pivot, name }, [order, values]) => {
      const { data } = (values as Handle).target as DataField;
      pivot.sorted.set(name, {
        data,
        descending: oneOf(['Ascending', 'Descending'], order, 'sortBy') === 'Descending',
      });
      redraw(pivot);
    },
  },
} satisfies ClassModel<Field>;

const itemCollection = {
  call: {
    GetCount: ({ pivot, name }) => itemsOf(pivot, name).length,
    GetItemOrNullObject: ({ pivot, name }, [wanted]) => {
      const item = textOf(wanted, 'name');
      return itemsOf(pivot, name).includes(item) ? new Handle('PivotItem', { pivot, name, item }) : null;
    },
  },
  items: ({ pivot, name }) =>
    itemsOf(pivot, name).map((item) => new Handle('PivotItem', { pivot, name, item })),
  item: ({ pivot, name }, wanted) => {
    const item = textOf(wanted, 'name');
    if (!itemsOf(pivot, name).includes(item)) throw itemNotFound(`item ${item}`);
    return new Handle('PivotItem', { pivot, name, item });
  },
} satisfies ClassModel<Field>;

const pivotItem = {
  read: {
    Id: ({ item }) => item,
    Name: ({ item }) => item,
    IsExpanded: ({ pivot, name, item }) => pivot.folded.get(name)?.has(item) !== true,
  },
  write: {
    IsExpanded: ({ pivot, name, item }, value) => {
      foldItem(pivot, name, item, !booleanOf(value, 'isExpanded'));
    },
  },
} satisfies ClassModel<Item>;

const hierarchies = {
  call: {
    GetCount: (pivot) => pivot.cache.fields.length,
    GetItemOrNullObject: (pivot, [name]) => fieldHandle(pivot, name),
  },
  items: (pivot) => pivot.cache.fields.map((name) => new Handle('PivotHierarchy', { pivot, name })),
  item: (pivot, name) => {
    const handle = fieldHandle(pivot, name);
    if (!handle) throw itemNotFound(`field ${shown(name)}`);
    return handle;
  },
} satisfies ClassModel<Pivot>;

const named = {
  read: { Id: ({ name }) => name, Name: ({ name }) => name },
  navigate: ofHierarchy,
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
      if (!pivot[axis].includes(textOf(name, 'name'))) throw itemNotFound(`field ${shown(name)}`);
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
    if (!handle) throw itemNotFound(`data field ${shown(name)}`);
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
    ShowAs: ({ data }) => ({ calculation: data.showAs }),
  },
  write: {
    Name: ({ pivot, data }, value) => renameDataField(pivot, data, textOf(value, 'name')),
    SummarizeBy: ({ pivot, data }, value) => {
      data.summarize = oneOf(summaries, value, 'summarizeBy');
      redraw(pivot);
    },
    NumberFormat: ({ pivot, data }, value) => {
      data.numberFormat = textOf(value, 'numberFormat');
      redraw(pivot);
    },
    ShowAs: ({ pivot, data }, value) => {
      const { calculation } = value as { readonly calculation?: string };
      if (calculation !== 'None' && calculation !== 'PercentOfRowTotal')
        throw new NotModelledError(`values shown as ${shown(calculation)}`);
      data.showAs = calculation;
      redraw(pivot);
    },
  },
} satisfies ClassModel<DataField>;

export const pivotFieldClasses = {
  PivotFieldCollection: fieldCollection,
  PivotField: pivotField,
  PivotItemCollection: itemCollection,
  PivotItem: pivotItem,
  PivotHierarchyCollection: hierarchies,
  PivotHierarchy: named,
  RowColumnPivotHierarchyCollection: axisCollection('RowColumnPivotHierarchy'),
  RowColumnPivotHierarchy: named,
  FilterPivotHierarchyCollection: axisCollection('FilterPivotHierarchy'),
  FilterPivotHierarchy: named,
  DataPivotHierarchyCollection: dataCollection,
  DataPivotHierarchy: dataHierarchy,
};
