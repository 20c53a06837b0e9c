import type { SheetBlueprint } from '../../../../base/blueprint';
import { bookOf } from '../../grafting/book';
import { PackageParts, type PartContent } from '../../grafting/package-parts';
import { SHARED_TEXTS_PART, SharedTexts } from '../shared-texts';
import { addSlicers } from '../../slicers/add-slicers';
import { withOwnName } from './application-name';
import type { ChartNames, NoteAnchors, PackageEdits } from './package-edits';
import type { CollectedParts } from './part-collector';
import { xmlAttribute } from './xml-text';

/** Readers that look only at the beginning of a file expect these first. */
const FIRST_PARTS = ['[Content_Types].xml', '_rels/.rels'];

const APPLICATION_PART = 'docProps/app.xml';
const WORKBOOK_PART = 'xl/workbook.xml';

/**
 * Makes the edits in the library's parts, adds the slicers of the sheets, and zips all, every entry with the same time.
 * @throws WorkbookTooLargeError
 */
export function finishPackage(
  parts: CollectedParts,
  edits: PackageEdits,
  sheets: readonly SheetBlueprint[],
): Promise<Uint8Array> {
  for (const [name, text] of edits.parts) parts.set(name, text);
  parts.set(APPLICATION_PART, withOwnName(textOf(parts, APPLICATION_PART)));
  for (const name of parts.keys()) {
    const drawing = /^xl\/drawings\/(drawing\d+\.xml)$/.exec(name)?.[1];
    if (drawing !== undefined) {
      const relations = textOf(parts, `xl/drawings/_rels/${drawing}.rels`);
      parts.set(name, withChartNames(textOf(parts, name), relations, edits.chartNames));
    }
    const sheet = /^xl\/drawings\/vmlDrawing(\d+)\.vml$/.exec(name)?.[1];
    if (sheet !== undefined) parts.set(name, withNoteAnchors(textOf(parts, name), sheet, edits.noteAnchors));
  }
  const rank = (name: string): number => placeOf(name, edits);
  const whole = new PackageParts([...withRows(parts, edits)].toSorted(([a], [b]) => rank(a) - rank(b)));
  addSlicers(bookOf(whole, WORKBOOK_PART), sheets);
  return whole.toBytesAside();
}

function textOf(parts: CollectedParts, name: string): string {
  const part = parts.get(name) ?? '';
  return typeof part === 'string' ? part : new TextDecoder().decode(part);
}

/** The parts with the rows of large sheets, and the texts they show. */
function withRows(parts: CollectedParts, { rows }: PackageEdits): ReadonlyMap<string, PartContent> {
  if (rows.size === 0) return parts;
  const texts = SharedTexts.after(textOf(parts, SHARED_TEXTS_PART));
  const whole = new Map<string, PartContent>(parts);
  for (const [name, sheet] of rows) whole.set(name, () => sheet.written(textOf(parts, name), texts));
  if (parts.has(SHARED_TEXTS_PART)) whole.set(SHARED_TEXTS_PART, () => texts.written());
  return whole;
}

/** Large sheets come early, so that they are packed while the others are made; the texts they show are known after them. */
function placeOf(name: string, { rows }: PackageEdits): number {
  const place = FIRST_PARTS.indexOf(name);
  if (place !== -1) return place;
  if (rows.has(name)) return FIRST_PARTS.length;
  return FIRST_PARTS.length + (name === SHARED_TEXTS_PART ? 2 : 1);
}

/** The library calls every chart “Chart N”; a name lets macros find it, a description lets screen readers tell it. */
function withChartNames(drawing: string, relations: string, names: ChartNames): string {
  const chartOf = new Map<string, number>();
  for (const [tag] of relations.matchAll(/<Relationship [^>]*>/g)) {
    const id = /Id="([^"]+)"/.exec(tag)?.[1];
    const chart = /Target="[^"]*\/chart(\d+)\.xml"/.exec(tag)?.[1];
    if (id !== undefined && chart !== undefined) chartOf.set(id, Number(chart));
  }
  return drawing.replace(
    /<xdr:cNvPr id="(\d+)" name="[^"]*"\/>(<xdr:cNvGraphicFramePr\/>.*?r:id="([^"]+)")/gs,
    (whole, number: string, between: string, id: string) => {
      const named = names.get(chartOf.get(id) ?? 0);
      if (named === undefined) return whole;
      const description = xmlAttribute(named.description);
      return `<xdr:cNvPr id="${number}" name="${xmlAttribute(named.name)}" descr="${description}"/>${between}`;
    },
  );
}

/** The library gives every note a box of two columns by four rows, which cuts most texts. */
function withNoteAnchors(drawing: string, sheet: string, anchors: NoteAnchors): string {
  return drawing.replace(
    /<x:Anchor>[^<]*<\/x:Anchor>(.*?<x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>)/gs,
    (whole, between: string, row: string, column: string) => {
      const anchor = anchors.get(`${sheet} ${row} ${column}`);
      return anchor === undefined ? whole : `<x:Anchor>${anchor}</x:Anchor>${between}`;
    },
  );
}
