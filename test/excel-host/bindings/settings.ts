import { invalidArgument, itemNotFound } from '../protocol/errors';
import { Handle, type Argument, type ClassModel, shown } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { textOf } from './arguments';

/** One entry of a map of keys and values: a setting, or a custom property of workbook or sheet. */
interface Entry {
  readonly map: Map<string, Json>;
  readonly key: string;
}

/** Custom properties hold at most this many characters in key and value. */
const maxProperty = 255;

interface MapKind<Target> {
  readonly itemType: string;
  readonly mapOf: (target: Target) => Map<string, Json>;
  readonly check: (key: string, value: Json) => void;
  readonly isFound: (key: string, wanted: string) => boolean;
}

/** A collection whose `add` sets what is there already. */
function mapCollection<Target>(kind: MapKind<Target>): ClassModel<Target> {
  const { itemType, mapOf, check } = kind;
  const find = (target: Target, wanted: Argument | undefined): Handle<Entry> | null => {
    const map = mapOf(target);
    const key = [...map.keys()].find((candidate) => kind.isFound(candidate, textOf(wanted, 'key')));
    return key === undefined ? null : new Handle(itemType, { map, key });
  };
  return {
    call: {
      Add: (target, [key, value]) => {
        const name = textOf(key, 'key');
        check(name, (value ?? null) as Json);
        mapOf(target).set(name, (value ?? null) as Json);
        return new Handle(itemType, { map: mapOf(target), key: name });
      },
      GetCount: (target) => mapOf(target).size,
      GetItemOrNullObject: (target, [key]) => find(target, key),
    },
    items: (target) =>
      [...mapOf(target).keys()].map((key) => new Handle(itemType, { map: mapOf(target), key })),
    item: (target, key) => {
      const handle = find(target, key);
      if (!handle) throw itemNotFound(shown(key));
      return handle;
    },
  };
}

function checkProperty(key: string, value: Json): void {
  if (key === '' || key.length > maxProperty) throw invalidArgument('key');
  if (typeof value === 'string' && value.length > maxProperty)
    throw invalidArgument('value over 255 characters');
  if (value === null || typeof value === 'object') throw invalidArgument('value');
}

const exactly = (key: string, wanted: string): boolean => key === wanted;
const anyCase = (key: string, wanted: string): boolean => key.toLowerCase() === wanted.toLowerCase();

const entry = {
  read: {
    _Id: ({ key }) => key,
    Key: ({ key }) => key,
    Value: ({ map, key }) => map.get(key) ?? null,
  },
  write: { Value: ({ map, key }, value) => void map.set(key, value as Json) },
  call: { Delete: ({ map, key }) => void map.delete(key) },
} satisfies ClassModel<Entry>;

const customProperty = {
  ...entry,
  read: {
    Key: entry.read.Key,
    Value: entry.read.Value,
    Type: ({ map, key }) => {
      const value = map.get(key);
      return typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'String';
    },
  },
} satisfies ClassModel<Entry>;

const customProperties = mapCollection<Workbook>({
  itemType: 'CustomProperty',
  mapOf: (workbook) => workbook.customProperties,
  check: checkProperty,
  isFound: anyCase,
});

const documentTexts = [
  'Title',
  'Subject',
  'Author',
  'Keywords',
  'Comments',
  'Category',
  'Manager',
  'Company',
] as const;

export const settingsClasses = {
  SettingCollection: mapCollection<Workbook>({
    itemType: 'Setting',
    mapOf: ({ settings }) => settings,
    check: (key) => {
      if (key === '') throw invalidArgument('key');
    },
    isFound: exactly,
  }),
  Setting: entry,
  CustomPropertyCollection: {
    ...customProperties,
    call: { ...customProperties.call, DeleteAll: (workbook) => workbook.customProperties.clear() },
  } satisfies ClassModel<Workbook>,
  CustomProperty: customProperty,
  WorksheetCustomPropertyCollection: mapCollection<Sheet>({
    itemType: 'WorksheetCustomProperty',
    mapOf: ({ customProperties }) => customProperties,
    check: checkProperty,
    isFound: anyCase,
  }),
  WorksheetCustomProperty: entry,
  DocumentProperties: {
    read: Object.fromEntries(
      documentTexts.map((name) => [name, ({ properties }: Workbook): Json => properties.get(name) ?? '']),
    ),
    write: Object.fromEntries(
      documentTexts.map((name) => [
        name,
        ({ properties }: Workbook, value: Argument): void => void properties.set(name, textOf(value, name)),
      ]),
    ),
    navigate: { Custom: (workbook) => new Handle('CustomPropertyCollection', workbook) },
  } satisfies ClassModel<Workbook>,
};
