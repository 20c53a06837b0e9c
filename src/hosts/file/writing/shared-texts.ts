import { SharedStringsReader } from '../reading/xlsx/shared-strings-part';
import { XmlFeed } from '../reading/package/xml';
import { cellXmlText, SPREADSHEET_NAMESPACE } from './package/xml-text';

export const SHARED_TEXTS_PART = 'xl/sharedStrings.xml';

/** What a reader of XML may take for layout of the part. */
const NEEDS_KEEPING = /^\s|\s$|[\n\t]/;

/**
 * The texts that cells share (ISO/IEC 29500-1, 18.4.9), each of which stands once: most of a large sheet are names of units, of
 * states and of periods, which would be written, packed and read again in every row.
 */
export class SharedTexts {
  private readonly numbers = new Map<string, number>();
  private readonly added: string[] = [];

  private constructor(
    private readonly part: string,
    private readonly before: number,
    private uses: number,
  ) {}

  /** Goes on from the texts that a package has. @param part As the library wrote it; empty where no cell of its had a text. */
  static after(part: string): SharedTexts {
    if (part === '') return new SharedTexts('', 0, 0);
    const reader = new SharedStringsReader();
    const feed = new XmlFeed(SHARED_TEXTS_PART, reader);
    feed.write(new TextEncoder().encode(part));
    feed.end();
    const texts = new SharedTexts(part, reader.texts.length, Number(/ count="(\d+)"/.exec(part)?.[1] ?? 0));
    // Two may read alike, such as one with a look of its own: each has its number.
    for (const [number, text] of reader.texts.entries())
      if (!texts.numbers.has(text)) texts.numbers.set(text, number);
    return texts;
  }

  /** The number of a text, which one more cell shows. */
  take(text: string): number {
    this.uses += 1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.before + this.added.length;
    this.added.push(text);
    this.numbers.set(text, number);
    return number;
  }

  /** So many cells that showed a text show none any more. */
  release(cells: number): void {
    this.uses -= cells;
  }

  /** The part as it was, with the texts that were added. */
  written(): Uint8Array {
    const unique = this.before + this.added.length;
    const root = `<sst xmlns="${SPREADSHEET_NAMESPACE}" count="${this.uses}" uniqueCount="${unique}">`;
    let xml = this.part.slice(0, this.part.lastIndexOf('</sst>')).replace(/<sst [^>]*>/, root);
    for (const text of this.added)
      xml += `<si><t${NEEDS_KEEPING.test(text) ? ' xml:space="preserve"' : ''}>${cellXmlText(text)}</t></si>`;
    return new TextEncoder().encode(`${xml}</sst>`);
  }
}
