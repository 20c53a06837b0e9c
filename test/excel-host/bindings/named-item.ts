import { invalidArgument, itemNotFound } from '../protocol/errors';
import { Handle, type ClassModel } from '../protocol/handles';
import { cellCount } from '../model/address';
import { checkFormula } from '../model/interpret';
import { absoluteReference, type NamedItem } from '../model/named-items';
import type { Sheet } from '../model/sheet';
import { shownValue } from '../model/values';
import type { Workbook } from '../model/workbook';
import { booleanOf, isRange, onlyArea, textOf, textOrNull } from './arguments';
import { rangeHandle, sheetHandle } from './handles';

interface NameScope {
  readonly workbook: Workbook;
  readonly scope: Sheet | null;
}

interface OwnedName {
  readonly workbook: Workbook;
  readonly item: NamedItem;
}

function nameHandle(workbook: Workbook, item: NamedItem): Handle<OwnedName> {
  return new Handle('NamedItem', { workbook, item });
}

function formulaOf(value: string): string {
  if (!value.startsWith('=')) throw invalidArgument(`formula ${value}`);
  return checkFormula(value.slice(1));
}

function rangeOf({ workbook, item }: OwnedName): Handle | null {
  const area = workbook.names.areaOf(item);
  return area ? rangeHandle(area.sheet, area.rect) : null;
}

export const namedItemClasses = {
  NamedItemCollection: {
    call: {
      Add: ({ workbook, scope }, [name, reference, comment]) => {
        const area = isRange(reference) ? onlyArea(reference.target) : undefined;
        const formula = area
          ? absoluteReference(area.sheet, area.rect)
          : formulaOf(textOf(reference, 'reference'));
        const added = workbook.names.add(
          textOf(name, 'name'),
          formula,
          scope,
          textOrNull(comment, 'comment') ?? '',
        );
        return nameHandle(workbook, added);
      },
      GetCount: ({ workbook, scope }) => workbook.names.inScope(scope).length,
      GetItemOrNullObject: ({ workbook, scope }, [name]) => {
        const item = workbook.names.find(textOf(name, 'name'), scope);
        return item ? nameHandle(workbook, item) : null;
      },
    },
    items: ({ workbook, scope }) => workbook.names.inScope(scope).map((item) => nameHandle(workbook, item)),
    item: ({ workbook, scope }, name) =>
      nameHandle(workbook, workbook.names.get(textOf(name, 'name'), scope)),
  } satisfies ClassModel<NameScope>,
  NamedItem: {
    read: {
      _Id: ({ item }) => item.id,
      Name: ({ item }) => item.name,
      Comment: ({ item }) => item.comment,
      Visible: ({ item }) => item.visible,
      Scope: ({ item }) => (item.scope ? 'Worksheet' : 'Workbook'),
      Formula: ({ item }) => `=${item.formula}`,
      Type: (target) => (rangeOf(target) ? 'Range' : 'String'),
      Value: ({ workbook, item }) => {
        const area = workbook.names.areaOf(item);
        if (!area) return `=${item.formula}`;
        workbook.ensureCalculated(area);
        const { sheet, rect } = area;
        return cellCount(rect) === 1
          ? shownValue(sheet.grid.value(rect.top, rect.left))
          : absoluteReference(sheet, rect);
      },
    },
    write: {
      Comment: ({ item }, value) => {
        item.comment = textOf(value, 'comment');
      },
      Visible: ({ item }, value) => {
        item.visible = booleanOf(value, 'visible');
      },
      Formula: ({ workbook, item }, value) => {
        item.formula = formulaOf(textOf(value, 'formula'));
        workbook.touch();
      },
    },
    navigate: {
      WorksheetOrNullObject: ({ item }) => (item.scope ? sheetHandle(item.scope) : null),
    },
    call: {
      Delete: ({ workbook, item }) => workbook.names.remove(item),
      GetRange: (target) => {
        const range = rangeOf(target);
        if (!range) throw itemNotFound(`range of ${target.item.name}`);
        return range;
      },
      GetRangeOrNullObject: rangeOf,
    },
  } satisfies ClassModel<OwnedName>,
};
