import type { SheetBlueprint, SlicerBlueprint } from '../../../base/blueprint';
import { must } from '../../../base/invariant';
import { link, linkFrom, type Book } from '../grafting/book';
import { WORKBOOK_ORDER } from '../grafting/rewrite-workbook';
import { workbookOutline } from '../grafting/workbook-outline';
import { drawingOf, freeShapeNumber, keepDrawing } from '../patching/charts/drawing-part';
import { SHEET_ORDER, sheetPartOf } from '../patching/worksheet-part';
import { XmlElement } from '../patching/xml/xml-element';
import { xmlElement } from '../writing/package/xml-text';
import { changeExtension, extensionOf } from './part-extensions';
import { pivotsOf, type StandingPivot } from './pivot-selections';
import {
  cacheName,
  EXTENSION,
  NO_SLICERS,
  RELATIONSHIPS,
  slicerAnchor,
  slicerCachePart,
  slicerElement,
  SLICER_CACHE_TYPE,
  SLICER_TYPE,
} from './slicer-parts';

const CACHE_RELATION = 'http://schemas.microsoft.com/office/2007/relationships/slicerCache';
const SLICER_RELATION = 'http://schemas.microsoft.com/office/2007/relationships/slicer';
/** Sections of a pivot cache in the schema’s order (CT_PivotCacheDefinition, ECMA-376 part 1, 18.10.1.67), as far as ours has any. */
const CACHE_ORDER = ['cacheSource', 'cacheFields', 'extLst'];
/** What Excel puts before the name of a slicer to name its cache. */
const CACHE_PREFIX = '切片器_';

/**
 * Adds the slicers of the pivots of these sheets, whose parts are there. Each filters its own PivotTable and every other one of the
 * sheet over the same cache that shows the same items of its field: Excel takes a slicer for damaged when they differ.
 */
export function addSlicers(book: Book, sheets: readonly Pick<SheetBlueprint, 'name' | 'pivots'>[]): void {
  for (const { name: sheet, pivots } of sheets) {
    const part = sheetPartOf(book, sheet);
    if (part === undefined || pivots.every(({ slicers = [] }) => slicers.length === 0)) continue;
    const standing = pivotsOf(book, part);
    for (const { name, slicers = [] } of pivots) {
      const own = standing.find((pivot) => pivot.name === name);
      if (own !== undefined)
        for (const slicer of slicers) addSlicer(book, { sheet, part, own, standing }, slicer);
    }
  }
}

/** The sheets as they are written where their slicers are added later, to the workbook that takes them in. */
export function withoutSlicers(sheets: readonly SheetBlueprint[]): readonly SheetBlueprint[] {
  return sheets.map((sheet) => ({
    ...sheet,
    pivots: sheet.pivots.map((pivot) => ({ ...pivot, slicers: [] })),
  }));
}

interface Home {
  readonly sheet: string;
  readonly part: string;
  readonly own: StandingPivot;
  readonly standing: readonly StandingPivot[];
}

function addSlicer(book: Book, { sheet, part, own, standing }: Home, wanted: SlicerBlueprint): void {
  const { parts } = book;
  const pressed = own.shows(wanted.field);
  const count = own.items.get(wanted.field) ?? 0;
  if (pressed === undefined || count === 0) return;
  const { sheetId } = must(
    book.outline.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase()),
    sheet,
  );
  const slicer = { ...wanted, name: freeSlicerName(book, wanted.name) };
  const cache = freeCacheName(book, CACHE_PREFIX + wanted.name.replace(/\s/gu, '_'));
  const connected = standing.filter(
    (pivot) => pivot.cache === own.cache && showsTheSame(pivot.shows(wanted.field), pressed),
  );
  const cachePart = parts.freeName('xl/slicerCaches/slicerCache.xml');
  parts.types.set(cachePart, SLICER_CACHE_TYPE);
  parts.set(
    cachePart,
    slicerCachePart({
      cache,
      field: wanted.field,
      pivots: connected.map(({ name }) => ({ sheetId, name })),
      pivotCacheId: numberOfCache(book, own.cache),
      items: Array.from({ length: count }, (_, place) => ({ place, pressed: pressed.has(place) })),
    }),
  );
  nameCache(book, cache, link(book, 'slicerCache', cachePart, CACHE_RELATION));
  listOnSheet(book, part, slicer, cache);
  draw(book, part, slicer);
}

function showsTheSame(one: ReadonlySet<number> | undefined, other: ReadonlySet<number>): boolean {
  return one?.size === other.size && [...other].every((place) => one.has(place));
}

function nameCache({ parts, main }: Book, cache: string, relationship: string): void {
  const root = XmlElement.parse(main, parts.text(main));
  const names = root.first('definedNames') ?? XmlElement.parse(main, `<${root.prefix}definedNames/>`);
  names.pieces.push({ name: 'definedName', xml: cacheName(root.prefix, cache) });
  root.place('definedNames', names.toString(), WORKBOOK_ORDER);
  changeExtension(root, EXTENSION.slicerCaches, '<x14:slicerCaches/>', WORKBOOK_ORDER, (list) => {
    const element = xmlElement('x14:slicerCache', { 'xmlns:r': RELATIONSHIPS, 'r:id': relationship });
    list.pieces.push({ name: 'slicerCache', xml: element });
    return list;
  });
  parts.set(main, root.toString());
}

function listOnSheet({ parts }: Book, sheetPart: string, slicer: SlicerBlueprint, cache: string): void {
  const known = parts.relationships(sheetPart).find(({ type, external }) => type === 'slicer' && !external);
  const target = known?.target ?? parts.freeName('xl/slicers/slicer.xml');
  const list = XmlElement.parse(target, known === undefined ? NO_SLICERS : parts.text(target));
  list.pieces.push({ name: 'slicer', xml: slicerElement(slicer, cache) });
  parts.set(target, list.toString());
  if (known !== undefined) return;
  parts.types.set(target, SLICER_TYPE);
  const relationship = linkFrom(parts, sheetPart, 'slicer', target, SLICER_RELATION);
  const root = XmlElement.parse(sheetPart, parts.text(sheetPart));
  changeExtension(root, EXTENSION.slicers, '<x14:slicerList/>', SHEET_ORDER, (entries) => {
    const element = xmlElement('x14:slicer', { 'xmlns:r': RELATIONSHIPS, 'r:id': relationship });
    entries.pieces.push({ name: 'slicer', xml: element });
    return entries;
  });
  parts.set(sheetPart, root.toString());
}

function draw({ parts }: Book, sheetPart: string, slicer: SlicerBlueprint): void {
  const drawing = drawingOf(parts, sheetPart);
  // The first shape has number 2: 1 is the drawing's own.
  const number = Math.max(2, freeShapeNumber(drawing));
  drawing.root.pieces.push({ name: 'twoCellAnchor', xml: slicerAnchor(slicer, number) });
  const sheet = XmlElement.parse(sheetPart, parts.text(sheetPart));
  keepDrawing(parts, sheetPart, sheet, drawing);
  if (drawing.isNew) parts.set(sheetPart, sheet.toString());
}

/** The number by which slicers know a pivot cache; it is given one when it has none. */
function numberOfCache(book: Book, cache: string): number {
  const { parts } = book;
  const root = XmlElement.parse(cache, parts.text(cache));
  const known = knownNumber(root);
  if (known !== undefined) return known;
  const taken = parts
    .relationships(book.main)
    .filter(({ type, target }) => type === 'pivotCacheDefinition' && parts.has(target))
    .map(({ target }) => knownNumber(XmlElement.parse(target, parts.text(target))) ?? 0);
  const number = taken.reduce((most, one) => Math.max(most, one), 0) + 1;
  const element = xmlElement('x14:pivotCacheDefinition', { pivotCacheId: number });
  changeExtension(root, EXTENSION.pivotCache, element, CACHE_ORDER, (held) => held);
  parts.set(cache, root.toString());
  return number;
}

function knownNumber(cache: XmlElement): number | undefined {
  const number = extensionOf(cache, EXTENSION.pivotCache)?.elements()[0]?.attribute('pivotCacheId');
  return number === undefined ? undefined : Number(number);
}

function freeSlicerName({ parts }: Book, name: string): string {
  const taken = new Set(
    parts
      .names()
      .filter((part) => parts.types.of(part) === SLICER_TYPE)
      .flatMap((part) => XmlElement.parse(part, parts.text(part)).elements('slicer'))
      .map((slicer) => slicer.attribute('name') ?? ''),
  );
  return freeName(taken, name, ' ');
}

/** Excel has caches of slicers and names in one list. */
function freeCacheName({ parts, main }: Book, name: string): string {
  const { names } = workbookOutline(parts.text(main));
  return freeName(new Set(names.map(({ attributes }) => attributes['name'] ?? '')), name, '');
}

function freeName(taken: ReadonlySet<string>, name: string, between: string): string {
  const lower = new Set([...taken].map((one) => one.toLowerCase()));
  for (let number = 0; ; number += 1) {
    const candidate = number === 0 ? name : `${name}${between}${number}`;
    if (!lower.has(candidate.toLowerCase())) return candidate;
  }
}
