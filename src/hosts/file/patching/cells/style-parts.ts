import { xmlElement } from '../../writing/package/xml-text';
import { STYLES_ORDER, STYLES_PART } from '../../grafting/section-merge';
import { attributesOf } from '../xml/tag-attributes';
import { XmlElement } from '../xml/xml-element';

const FIRST_CUSTOM_FORMAT = 164;
/** In which Excel wants the elements of a font. */
const FONT_ORDER = [
  ...['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign'],
  ...['sz', 'color', 'name', 'family', 'charset', 'scheme'],
];

/** Number formats of a styles part by their codes; what is asked for and not there is added. */
export class NumberFormats {
  private readonly added: string[] = [];
  private readonly ids: Map<string, string>;
  private next: number;
  private readonly count: number;

  constructor(private readonly root: XmlElement) {
    const formats = (root.first('numFmts')?.elements() ?? []).map(({ tag }) => attributesOf(tag));
    this.count = formats.length;
    this.ids = new Map(
      formats
        .toReversed()
        .flatMap(({ formatCode, numFmtId }) =>
          formatCode === undefined || numFmtId === undefined ? [] : [[formatCode, numFmtId]],
        ),
    );
    this.ids.set('General', '0');
    this.next = formats.reduce(
      (top, { numFmtId }) => Math.max(top, Number(numFmtId) + 1),
      FIRST_CUSTOM_FORMAT,
    );
  }

  /** The number by which a cell style names the format. */
  idOf(code: string): string {
    const known = this.ids.get(code);
    if (known !== undefined) return known;
    const id = String(this.next);
    this.next += 1;
    this.ids.set(code, id);
    this.added.push(xmlElement(`${this.root.prefix}numFmt`, { numFmtId: id, formatCode: code }));
    return id;
  }

  /** Writes what was added into the part. */
  save(): void {
    if (this.added.length > 0) extend(this.root, 'numFmts', this.added, this.count + this.added.length);
  }
}

/** Fonts of a styles part, and twins of them in another size. */
export class Fonts {
  private readonly fonts: string[];
  private readonly first: number;

  constructor(private readonly root: XmlElement) {
    this.fonts = (root.first('fonts')?.elements() ?? []).map(String);
    this.first = this.fonts.length;
  }

  /** The place of a font that is like this one but for its size. @param points Its size. */
  sized(place: number, points: number): number {
    const { prefix } = this.root;
    const plain = `<${prefix}font/>`;
    // The first one is that of every cell that names none.
    if (this.fonts.length === 0) this.fonts.push(plain);
    const font = XmlElement.parse(STYLES_PART, this.fonts[place] ?? plain);
    font.place('sz', xmlElement(`${prefix}sz`, { val: points }), FONT_ORDER);
    const twin = font.toString();
    const known = this.fonts.indexOf(twin);
    return known === -1 ? this.fonts.push(twin) - 1 : known;
  }

  /** Writes what was added into the part. */
  save(): void {
    const added = this.fonts.slice(this.first);
    if (added.length > 0) extend(this.root, 'fonts', added, this.fonts.length);
  }
}

/** Adds elements to a section of a styles part, which is made where it is missing. @param count How many it then has. */
export function extend(root: XmlElement, name: string, added: readonly string[], count: number): void {
  const section = root.first(name) ?? XmlElement.parse(STYLES_PART, `<${root.prefix}${name}/>`);
  section.pieces.push({ name: '', xml: added.join('') });
  section.set({ count });
  root.place(name, section.toString(), STYLES_ORDER);
}
