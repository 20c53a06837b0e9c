import { strictParser } from '../reading/package/xml';
import { XML_HEAD } from '../writing/package/xml-text';

export type Attributes = Record<string, string>;

/** What to change while a part is copied; names come without prefix, depth counts from 1 at the root. */
export interface RewriteRules {
  /** Raw XML to put before an element. */
  before?(name: string, depth: number): string;
  /** The element's attributes, changed in place; `false` leaves the element out with all it holds. */
  open?(name: string, attributes: Attributes, depth: number): boolean | undefined;
  /** Raw tags to write in place of the element's own. */
  tags?(name: string, depth: number): readonly [open: string, close: string] | undefined;
  /** The text of an element. */
  text?(text: string, element: string, depth: number): string;
  /** Raw XML to put at the end of an element. */
  atEnd?(name: string, depth: number): string;
}

const TEXT_ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
};
const ATTRIBUTE_ENTITY: Readonly<Record<string, string>> = {
  ...TEXT_ENTITY,
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/**
 * Copies an XML part with changes; prefixes, declarations and unknown elements stay, comments do not.
 * @throws WorkbookFileError `file-bad-xml`
 */
export function rewriteXml(part: string, xml: string, rules: RewriteRules): string {
  const copy = new XmlCopy(rules);
  const parser = strictParser(part);
  parser.on('opentag', ({ name, attributes }) => copy.open(name, attributes));
  parser.on('closetag', ({ name }) => copy.close(name));
  parser.on('text', (text) => copy.text(text));
  parser.on('cdata', (text) => copy.text(text));
  parser.write(xml).close();
  return XML_HEAD + copy.result();
}

/** Writes out the elements it is told of, as the rules have it. */
export class XmlCopy {
  private readonly out: string[] = [];
  private readonly path: { readonly name: string; close?: string }[] = [];
  /** Depth of the element being left out; 0 when none is. */
  private skippedFrom = 0;
  /** An opening tag that waits for its “>” or “/>”. */
  private pending = false;

  constructor(private readonly rules: RewriteRules) {}

  open(rawName: string, attributes: Attributes): void {
    const name = localName(rawName);
    const element: { readonly name: string; close?: string } = { name };
    this.path.push(element);
    const depth = this.path.length;
    if (this.skippedFrom > 0) return;
    if (this.rules.open?.(name, attributes, depth) === false) {
      this.skippedFrom = depth;
      return;
    }
    this.finishTag();
    const before = this.rules.before?.(name, depth);
    if (before !== undefined && before !== '') this.out.push(before);
    const tags = this.rules.tags?.(name, depth);
    if (tags !== undefined) {
      this.out.push(tags[0]);
      element.close = tags[1];
      return;
    }
    let tag = `<${rawName}`;
    for (const key in attributes)
      tag += ` ${key}="${escape(attributes[key] ?? '', ATTRIBUTE_ENTITY, /[&<>"\r\n\t]/g)}"`;
    this.out.push(tag);
    this.pending = true;
  }

  text(text: string): void {
    if (this.skippedFrom > 0 || this.path.length === 0) return;
    this.finishTag();
    const changed = this.rules.text?.(text, this.path.at(-1)?.name ?? '', this.path.length) ?? text;
    this.out.push(escape(changed, TEXT_ENTITY, /[&<>\r]/g));
  }

  close(rawName: string): void {
    const depth = this.path.length;
    const { name, close } = this.path.pop() ?? { name: '' };
    if (this.skippedFrom > 0) {
      if (this.skippedFrom === depth) this.skippedFrom = 0;
      return;
    }
    const last = this.rules.atEnd?.(name, depth) ?? '';
    if (last !== '') {
      this.finishTag();
      this.out.push(last);
    }
    this.out.push(close ?? (this.pending ? '/>' : `</${rawName}>`));
    this.pending = false;
  }

  result(): string {
    return this.out.join('');
  }

  private finishTag(): void {
    if (this.pending) this.out.push('>');
    this.pending = false;
  }
}

function escape(text: string, entities: Readonly<Record<string, string>>, special: RegExp): string {
  return text.replace(special, (letter) => entities[letter] ?? letter);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
