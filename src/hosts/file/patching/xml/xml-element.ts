import { joined } from '../../packing/joined';
import type { LongXml } from './long-xml';
import { attributeOf, decodedXml, withAttributes } from './tag-attributes';
import { rawTagName, tagName, TagScanner } from './tag-scanner';

/** A piece of an element's content: an element by its name, or what stands between elements, without a name. */
export interface XmlPiece {
  readonly name: string;
  readonly xml: string;
  /** The same as bytes, of a piece that is kept so. */
  readonly long?: LongXml;
}

function longPiece(name: string, long: LongXml): XmlPiece {
  return {
    name,
    long,
    get xml() {
      return long.toString();
    },
  };
}

/** An element with its content in pieces, each as it is written: whatever is not changed stays letter by letter. */
export class XmlElement {
  pieces: XmlPiece[] = [];

  private constructor(
    private readonly part: string,
    private readonly head: string,
    public tag: string,
    private readonly close: string,
    private readonly tail: string,
  ) {}

  /**
   * @param part For faults.
   * @param xml One element, with whatever stands before and behind it.
   * @throws WorkbookFileError `file-bad-xml`
   */
  static parse(part: string, xml: string): XmlElement {
    const scanner = new TagScanner(part, xml);
    if (!scanner.next()) return new XmlElement(part, xml, '', '', '');
    const { from, to, tag, kind } = scanner;
    if (kind === 'empty') return new XmlElement(part, xml.slice(0, from), tag, '', xml.slice(to));
    const pieces: XmlPiece[] = [];
    let at = to;
    for (;;) {
      scanner.next();
      const start = scanner.from;
      if (start > at) pieces.push({ name: '', xml: xml.slice(at, start) });
      if (scanner.kind === 'close') break;
      const { name } = scanner;
      // Whoever changes a sheet has read its rows, but not what comes behind them.
      if (name === 'sheetData') scanner.skipRead();
      else scanner.skip();
      at = scanner.to;
      pieces.push({ name, xml: xml.slice(start, at) });
    }
    const element = new XmlElement(part, xml.slice(0, from), tag, scanner.tag, xml.slice(scanner.to));
    while (scanner.next());
    element.pieces = pieces;
    return element;
  }

  get name(): string {
    return tagName(this.tag);
  }

  /** “x:” where names are written with it; else empty. */
  get prefix(): string {
    const raw = rawTagName(this.tag);
    return raw.slice(0, raw.indexOf(':') + 1);
  }

  attribute(name: string): string | undefined {
    return attributeOf(this.tag, name);
  }

  set(changes: Readonly<Record<string, string | number | undefined>>): void {
    this.tag = withAttributes(this.tag, changes);
  }

  /** Elements among the pieces, of that name or all. */
  elements(name?: string): readonly XmlElement[] {
    return this.pieces
      .filter((piece) => piece.name !== '' && (name === undefined || piece.name === name))
      .map(({ xml }) => XmlElement.parse(this.part, xml));
  }

  first(name: string): XmlElement | undefined {
    const piece = this.pieces.find((candidate) => candidate.name === name);
    return piece === undefined ? undefined : XmlElement.parse(this.part, piece.xml);
  }

  /** The text in it and in all elements in it, decoded. */
  get text(): string {
    return decodedXml(
      this.pieces.map(({ xml }) => xml.replace(/<!\[CDATA\[(.*?)\]\]>|<[^>]*>/gs, '$1')).join(''),
    );
  }

  /** Replaces pieces of that name; `undefined` takes one out. */
  change(name: string, edit: (element: XmlElement) => XmlElement | string | undefined): void {
    this.pieces = this.pieces.flatMap((piece) => {
      if (piece.name !== name) return [piece];
      const edited = edit(XmlElement.parse(this.part, piece.xml));
      return edited === undefined ? [] : [{ name, xml: edited.toString() }];
    });
  }

  /** Puts the pieces in place of the ones of that name, or where the order has them. */
  place(name: string, xml: string | LongXml | undefined, order: readonly string[]): void {
    const at = this.pieces.findIndex((piece) => piece.name === name);
    const rest = this.pieces.filter((piece) => piece.name !== name);
    if (xml !== undefined && xml !== '') {
      const rank = order.indexOf(name);
      const later = rest.findIndex((piece) => piece.name !== '' && order.indexOf(piece.name) > rank);
      const place = at === -1 || at > rest.length ? (later === -1 ? rest.length : later) : at;
      rest.splice(place, 0, typeof xml === 'string' ? { name, xml } : longPiece(name, xml));
    }
    this.pieces = rest;
  }

  /** As text, or as bytes where a piece of it is kept as bytes. */
  content(): string | Uint8Array {
    const { head, tag, close, tail, pieces } = this;
    if (close === '' || pieces.every(({ long }) => long === undefined)) return this.toString();
    const whole: Uint8Array[] = [];
    const encoder = new TextEncoder();
    let text = head + tag;
    for (const piece of pieces) {
      if (piece.long === undefined) {
        text += piece.xml;
        continue;
      }
      whole.push(encoder.encode(text), ...piece.long.bytes);
      text = '';
    }
    return joined([...whole, encoder.encode(text + close + tail)]);
  }

  toString(): string {
    const { head, tag, close, tail, pieces } = this;
    const inside = pieces.map(({ xml }) => xml).join('');
    if (close !== '') return head + tag + inside + close + tail;
    if (inside === '') return head + tag + tail;
    return `${head}${tag.replace(/\s*\/>$/, '>')}${inside}</${rawTagName(tag)}>${tail}`;
  }
}

/** Names of elements written without prefix are given one: for what is put into a part that has it. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(\w+)(?=[\s/>])/g, `<$1${prefix}$2`);
}
