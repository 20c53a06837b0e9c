import { xmlElement } from '../writing/package/xml-text';
import { withBasicStyles } from './basic-styles';
import { childElements, type ChildElement } from './child-elements';
import { isPrefixed, SectionMerge, STYLES_PART, withSections } from './section-merge';
import { must } from '../../../base/invariant';

const FIRST_CUSTOM_FORMAT = 164;

export interface MergedStyles {
  readonly xml: string;
  /** Index in the merged part of each cell style, and of each differential style, of the part that was added. */
  readonly cells: readonly number[];
  readonly differentials: readonly number[];
}

/**
 * Adds the styles of one part to another, whose own keep their places; what is there already is not added again.
 * @throws WorkbookFileError `file-bad-xml`
 */
export function mergeStyles(standing: string, added: string): MergedStyles {
  const base = withBasicStyles(standing);
  const mine = childElements(STYLES_PART, added);
  const theirs = childElements(STYLES_PART, base);
  const sectionOf = (name: string): SectionMerge =>
    new SectionMerge(theirs.get(name) ?? [], isPrefixed(base));
  const simple = (name: string): SectionMerge => {
    const merge = sectionOf(name);
    for (const child of mine.get(name) ?? []) merge.place(child.xml);
    return merge;
  };
  const numFmts = sectionOf('numFmts');
  const formats = mergeFormats(mine.get('numFmts') ?? [], theirs.get('numFmts') ?? [], numFmts);
  const fonts = simple('fonts');
  const fills = simple('fills');
  const borders = simple('borders');
  const cellXfs = sectionOf('cellXfs');
  for (const xf of mine.get('cellXfs') ?? []) {
    const moved: Readonly<Record<string, number>> = {
      numFmtId: formats.get(number(xf, 'numFmtId')) ?? number(xf, 'numFmtId'),
      fontId: must(fonts.places[number(xf, 'fontId')], 'the font of a style of ours'),
      fillId: must(fills.places[number(xf, 'fillId')], 'the fill of a style of ours'),
      borderId: must(borders.places[number(xf, 'borderId')], 'the border of a style of ours'),
      xfId: 0,
    };
    cellXfs.place(withAttributes(xf, moved));
  }
  const dxfs = simple('dxfs');
  const sections = { numFmts, fonts, fills, borders, cellXfs, dxfs };
  const grows = Object.values(sections).some(({ added }) => added.length > 0);
  const xml = grows ? withSections(base, sections) : standing;
  return { xml, cells: cellXfs.places, differentials: dxfs.places };
}

/** New numbers for our own number formats, above those in use; a code that is there already keeps its number. */
function mergeFormats(
  mine: readonly ChildElement[],
  theirs: readonly ChildElement[],
  merge: SectionMerge,
): ReadonlyMap<number, number> {
  const known = new Map(
    theirs.map((format) => [format.attributes['formatCode'] ?? '', number(format, 'numFmtId')]),
  );
  const used = [FIRST_CUSTOM_FORMAT - 1, ...known.values()];
  let next = used.reduce((a, b) => Math.max(a, b)) + 1;
  const moved = new Map<number, number>();
  for (const format of mine) {
    const code = format.attributes['formatCode'] ?? '';
    const id = known.get(code) ?? next++;
    moved.set(number(format, 'numFmtId'), id);
    if (!known.has(code)) merge.place(xmlElement('numFmt', { numFmtId: id, formatCode: code }));
  }
  return moved;
}

function number(element: ChildElement, attribute: string): number {
  return Number(element.attributes[attribute] ?? 0);
}

function withAttributes(element: ChildElement, changed: Readonly<Record<string, number>>): string {
  const end = element.xml.indexOf('>');
  const closing = element.xml[end - 1] === '/' ? end - 1 : end;
  return (
    xmlElement('xf', { ...element.attributes, ...changed }).replace('/>', '') + element.xml.slice(closing)
  );
}
