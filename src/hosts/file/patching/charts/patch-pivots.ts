import type { PivotBlueprint } from '../../../../base/blueprint';
import type { ChangedTab } from '../../../../base/workbook-difference';
import { must } from '../../../../base/invariant';
import type { CellRange } from '../../../../base/raw-sheet';
import type { Book } from '../../grafting/book';
import { parseCellRange } from '../../reading/xlsx/references';
import { XmlElement } from '../xml/xml-element';
import { worksheetOf } from '../worksheet-part';

/**
 * Pivots of a tab whose figures are new are filled in anew when the file is opened, however the clerk turned them; one that is
 * removed goes, and the cells that show it stay until they are changed.
 * @returns pivots that are to come in and are not there.
 */
export function patchPivots(
  book: Book,
  { sheet, pivots }: ChangedTab,
): readonly { readonly sheet: string; readonly pivot: PivotBlueprint }[] {
  const { removed, added } = pivots;
  if (removed.length + added.length === 0) return [];
  const { parts } = book;
  const { part } = worksheetOf(book, sheet);
  const relationships = parts.relationships(part);
  const standing = new Map(
    relationships
      .filter(({ type, external, target }) => type === 'pivotTable' && !external && parts.has(target))
      .map((relationship) => {
        const name =
          XmlElement.parse(relationship.target, parts.text(relationship.target)).attribute('name') ?? '';
        return [name, relationship] as const;
      }),
  );
  const gone = namesGone(pivots);
  const staying = added.filter(({ name }) => standing.has(name) && !gone.has(name));
  for (const { name } of staying) refreshWhenOpened(book, must(standing.get(name), name).target);
  const leaving = new Set([...gone].flatMap((name) => standing.get(name)?.id ?? []));
  if (leaving.size > 0) {
    for (const { id, target } of relationships) if (leaving.has(id)) parts.remove(target);
    parts.setRelationships(
      part,
      relationships.filter(({ id }) => !leaving.has(id)),
    );
  }
  return added.flatMap((pivot) => (staying.includes(pivot) ? [] : [{ sheet, pivot }]));
}

/** Those of ours that go, some of them to come again. */
function namesGone({ removed, added, inTheWay = [] }: ChangedTab['pivots']): ReadonlySet<string> {
  const isAdded = (name: string) => added.some((other) => other.name === name);
  return new Set([
    ...removed.flatMap(({ name }) => (isAdded(name) ? [] : [name])),
    ...inTheWay.filter(isAdded),
  ]);
}

/** A change that also empties the cells of pivots that go: what they show is theirs. */
export function withoutPivotCells(book: Book, tab: ChangedTab): ChangedTab {
  const gone = namesGone(tab.pivots);
  if (gone.size === 0) return tab;
  const { parts } = book;
  const places = parts
    .relationships(worksheetOf(book, tab.sheet).part)
    .filter(({ type, external, target }) => type === 'pivotTable' && !external && parts.has(target))
    .flatMap(({ target }) => {
      const table = XmlElement.parse(target, parts.text(target));
      const place = placeWithFilters(table);
      return place !== undefined && gone.has(table.attribute('name') ?? '') ? [place] : [];
    });
  const empty = places.flatMap(({ top, left, bottom, right }) =>
    Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, index) => ({
      row: top + Math.floor(index / (right - left + 1)),
      column: left + (index % (right - left + 1)),
      content: null,
    })),
  );
  return {
    ...tab,
    cells: [...empty, ...tab.cells],
    formats: [...places.map((range) => ({ range, format: {} })), ...tab.formats],
  };
}

/** The cells that show a PivotTable: its filters stand above, with an empty row between. */
function placeWithFilters(table: XmlElement): CellRange | undefined {
  const location = table.first('location');
  const place = parseCellRange(location?.attribute('ref') ?? '');
  const filters = Number(location?.attribute('rowPageCount') ?? 0);
  if (place === undefined || filters === 0) return place;
  return {
    ...place,
    top: Math.max(1, place.top - filters - 1),
    right: Math.max(place.right, place.left + 1),
  };
}

function refreshWhenOpened({ parts }: Book, table: string): void {
  const cache = parts.relationships(table).find(({ type }) => type === 'pivotCacheDefinition')?.target;
  if (cache === undefined || !parts.has(cache)) return;
  const root = XmlElement.parse(cache, parts.text(cache));
  root.set({ refreshOnLoad: 1 });
  const xml = root.toString();
  if (xml !== parts.text(cache)) parts.set(cache, xml);
}
