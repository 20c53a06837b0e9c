import type { Book } from '../../grafting/book';
import { xmlAttribute } from '../../writing/package/xml-text';
import { unshareFormulas } from '../cells/unshare-formulas';
import { moveAnchors, moveNoteBoxes } from './move-anchors';
import { moveReferences } from './move-references';
import { RowMoves, WorkbookMoves, type InsertedRows } from './row-moves';

/** Kinds of parts that name cells; sheets of other workbooks, texts and styles do not. */
const NAMING =
  /\.(?:worksheet|chart|chartex|table|pivotCacheDefinition|pivotTable|controlproperties|drawing|comments|threadedcomments|main)\+xml$/i;
/** Parts that hang on a sheet and name its cells without saying so. */
const OF_SHEET = new Set([
  'drawing',
  'vmlDrawing',
  'comments',
  'threadedComment',
  'table',
  'pivotTable',
  'ctrlProp',
]);

/**
 * Inserts rows into sheets: whatever the package says of cells follows, as in Excel. Sheets are named by the workbook.
 * @throws WorkbookFileError
 */
export function insertRows(book: Book, insertions: ReadonlyMap<string, readonly InsertedRows[]>): void {
  const { parts, main } = book;
  const moves = new WorkbookMoves([...insertions].map(([sheet, rows]) => [sheet, new RowMoves(rows)]));
  const sheetOf = sheetsOfParts(book);
  const names = [...insertions.keys()].map((name) => xmlAttribute(name));
  for (const part of parts.names()) {
    const sheet = sheetOf.get(part.toLowerCase()) ?? '';
    const own = moves.of(sheet);
    const isNaming = part === main || NAMING.test(parts.types.of(part));
    const isDrawing = own !== undefined && part.toLowerCase().endsWith('.vml');
    if (!isNaming && !isDrawing) continue;
    const before = parts.text(part);
    if (own === undefined && !mentions(before, names)) continue;
    const after = isDrawing ? moveNoteBoxes(before, own) : movedPart(part, before, { sheet, own, moves });
    if (after !== before) parts.set(part, after);
  }
}

/** The sheet that a part is, or hangs on, by the part's name in lower case. */
function sheetsOfParts({ parts, main, outline }: Book): ReadonlyMap<string, string> {
  const sheetOf = new Map<string, string>();
  const relationships = parts.relationships(main);
  for (const { name, relationship } of outline.sheets) {
    const part = relationships.find(({ id }) => id === relationship);
    if (part === undefined || part.external) continue;
    sheetOf.set(part.target.toLowerCase(), name);
    for (const { type, target, external } of parts.relationships(part.target)) {
      if (!external && OF_SHEET.has(type)) sheetOf.set(target.toLowerCase(), name);
    }
  }
  return sheetOf;
}

/** Quotes in names are written doubled, and as entities or not: what stands before the first is enough to look for. */
function mentions(xml: string, names: readonly string[]): boolean {
  return names.some(
    (name) => xml.includes(/^[^'&]*/.exec(name)?.[0] ?? '') || xml.toLowerCase().includes(name.toLowerCase()),
  );
}

function movedPart(
  part: string,
  xml: string,
  place: { readonly sheet: string; readonly own: RowMoves | undefined; readonly moves: WorkbookMoves },
): string {
  const plain = unshareFormulas(
    part,
    xml,
    (_, formula) => place.own !== undefined || place.moves.concern(formula, place.sheet),
  );
  const moved = moveReferences(part, plain, place);
  return place.own !== undefined && /<(?:\w+:)?(?:\w*CellAnchor|anchor)\b/.test(moved)
    ? moveAnchors(part, moved, place.own)
    : moved;
}
