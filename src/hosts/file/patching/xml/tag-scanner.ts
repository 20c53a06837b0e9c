import { WorkbookFileError } from '../../../../base/file-fault';

const [LESS, GREATER, SLASH, QUOTE, APOSTROPHE, EXCLAMATION, QUESTION] = [60, 62, 47, 34, 39, 33, 63];

/**
 * Goes over the tags of an XML text by their places in it, without building anything: what is not changed can then be taken
 * over letter by letter. Comments, CDATA and instructions are passed over.
 */
export class TagScanner {
  /** Where the tag begins, and where it ends (behind its “>”). */
  from = 0;
  to: number;
  kind: 'open' | 'close' | 'empty' = 'open';
  /** Of the element the tag belongs to, 1 for the outermost. */
  depth = 0;
  private inside = 0;
  /** Whether nothing but tags and text follows, so that no tag can be met that is none; looked up when it is first of use. */
  private isPlain: boolean | undefined;

  constructor(
    private readonly part: string,
    readonly xml: string,
    start = 0,
  ) {
    this.to = start;
  }

  /** Goes to the next tag; `false` behind the last. @throws WorkbookFileError `file-bad-xml` */
  next(): boolean {
    const { xml } = this;
    for (let at = xml.indexOf('<', this.to); at !== -1; at = xml.indexOf('<', this.to)) {
      const code = xml.charCodeAt(at + 1);
      if (code === EXCLAMATION) this.to = this.afterMarkup(at);
      else if (code === QUESTION) this.to = this.behind('?>', at);
      else {
        this.take(at, code);
        return true;
      }
    }
    if (this.inside !== 0) this.fail();
    return false;
  }

  /** Goes to the end of the element whose opening tag was just met. */
  skip(): void {
    if (this.kind !== 'open') return;
    const outside = this.inside - 1;
    while (this.next()) if (this.inside === outside) return;
    this.fail();
  }

  /**
   * As `skip`, of what has been read strictly: tag by tag nothing more would be found wrong in it, and in a large sheet to go
   * there at once is many times as fast.
   */
  skipRead(): void {
    if (this.kind === 'open' && !this.leap()) this.skip();
  }

  /** Whether the end could be gone to: the element holds none of its name. */
  private leap(): boolean {
    const { xml, to } = this;
    this.isPlain ??= !xml.includes('<!', to) && !xml.includes('<?', to);
    if (!this.isPlain) return false;
    const name = rawTagName(this.tag);
    const at = tagAt(xml, `</${name}`, to);
    const end = at === -1 ? -1 : xml.indexOf('>', at);
    if (end === -1 || tagAt(xml.slice(to, at), `<${name}`, 0) !== -1) return false;
    this.from = at;
    this.to = end + 1;
    this.kind = 'close';
    this.depth = this.inside;
    this.inside -= 1;
    return true;
  }

  /** Without prefix. */
  get name(): string {
    return tagName(this.tag);
  }

  /** As it is written, with its angle brackets. */
  get tag(): string {
    return this.xml.slice(this.from, this.to);
  }

  private take(at: number, code: number): void {
    const { xml } = this;
    let end = at + 1;
    let quote = 0;
    const { length } = xml;
    for (; ; end += 1) {
      if (end >= length) this.fail();
      const letter = xml.charCodeAt(end);
      if (quote !== 0) {
        if (letter === quote) quote = 0;
      } else if (letter === GREATER) break;
      else if (letter === QUOTE || letter === APOSTROPHE) quote = letter;
      else if (letter === LESS) this.fail();
    }
    this.from = at;
    this.to = end + 1;
    if (code === SLASH) {
      this.kind = 'close';
      this.depth = this.inside;
      this.inside -= 1;
      if (this.inside < 0) this.fail();
    } else {
      this.kind = xml.charCodeAt(end - 1) === SLASH ? 'empty' : 'open';
      this.depth = this.inside + 1;
      if (this.kind === 'open') this.inside += 1;
    }
  }

  private afterMarkup(at: number): number {
    if (this.xml.startsWith('<!--', at)) return this.behind('-->', at);
    if (this.xml.startsWith('<![CDATA[', at)) return this.behind(']]>', at);
    return this.fail();
  }

  private behind(end: string, at: number): number {
    const found = this.xml.indexOf(end, at);
    return found === -1 ? this.fail() : found + end.length;
  }

  private fail(): never {
    throw new WorkbookFileError('file-bad-xml', this.part);
  }
}

/** Where the next tag is that begins so; a longer name does not. */
function tagAt(xml: string, start: string, from: number): number {
  let at = xml.indexOf(start, from);
  while (at !== -1 && !ENDS_NAME.test(xml[at + start.length] ?? '')) at = xml.indexOf(start, at + 1);
  return at;
}

const ENDS_NAME = /[\s/>]/;

/** The element's name without prefix. */
export function tagName(tag: string): string {
  const raw = rawTagName(tag);
  return raw.slice(raw.indexOf(':') + 1);
}

export function rawTagName(tag: string): string {
  return /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? '';
}
