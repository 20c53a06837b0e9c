import { WorkbookFileError } from '../../../../base/file-fault';
import { SaxesParser } from 'saxes';
import { markedEncoding } from './encoding';
import { keepWithin, LIMITS } from './limits';

/** Attributes by their name as written, prefix included. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What a part's reader is told; names come without prefix, depth counts from 1 at the root. */
export interface XmlReader {
  open(name: string, attributes: XmlAttributes, depth: number): void;
  close(name: string, depth: number): void;
  text?(text: string): void;
  /** True once the reader has all it needs: the rest is only counted and checked, not parsed. */
  readonly done?: boolean;
}

type Parser = SaxesParser<{ position: false; xmlns: false }>;

/** A parser that throws `file-bad-xml` for what is not well-formed, and for every document type. */
export function strictParser(part: string): Parser {
  const parser: Parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  const fail = (): never => {
    throw new WorkbookFileError('file-bad-xml', part);
  };
  parser.on('error', fail);
  // Entities can only be declared in a document type, and no part of a workbook has one (ECMA-376 part 2, 9.1.2).
  parser.on('doctype', fail);
  return parser;
}

/** Feeds decoded pieces of one part to its reader. */
export class XmlFeed {
  private readonly parser: Parser;
  private readonly localNames = new Map<string, string>();
  private decoder: TextDecoder | undefined;
  private depth = 0;

  constructor(
    private readonly part: string,
    private readonly reader: XmlReader,
  ) {
    const parser = strictParser(part);
    this.parser = parser;
    parser.on('opentag', (tag) => {
      this.depth += 1;
      keepWithin(LIMITS.xmlDepth, this.depth, part);
      reader.open(this.localName(tag.name), tag.attributes, this.depth);
    });
    parser.on('closetag', (tag) => {
      reader.close(this.localName(tag.name), this.depth);
      this.depth -= 1;
    });
    if (reader.text !== undefined) {
      const take = (text: string): void => reader.text?.(text);
      parser.on('text', take);
      parser.on('cdata', take);
    }
  }

  /** @throws WorkbookFileError `file-bad-xml` */
  write(piece: Uint8Array): void {
    if (this.reader.done === true) return;
    this.decoder ??= new TextDecoder(markedEncoding(piece) ?? 'utf-8', { fatal: true });
    this.parser.write(this.decode(piece, true));
  }

  /** @throws WorkbookFileError `file-bad-xml` when an element is still open. */
  end(): void {
    if (this.reader.done === true) return;
    const rest = this.decode(new Uint8Array(), false);
    if (rest !== '') this.parser.write(rest);
    this.parser.close();
  }

  private decode(piece: Uint8Array, stream: boolean): string {
    try {
      return this.decoder?.decode(piece, { stream }) ?? '';
    } catch {
      return this.fail();
    }
  }

  private fail(): never {
    throw new WorkbookFileError('file-bad-xml', this.part);
  }

  private localName(name: string): string {
    const colon = name.indexOf(':');
    if (colon === -1) return name;
    const known = this.localNames.get(name);
    if (known !== undefined) return known;
    const local = name.slice(colon + 1);
    this.localNames.set(name, local);
    return local;
  }
}

/** The `r:id` of an element, whatever prefix the writer chose. */
export function relationshipId(attributes: XmlAttributes): string | undefined {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return name === undefined ? undefined : attributes[name];
}

/** Booleans as XML Schema writes them. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
