import { DEFAULT_DATE_FORMAT } from '../../writing/cell-styles';
import type { contentKind } from '../../writing/cell-content';
import type { DetailFormat } from '../../../../base/workbook-difference';
import { related, type Book } from '../../grafting/book';
import { addStylesPart } from '../../grafting/marking/mark-styles';
import { STYLES_PART } from '../../grafting/section-merge';
import { attributesOf } from '../xml/tag-attributes';
import { withPrefix, XmlElement } from '../xml/xml-element';
import { extend, Fonts, NumberFormats } from './style-parts';

const GENERAL = '0';
const TEXT = '49';

/** What a cell is given, as far as its style depends on it. */
export type DressedKind = ReturnType<typeof contentKind> | 'none';

/** A cell style of the workbook to take instead of a cell's own, or what alone changes in its own. */
type NewLook = number | DetailFormat | undefined;

/** The cell styles of a workbook, and twins of them that a content or a new look needs. */
export class CellLooks {
  private readonly part: string;
  private readonly root: XmlElement;
  private readonly styles: XmlElement[];
  private readonly known = new Map<string, number>();
  private readonly dresses: Partial<Record<DressedKind, Map<NewLook, (own: number) => number>>> = {};
  private readonly first: number;
  private readonly numberFormats: NumberFormats;
  private readonly fonts: Fonts;

  /** @throws WorkbookFileError */
  constructor(private readonly book: Book) {
    this.part = related(book, 'styles')?.target ?? addStylesPart(book);
    this.root = XmlElement.parse(STYLES_PART, book.parts.text(this.part));
    this.styles = [...(this.root.first('cellXfs')?.elements('xf') ?? [])];
    this.first = this.styles.length;
    this.numberFormats = new NumberFormats(this.root);
    this.fonts = new Fonts(this.root);
    this.styles.forEach((style, index) => {
      const key = keyOf(style);
      if (!this.known.has(key)) this.known.set(key, index);
    });
  }

  /**
   * Of a cell that is given something, its style from the one it has. The same look and kind of content give the same function.
   * @param look One to take instead; the protection of its own stays. Or what changes in it; the rest stays.
   * @param kind Of what is put in; none when it keeps what it holds, or is emptied.
   */
  dress(look: NewLook, kind: DressedKind): (own: number) => number {
    const dresses = this.dresses[kind] ?? new Map<NewLook, (own: number) => number>();
    this.dresses[kind] = dresses;
    let dress = dresses.get(look);
    if (dress === undefined) {
      const answers = new Map<number, number>();
      dress = (own) => {
        const known = answers.get(own) ?? this.dressedAs(own, look, kind);
        answers.set(own, known);
        return known;
      };
      dresses.set(look, dress);
    }
    return dress;
  }

  private dressedAs(own: number, look: NewLook, kind: DressedKind): number {
    let style = own;
    if (typeof look === 'number') style = this.dressed(own, look);
    else if (look !== undefined) style = this.detailed(own, look);
    if (kind === 'date') style = this.dated(style);
    return kind === 'none' ? style : this.quoted(style, kind === 'riskyText');
  }

  /** Writes what was added into the part. */
  save(): void {
    const added = this.styles.slice(this.first);
    const { root, book, part } = this;
    this.numberFormats.save();
    this.fonts.save();
    if (added.length > 0) extend(root, 'cellXfs', added.map(String), this.styles.length);
    const xml = root.toString();
    if (xml !== book.parts.text(part)) book.parts.set(part, xml);
  }

  private dressed(own: number, look: number): number {
    const protection = this.styles[own]?.first('protection');
    return this.twin(look, (style) => {
      style.pieces = style.pieces.filter(({ name }) => name !== 'protection');
      style.set({ applyProtection: protection === undefined ? undefined : 1 });
      if (protection !== undefined) style.pieces.push({ name: 'protection', xml: protection.toString() });
    });
  }

  private detailed(own: number, { size, numberFormat }: DetailFormat): number {
    return this.twin(own, (style) => {
      if (size !== undefined) {
        style.set({ fontId: this.fonts.sized(Number(style.attribute('fontId') ?? 0), size), applyFont: 1 });
      }
      if (numberFormat !== undefined) {
        style.set({ numFmtId: this.numberFormats.idOf(numberFormat), applyNumberFormat: 1 });
      }
    });
  }

  /** Days need a format of theirs; the one the cell has stays unless it would show a bare number. */
  private dated(own: number): number {
    const format = this.styles[own]?.attribute('numFmtId') ?? GENERAL;
    if (format !== GENERAL && format !== TEXT) return own;
    const numFmtId = this.numberFormats.idOf(DEFAULT_DATE_FORMAT);
    return this.twin(own, (style) => {
      style.set({ numFmtId, applyNumberFormat: 1 });
    });
  }

  private quoted(own: number, risky: boolean): number {
    const isQuoted = this.styles[own]?.attribute('quotePrefix') !== undefined;
    if (isQuoted === risky) return own;
    return this.twin(own, (style) => {
      style.set({ quotePrefix: risky ? 1 : undefined });
    });
  }

  private twin(of: number, change: (style: XmlElement) => void): number {
    const model = this.styles[of]?.toString() ?? withPrefix('<xf/>', this.root.prefix);
    const style = XmlElement.parse(STYLES_PART, model);
    change(style);
    const key = keyOf(style);
    const place = this.known.get(key) ?? this.styles.push(style) - 1;
    this.known.set(key, place);
    return place;
  }
}

/** The same for styles that say the same. */
function keyOf(style: XmlElement): string {
  const attributes = Object.entries(attributesOf(style.tag)).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([attributes, style.pieces.map(({ xml }) => xml)]);
}
