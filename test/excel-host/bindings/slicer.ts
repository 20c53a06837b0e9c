import { invalidArgument, itemNotFound, NotModelledError } from '../protocol/errors';
import { Handle, shown, type Argument, type ClassModel } from '../protocol/handles';
import { sameName } from '../model/named-items';
import type { Pivot } from '../model/pivot';
import {
  addSlicer,
  deleteSlicer,
  renameSlicer,
  selectedItems,
  selectItems,
  type Slicer,
} from '../model/slicer';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { numberOf, oneOf, textOf } from './arguments';
import { sheetHandle } from './handles';

interface SlicerScope {
  readonly workbook: Workbook;
  readonly sheet: Sheet | null;
}

function slicerHandle(slicer: Slicer): Handle<Slicer> {
  return new Handle('Slicer', slicer);
}

function slicersIn({ workbook, sheet }: SlicerScope): readonly Slicer[] {
  return workbook.slicers.filter((slicer) => sheet === null || slicer.sheet === sheet);
}

function findSlicer(scope: SlicerScope, key: Argument | undefined): Slicer | undefined {
  return slicersIn(scope).find((slicer) => slicer.id === key || sameName(slicer.name, textOf(key, 'key')));
}

function pivotOf(source: Argument | undefined, { sheets }: Workbook): Pivot {
  if (source instanceof Handle && source.type === 'PivotTable') return source.target as Pivot;
  const named = sheets
    .flatMap(({ pivots }) => pivots)
    .find(({ name, id }) => id === source || (typeof source === 'string' && sameName(name, source)));
  if (named === undefined) throw new NotModelledError('a slicer of a table');
  return named;
}

function fieldOf(field: Argument | undefined): string {
  if (!(field instanceof Handle)) return textOf(field, 'sourceField');
  if (field.type !== 'PivotField') throw invalidArgument('sourceField');
  return (field.target as { readonly name: string }).name;
}

function destinationOf(target: Argument | undefined, { workbook, sheet }: SlicerScope): Sheet {
  if (target instanceof Handle && target.type === 'Worksheet') return target.target as Sheet;
  const named = typeof target === 'string' ? workbook.findSheet(target) : sheet;
  if (!named) throw invalidArgument('slicerDestination');
  return named;
}

const slicerCollection = {
  call: {
    Add: (scope, [source, field, destination]) =>
      slicerHandle(
        addSlicer(destinationOf(destination, scope), pivotOf(source, scope.workbook), fieldOf(field)),
      ),
    GetCount: (scope) => slicersIn(scope).length,
    GetItemOrNullObject: (scope, [key]) => {
      const slicer = findSlicer(scope, key);
      return slicer ? slicerHandle(slicer) : null;
    },
  },
  items: (scope) => slicersIn(scope).map(slicerHandle),
  item: (scope, key) => {
    const slicer = findSlicer(scope, key);
    if (!slicer) throw itemNotFound(`slicer ${shown(key)}`);
    return slicerHandle(slicer);
  },
} satisfies ClassModel<SlicerScope>;

function size(least: number, value: Argument | undefined, name: string): number {
  const points = numberOf(value, name);
  if (points < least) throw invalidArgument(name);
  return points;
}

const slicer = {
  read: {
    Id: ({ id }) => id,
    Name: ({ name }) => name,
    Caption: ({ caption }) => caption,
    Style: ({ style }) => style,
    SortBy: ({ sortBy }) => sortBy,
    Left: ({ box }) => box.left,
    Top: ({ box }) => box.top,
    Width: ({ box }) => box.width,
    Height: ({ box }) => box.height,
    IsFilterCleared: ({ pivot, field }) => !pivot.chosen.has(field),
  },
  write: {
    Name: (target, value) => renameSlicer(target, textOf(value, 'name')),
    Caption: (target, value) => {
      target.caption = textOf(value, 'caption');
    },
    Style: (target, value) => {
      target.style = textOf(value, 'style');
    },
    SortBy: (target, value) => {
      target.sortBy = oneOf(['DataSourceOrder', 'Ascending', 'Descending'], value, 'sortBy');
    },
    Left: ({ box }, value) => {
      box.left = size(0, value, 'left');
    },
    Top: ({ box }, value) => {
      box.top = size(0, value, 'top');
    },
    Width: ({ box }, value) => {
      box.width = size(Number.MIN_VALUE, value, 'width');
    },
    Height: ({ box }, value) => {
      box.height = size(Number.MIN_VALUE, value, 'height');
    },
  },
  navigate: { Worksheet: ({ sheet }) => sheetHandle(sheet) },
  call: {
    Delete: deleteSlicer,
    ClearFilters: (target) => selectItems(target, []),
    SelectItems: (target, [items]) => selectItems(target, Array.isArray(items) ? items.map(String) : []),
    GetSelectedItems: (target) => [...selectedItems(target)],
  },
} satisfies ClassModel<Slicer>;

export const slicerClasses = { SlicerCollection: slicerCollection, Slicer: slicer };
