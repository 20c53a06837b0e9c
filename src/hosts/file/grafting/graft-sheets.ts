import type { SheetBlueprint } from '../../../base/blueprint';
import { addSlicers } from '../slicers/add-slicers';
import { dropIdleSlicers } from '../slicers/drop-slicers';
import { attributeOf, withAttributes } from '../patching/xml/tag-attributes';
import { admit } from '../reading/package/gate';
import { isTrue } from '../reading/package/xml';
import { withOwnName } from '../writing/package/application-name';
import { bookOf, link, openBook, type Book } from './book';
import { graftStyles, sharedTexts } from './graft-styles';
import { decodeXml, type PackageParts } from './package-parts';
import { mergedNames, rewriteWorkbook } from './rewrite-workbook';
import { NumberSource, SheetCopier } from './sheet-copier';
import { tableNumbers } from './table-names';
import { toTransitional } from './transitional';
import { workbookOutline, type SheetOutline, type WorkbookOutline } from './workbook-outline';

/** Whether a workbook has sheets, of cells or of a chart alone, besides the named ones. @throws WorkbookFileError */
export function hasForeignSheets(opened: Uint8Array, names: readonly string[]): boolean {
  const { parts, main } = admit(opened);
  const outline = workbookOutline(decodeXml(parts.readBytes(main)));
  return foreignSheets(outline, names).length > 0;
}

/**
 * Puts the sheets of a new workbook into an opened one, in place of those of the same name and before all others.
 * Whatever else the opened file holds stays as it was: cells, formulas, formats, charts, pictures, macros.
 * @param fresh Written without slicers.
 * @param sheets As they were written: their slicers are added.
 * @throws WorkbookFileError when a part of the opened file is torn; RangeError when its dates count from 1904.
 */
export function graftSheets(
  opened: Uint8Array,
  fresh: Uint8Array,
  sheets: readonly SheetBlueprint[],
): Uint8Array {
  const target = openBook(opened);
  if (target.outline.date1904)
    throw new RangeError('Sheets cannot go into a workbook whose dates count from 1904');
  graftInto(target, openBook(fresh));
  const { parts, main } = target;
  addSlicers(bookOf(parts, main), sheets);
  return parts.toBytes();
}

/**
 * The same in parts. What the new sheets hold must not depend on where dates count from.
 * @param arrange Puts the new sheets among those that stay; then the tab in front stays there. Default: before all others, and one
 * of them in front.
 */
export function graftInto(
  target: Book,
  source: Book,
  arrange?: (added: readonly SheetOutline[], kept: readonly SheetOutline[]) => readonly SheetOutline[],
): void {
  toTransitional(target.parts, target.main);
  const names = source.outline.sheets.map(({ name }) => name);
  const kept = foreignSheets(target.outline, names);
  dropReplaced(target, kept);
  dropIdleSlicers(target);
  const { names: namesLeft } = workbookOutline(target.parts.text(target.main));
  const caches = keptCaches(target);
  const pivotCaches = new NumberSource(caches.map(({ cacheId }) => cacheId));
  const copier = new SheetCopier(
    source.parts,
    target.parts,
    graftStyles(target, source),
    sharedTexts(source),
    {
      tables: new NumberSource(tableNumbers(target.parts)),
      pivotCaches,
    },
  );
  const added = addSheets(target, source, copier, kept);
  const sheets = arrange?.(added, kept) ?? [...added, ...kept];
  const ownCaches = source.outline.pivotCaches.map(({ cacheId, relationship }) => ({
    cacheId: pivotCaches.replacement(cacheId),
    relationship: linkCopy(target, source, copier, relationship),
  }));
  if (arrange === undefined) for (const sheet of kept) deselect(target, sheet);
  const index = (sheet: SheetOutline): number | undefined => {
    const at = sheets.indexOf(sheet);
    return at === -1 ? undefined : at;
  };
  const lists = {
    sheets,
    names: mergedNames(
      placedNames(source.outline, added, index),
      { ...target.outline, names: namesLeft },
      index,
    ),
    pivotCaches: [...ownCaches, ...caches],
    activeTab: arrange === undefined ? source.outline.activeTab : frontTab(target.outline, sheets),
  };
  target.parts.set(target.main, rewriteWorkbook(target.main, target.parts.text(target.main), lists));
  renewProperties(target.parts);
}

/** Names that hold for one of the new sheets follow it to its place. */
function placedNames(
  { names }: WorkbookOutline,
  added: readonly SheetOutline[],
  index: (sheet: SheetOutline) => number | undefined,
): WorkbookOutline['names'] {
  return names.flatMap((name) => {
    const { localSheetId } = name.attributes;
    if (localSheetId === undefined) return [name];
    const sheet = added[Number(localSheetId)];
    const place = sheet === undefined ? undefined : index(sheet);
    if (place === undefined) return [];
    return [{ ...name, attributes: { ...name.attributes, localSheetId: String(place) } }];
  });
}

/** The place of the tab that was in front. */
function frontTab({ sheets, activeTab }: WorkbookOutline, now: readonly SheetOutline[]): number {
  const front = sheets[activeTab]?.name.toLowerCase();
  return Math.max(
    0,
    now.findIndex(({ name }) => name.toLowerCase() === front),
  );
}

function foreignSheets({ sheets }: WorkbookOutline, names: readonly string[]): readonly SheetOutline[] {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  return sheets.filter(({ name }) => !taken.has(name.toLowerCase()));
}

/** Takes out the replaced sheets with all that only they used; the order of calculation is Excel's to find again. */
function dropReplaced({ parts, main, outline }: Book, kept: readonly SheetOutline[]): void {
  const keptIds = new Set(kept.map(({ relationship }) => relationship));
  const goneIds = new Set(
    outline.sheets.map(({ relationship }) => relationship).filter((id) => !keptIds.has(id)),
  );
  const staying = parts
    .relationships(main)
    .filter(({ id, type }) => !goneIds.has(id) && type !== 'calcChain');
  // A pivot cache hangs on the workbook as well: only one that some pivot still uses survives the sweep.
  parts.setRelationships(
    main,
    staying.filter(({ type }) => type !== 'pivotCacheDefinition'),
  );
  parts.sweep();
  parts.setRelationships(
    main,
    staying.filter(({ target, external }) => external || parts.has(target)),
  );
}

function keptCaches({ parts, main, outline }: Book): WorkbookOutline['pivotCaches'] {
  const ids = new Set(parts.relationships(main).map(({ id }) => id));
  return outline.pivotCaches.filter(({ relationship }) => ids.has(relationship));
}

function addSheets(
  target: Book,
  source: Book,
  copier: SheetCopier,
  kept: readonly SheetOutline[],
): readonly SheetOutline[] {
  const ids = new NumberSource(kept.map(({ sheetId }) => sheetId));
  return source.outline.sheets.map((sheet) => ({
    ...sheet,
    sheetId: ids.replacement(sheet.sheetId),
    relationship: linkCopy(target, source, copier, sheet.relationship),
  }));
}

/** Copies what a relationship of the new workbook points to, and points to the copy from the opened one. */
function linkCopy(target: Book, source: Book, copier: SheetCopier, relationship: string): string {
  const found = source.parts.relationships(source.main).find(({ id }) => id === relationship);
  if (found === undefined) throw new RangeError(`The new workbook lacks ${relationship}`);
  return link(target, found.type, copier.copy(found.target));
}

/** Two selected tabs would be a group, in which every edit goes to both. */
function deselect({ parts, main }: Book, { relationship }: SheetOutline): void {
  const part = parts.relationships(main).find(({ id }) => id === relationship);
  if (part === undefined || part.external) return;
  const xml = parts.text(part.target);
  const changed = xml.replace(/<(?:\w+:)?sheetView\b[^>]*>/g, (tag) =>
    isTrue(attributeOf(tag, 'tabSelected')) ? withAttributes(tag, { tabSelected: undefined }) : tag,
  );
  if (changed !== xml) parts.set(part.target, changed);
}

/** The properties list the titles of the sheets: better none than the old ones. */
function renewProperties(parts: PackageParts): void {
  const properties = parts.relationships('').find(({ type }) => type === 'extended-properties');
  if (properties === undefined || !parts.has(properties.target)) return;
  const untitled = parts
    .text(properties.target)
    .replace(/<((?:\w+:)?(?:HeadingPairs|TitlesOfParts))>.*?<\/\1>/gs, '');
  parts.set(properties.target, withOwnName(untitled));
}
