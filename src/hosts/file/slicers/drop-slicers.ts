import type { Book } from '../grafting/book';
import { WORKBOOK_ORDER } from '../grafting/rewrite-workbook';
import { SHEET_ORDER } from '../patching/worksheet-part';
import { attributesOf } from '../patching/xml/tag-attributes';
import { XmlElement } from '../patching/xml/xml-element';
import { workbookOutline } from '../grafting/workbook-outline';
import { changeExtension } from './part-extensions';
import { pivotsOf } from './pivot-selections';
import { EXTENSION } from './slicer-parts';

/** What a slicer has for the sheet of a PivotTable that only a chart shows: −1 as an unsigned number ([MS-XLSX] 2.6.73). */
const ON_NO_SHEET = '4294967295';

/**
 * Takes out what slicers say of PivotTables that are not there any more, ours or the clerk's: Excel repairs a file in which they are
 * named. A slicer that filters nothing any more goes.
 */
export function dropIdleSlicers(book: Book): void {
  const { parts, main } = book;
  const caches = parts
    .relationships(main)
    .filter(({ type, external, target }) => type === 'slicerCache' && !external && parts.has(target));
  if (caches.length === 0) return;
  const standing = standingPivots(book);
  for (const { id, target } of caches) {
    const root = XmlElement.parse(target, parts.text(target));
    const tables = root.first('pivotTables');
    if (tables === undefined) continue;
    const all = tables.elements('pivotTable');
    const kept = all.filter(
      (one) =>
        one.attribute('tabId') === ON_NO_SHEET ||
        standing.has(key(one.attribute('tabId'), one.attribute('name'))),
    );
    if (kept.length === all.length) continue;
    if (kept.length === 0) {
      dropCache(book, id, target, root.attribute('name') ?? '');
      continue;
    }
    tables.pieces = kept.map((one) => ({ name: 'pivotTable', xml: one.toString() }));
    root.change('pivotTables', () => tables);
    parts.set(target, root.toString());
  }
}

function standingPivots({ parts, main }: Book): ReadonlySet<string> {
  const { sheets } = workbookOutline(parts.text(main));
  const relationships = parts.relationships(main);
  return new Set(
    sheets.flatMap(({ sheetId, relationship }) => {
      const part = relationships.find(({ id }) => id === relationship)?.target ?? '';
      return pivotsOf({ parts }, part).map(({ name }) => key(String(sheetId), name));
    }),
  );
}

function key(sheetId: string | undefined, name: string | undefined): string {
  return `${sheetId ?? ''} ${name ?? ''}`;
}

function dropCache({ parts, main }: Book, relationship: string, part: string, cache: string): void {
  const root = XmlElement.parse(main, parts.text(main));
  root.change('definedNames', (names) => {
    names.change('definedName', (name) => (name.attribute('name') === cache ? undefined : name));
    return names.elements().length === 0 ? undefined : names;
  });
  changeExtension(root, EXTENSION.slicerCaches, '<x14:slicerCaches/>', WORKBOOK_ORDER, (list) =>
    withoutRelationship(list, relationship),
  );
  parts.set(main, root.toString());
  parts.setRelationships(
    main,
    parts.relationships(main).filter(({ id }) => id !== relationship),
  );
  parts.remove(part);
  for (const name of parts.names().filter((one) => parts.types.of(one).endsWith('.worksheet+xml')))
    dropFromSheet({ parts }, name, cache);
}

/** The list without the entry of that relationship; nothing when it was the only one. */
function withoutRelationship(list: XmlElement, relationship: string): XmlElement | undefined {
  list.pieces = list.pieces.filter(({ name, xml }) => name === '' || !hasRelationship(xml, relationship));
  return list.elements().length === 0 ? undefined : list;
}

function hasRelationship(xml: string, relationship: string): boolean {
  return Object.entries(attributesOf(xml)).some(
    ([name, value]) => name.endsWith(':id') && value === relationship,
  );
}

function dropFromSheet({ parts }: Pick<Book, 'parts'>, sheetPart: string, cache: string): void {
  const relationships = parts.relationships(sheetPart);
  for (const { id, target } of relationships.filter(({ type }) => type === 'slicer')) {
    const list = XmlElement.parse(target, parts.text(target));
    const gone = list.elements('slicer').filter((one) => one.attribute('cache') === cache);
    if (gone.length === 0) continue;
    undraw(parts, sheetPart, new Set(gone.map((one) => one.attribute('name') ?? '')));
    list.change('slicer', (one) => (one.attribute('cache') === cache ? undefined : one));
    if (list.elements().length > 0) {
      parts.set(target, list.toString());
      continue;
    }
    const sheet = XmlElement.parse(sheetPart, parts.text(sheetPart));
    changeExtension(sheet, EXTENSION.slicers, '<x14:slicerList/>', SHEET_ORDER, (entries) =>
      withoutRelationship(entries, id),
    );
    parts.set(sheetPart, sheet.toString());
    parts.setRelationships(
      sheetPart,
      relationships.filter((one) => one.id !== id),
    );
    parts.remove(target);
  }
}

/** Takes the slicers of these names off the drawing of a sheet. */
function undraw(parts: Book['parts'], sheetPart: string, names: ReadonlySet<string>): void {
  const target = parts.relationships(sheetPart).find(({ type }) => type === 'drawing')?.target;
  if (target === undefined || !parts.has(target)) return;
  const drawing = XmlElement.parse(target, parts.text(target));
  const isGone = (xml: string): boolean => {
    const tag = /<(?:\w+:)?slicer\s[^>]*>/u.exec(xml)?.[0];
    return tag !== undefined && names.has(XmlElement.parse(target, tag).attribute('name') ?? '');
  };
  drawing.pieces = drawing.pieces.filter(({ name, xml }) => name === '' || !isGone(xml));
  parts.set(target, drawing.toString());
}
