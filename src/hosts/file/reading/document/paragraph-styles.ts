import type { XmlAttributes, XmlReader } from '../package/xml';
import { valueOf } from './attributes';

interface Style {
  name: string;
  basedOn: string;
  list: string | undefined;
  level: number | undefined;
}

/** What a paragraph takes from its style. */
export interface StyleNumbering {
  readonly list: string;
  /** `undefined`: the list says which of its levels belongs to the style. */
  readonly level: number | undefined;
}

const LONGEST_CHAIN = 12;

/** Reads from the styles part what bears on the text: the numbering of a style, and which are of a table of contents. */
export class ParagraphStyles implements XmlReader {
  private readonly styles = new Map<string, Style>();
  private style: Style | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'style') {
      this.style = { name: '', basedOn: '', list: undefined, level: undefined };
      this.styles.set(valueOf(attributes, 'styleId') ?? '', this.style);
    }
    if (!this.style) return;
    const value = valueOf(attributes, 'val') ?? '';
    if (name === 'name') this.style.name = value.toLowerCase();
    if (name === 'basedOn') this.style.basedOn = value;
    if (name === 'numId') this.style.list = value;
    if (name === 'ilvl') this.style.level = Number(value) || 0;
  }

  close(name: string): void {
    if (name === 'style') this.style = undefined;
  }

  numberingOf(id: string): (StyleNumbering & { readonly style: string }) | undefined {
    let style = id;
    for (let step = 0; step < LONGEST_CHAIN; step += 1) {
      const found = this.styles.get(style);
      if (found?.list !== undefined) return { style, list: found.list, level: found.level };
      if (!found) return undefined;
      style = found.basedOn;
    }
    return undefined;
  }

  isTableOfContents(id: string): boolean {
    return /^toc(?: \d| heading)/.test(this.styles.get(id)?.name ?? '');
  }
}
