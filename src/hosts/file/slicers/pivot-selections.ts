import type { Book } from '../grafting/book';
import { isTrue } from '../reading/package/xml';
import { XmlElement } from '../patching/xml/xml-element';

/** A PivotTable of a sheet as it stands in its part, with the fields of its cache. */
export interface StandingPivot {
  readonly name: string;
  /** The part of its cache. */
  readonly cache: string;
  /** How many different values each field has, by name; nothing where they are not listed. */
  readonly items: ReadonlyMap<string, number>;
  /**
   * Which of a field's values it shows, by their places in the cache; `undefined` when the field is on none of its axes. One that
   * is filtered by conditions instead shows nothing we can tell.
   */
  readonly shows: (field: string) => ReadonlySet<number> | undefined;
}

/** The PivotTables whose parts a sheet part points to. */
export function pivotsOf({ parts }: Pick<Book, 'parts'>, sheetPart: string): readonly StandingPivot[] {
  return parts
    .relationships(sheetPart)
    .filter(({ type, external, target }) => type === 'pivotTable' && !external && parts.has(target))
    .flatMap(({ target }) => {
      const cache = parts.relationships(target).find(({ type }) => type === 'pivotCacheDefinition')?.target;
      if (cache === undefined || !parts.has(cache)) return [];
      const table = XmlElement.parse(target, parts.text(target));
      const items = cacheFields(XmlElement.parse(cache, parts.text(cache)));
      return [
        {
          name: table.attribute('name') ?? '',
          cache,
          items,
          shows: (field: string) => shownItems(table, [...items.keys()].indexOf(field)),
        },
      ];
    });
}

function cacheFields(cache: XmlElement): ReadonlyMap<string, number> {
  const fields = cache.first('cacheFields')?.elements('cacheField') ?? [];
  return new Map(
    fields.map((field) => [
      field.attribute('name') ?? '',
      field.first('sharedItems')?.elements().length ?? 0,
    ]),
  );
}

function shownItems(table: XmlElement, index: number): ReadonlySet<number> | undefined {
  const field = table.first('pivotFields')?.elements('pivotField')[index];
  if (field?.attribute('axis') === undefined) return undefined;
  const items = (field.first('items')?.elements('item') ?? []).filter(
    (item) => item.attribute('x') !== undefined,
  );
  const place = (item: XmlElement): number => Number(item.attribute('x'));
  const page = (table.first('pageFields')?.elements('pageField') ?? []).find(
    (one) => Number(one.attribute('fld')) === index,
  );
  const chosen = page?.attribute('item');
  const only = chosen === undefined ? undefined : items[Number(chosen)];
  if (only !== undefined) return new Set([place(only)]);
  return new Set(items.filter((item) => !isTrue(item.attribute('h'))).map(place));
}
