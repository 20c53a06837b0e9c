import { MARK_FILL } from '../../../../returns/locate/form-columns';
import { xmlElement } from '../../writing/package/xml-text';
import { BARE_STYLES, withBasicStyles } from '../basic-styles';
import { link, related, type Book } from '../book';
import { childElements, type ChildElement } from '../child-elements';
import { must } from '../../../../base/invariant';
import { isPrefixed, SectionMerge, STYLES_PART, withSections } from '../section-merge';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** The fill of a cell marked in an earlier round. */
const MARKED = new RegExp(`fgColor[^>]*rgb="(?:FF)?(?:${Object.values(MARK_FILL).join('|')})"`, 'i');

/** The styles of a workbook, to which filled twins of its cell styles are added. */
export class MarkStyles {
  private readonly part: string;
  private readonly base: string;
  private readonly cellStyles: readonly ChildElement[];
  private readonly fillElements: readonly ChildElement[];
  private readonly fills: SectionMerge;
  private readonly cellXfs: SectionMerge;

  /** @throws WorkbookFileError */
  constructor(private readonly book: Book) {
    this.part = related(book, 'styles')?.target ?? addStylesPart(book);
    this.base = withBasicStyles(book.parts.text(this.part));
    const sections = childElements(STYLES_PART, this.base);
    this.cellStyles = sections.get('cellXfs') ?? [];
    this.fillElements = sections.get('fills') ?? [];
    this.fills = new SectionMerge(this.fillElements, isPrefixed(this.base));
    this.cellXfs = new SectionMerge(this.cellStyles, false);
  }

  /** A style like this one but for its fill (`RRGGBB`); one that is not there looks like the first. */
  marked(style: number, fill: string): number {
    const element = must(this.cellStyles[style] ?? this.cellStyles[0], 'the first cell style');
    const fillId = this.fills.place(solidFill(fill));
    return this.cellXfs.place(withFill(element, fillId));
  }

  /** The style that a cell had before it was marked: the one that differs from it in the fill alone. */
  unmarked(style: number): number {
    const element = this.cellStyles[style];
    if (element === undefined || !this.isMarked(element)) return style;
    const like = this.cellStyles.findIndex(
      (other) => withFill(other, 0) === withFill(element, 0) && !this.isMarked(other),
    );
    return like === -1 ? this.cellXfs.place(withFill(element, 0)) : like;
  }

  /** Writes what was added into the part. */
  save(): void {
    const { fills, cellXfs } = this;
    if (cellXfs.added.length === 0) return;
    this.book.parts.set(this.part, withSections(this.base, { fills, cellXfs }));
  }

  private isMarked(style: ChildElement): boolean {
    const xml = this.fillElements[Number(style.attributes['fillId'] ?? 0)]?.xml ?? '';
    return MARKED.test(xml);
  }
}

/** For a workbook that has none. */
export function addStylesPart(book: Book): string {
  // Some readers know the part by this name alone.
  const part = 'xl/styles.xml';
  book.parts.set(part, BARE_STYLES);
  book.parts.types.set(part, STYLES_TYPE);
  link(book, 'styles', part);
  return part;
}

function solidFill(color: string): string {
  return xmlElement('fill', {}, [
    xmlElement('patternFill', { patternType: 'solid' }, [
      xmlElement('fgColor', { rgb: `FF${color}` }),
      xmlElement('bgColor', { indexed: 64 }),
    ]),
  ]);
}

function withFill({ attributes, xml }: ChildElement, fillId: number): string {
  const name = /^<([^\s/>]+)/.exec(xml)?.[1] ?? 'xf';
  const opening = xmlElement(name, { ...attributes, fillId, applyFill: 1 });
  const end = xml.indexOf('>');
  return xml[end - 1] === '/' ? opening : opening.replace(/\/>$/, '>') + xml.slice(end + 1);
}
