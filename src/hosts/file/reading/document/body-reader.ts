import type { XmlAttributes, XmlReader } from '../package/xml';
import { isOn, valueOf } from './attributes';
import type { ListCounter } from './numbering';
import type { ParagraphStyles } from './paragraph-styles';
import { TableBuilder, type WordTable } from './table-builder';

/** What stands in a text document, one after the other. */
export type WordBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: WordTable };

interface OpenParagraph {
  text: string;
  style: string;
  list: string | undefined;
  level: number | undefined;
  /** Tracked changes take its end out: it runs on in the next. */
  runsOn: boolean;
  /** Text boxes anchored in it, which stand behind it. */
  readonly boxes: string[];
}

/** Deleted or moved away, codes of fields, readings above characters, older copies of what stands beside them. */
const SKIPPED = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'rt', 'rPrDefault']);
/** Within these a tracked deletion is a mark on the paragraph's end or on the row, not a container. */
const MARK_PARENTS = new Set(['rPr', 'trPr']);
/** Word writes the characters of symbol fonts from here on; they name no letter. */
const PRIVATE_USE = /[\ue000-\uf8ff]/g;

const BREAKS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Reads the body of a text document, or its notes, as blocks: deletions left out, insertions and list numbers in. */
export class BodyReader implements XmlReader {
  readonly blocks: WordBlock[] = [];
  /** Ids of the notes referred to, in the order of the text. */
  readonly notes: string[] = [];
  private readonly path: string[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: { readonly builder: TableBuilder; readonly paragraphsOutside: number }[] = [];
  private skipDepth = Infinity;
  private inText = false;
  private hidden = false;
  private carried = '';

  constructor(
    private readonly styles: ParagraphStyles,
    private readonly counter: ListCounter,
  ) {}

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth > this.skipDepth) return;
    const parent = this.path.at(-1) ?? '';
    this.path.push(name);
    if (name === 'del' && MARK_PARENTS.has(parent)) this.markDeleted(parent);
    else if (SKIPPED.has(name) || name.endsWith('Change')) this.skipDepth = depth;
    else if (parent === 'r') this.inRun(name, attributes);
    else this.structure(name, attributes, parent);
  }

  text(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (this.inText && !this.hidden && paragraph && this.skipDepth === Infinity) paragraph.text += text;
  }

  close(name: string, depth: number): void {
    if (depth > this.skipDepth) return;
    this.path.pop();
    if (depth === this.skipDepth) {
      this.skipDepth = Infinity;
      return;
    }
    switch (name) {
      case 't':
        this.inText = false;
        break;
      case 'r':
        this.hidden = false;
        break;
      case 'p':
        this.closeParagraph();
        break;
      case 'tc':
        this.flushCarried();
        this.table?.closeCell();
        break;
      case 'tr':
        this.table?.closeRow();
        break;
      case 'tbl':
        this.closeTable();
        break;
    }
  }

  private get table(): TableBuilder | undefined {
    return this.tables.at(-1)?.builder;
  }

  private markDeleted(parent: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (parent === 'trPr') this.table?.dropRow();
    else if (this.path.at(-3) === 'pPr' && paragraph) paragraph.runsOn = true;
  }

  private inRun(name: string, attributes: XmlAttributes): void {
    const paragraph = this.paragraphs.at(-1);
    if (name === 't') this.inText = true;
    if (!paragraph || this.hidden) return;
    paragraph.text += BREAKS[name] ?? '';
    if (name === 'footnoteReference' || name === 'endnoteReference') {
      this.notes.push(`${name.slice(0, -'Reference'.length)} ${valueOf(attributes, 'id') ?? ''}`);
    }
  }

  private structure(name: string, attributes: XmlAttributes, parent: string): void {
    const paragraph = this.paragraphs.at(-1);
    switch (name) {
      case 'p':
        this.paragraphs.push({
          text: '',
          style: '',
          list: undefined,
          level: undefined,
          runsOn: false,
          boxes: [],
        });
        break;
      case 'tbl':
        this.tables.push({ builder: new TableBuilder(), paragraphsOutside: this.paragraphs.length });
        break;
      case 'vanish':
        if (parent === 'rPr' && this.path.at(-3) === 'r') this.hidden = isOn(attributes);
        break;
      case 'pStyle':
        if (paragraph) paragraph.style = valueOf(attributes, 'val') ?? '';
        break;
      case 'numId':
        if (paragraph && parent === 'numPr') paragraph.list = valueOf(attributes, 'val');
        break;
      case 'ilvl':
        if (paragraph && parent === 'numPr') paragraph.level = Number(valueOf(attributes, 'val')) || 0;
        break;
      default:
        this.table?.property(name, attributes, parent);
    }
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const text = this.carried + paragraph.text.replace(PRIVATE_USE, '');
    this.carried = '';
    if (paragraph.runsOn) {
      this.carried = text;
      return;
    }
    const number = this.numberOf(paragraph);
    const inCell = this.tables.length > 0;
    if (!this.styles.isTableOfContents(paragraph.style) && (inCell || text.trim() !== '')) {
      this.deliver(joined(number, text));
    }
    for (const box of paragraph.boxes) this.deliver(box);
  }

  private numberOf({ style, list, level }: OpenParagraph): string {
    const ofStyle = this.styles.numberingOf(style);
    const chosen = list ?? ofStyle?.list ?? '0';
    if (chosen === '0') return '';
    const styleLevel =
      ofStyle === undefined || list !== undefined
        ? undefined
        : (ofStyle.level ?? this.counter.levelOfStyle(chosen, ofStyle.style));
    return this.counter.next(chosen, Math.min(8, Math.max(0, level ?? styleLevel ?? 0)));
  }

  /** A finished paragraph goes to the box or cell it stands in, else to the document. */
  private deliver(text: string): void {
    const table = this.tables.at(-1);
    const outer = this.paragraphs.at(-1);
    if (outer && this.paragraphs.length > (table?.paragraphsOutside ?? 0)) outer.boxes.push(text);
    else if (table) table.builder.add(text);
    else this.blocks.push({ kind: 'paragraph', text });
  }

  /** A paragraph that runs on has nothing to run on into at the end of a cell. */
  private flushCarried(): void {
    if (this.carried !== '') this.table?.add(this.carried);
    this.carried = '';
  }

  private closeTable(): void {
    const closed = this.tables.pop();
    if (!closed) return;
    const table = closed.builder.table();
    if (this.tables.length === 0 && this.paragraphs.length === 0) this.blocks.push({ kind: 'table', table });
    else for (const row of table.rows) this.deliver(row.filter((cell) => cell !== '').join('　'));
  }
}

/** “1.” before “5G” would read as 1.5; a bare number before words as part of them. */
function joined(number: string, text: string): string {
  if (number === '' || text === '') return number + text;
  if (/^\d+$/.test(number)) return `${number}. ${text}`;
  if (/^[一二三四五六七八九十]+$/.test(number)) return `${number}、${text}`;
  return /^[\d０-９A-Za-z]/.test(text) || /[\d条章节款篇分]$/.test(number)
    ? `${number} ${text}`
    : number + text;
}
