import type { ZipPackage } from '../package/package';
import type { XmlAttributes, XmlReader } from '../package/xml';
import { valueOf } from './attributes';
import { BodyReader, type WordBlock } from './body-reader';
import { ListCounter, NumberingReader } from './numbering';
import { ParagraphStyles } from './paragraph-styles';

/** Reads a text document whose main part is `main`. @throws WorkbookFileError */
export function readWordDocument(parts: ZipPackage, main: string): readonly WordBlock[] {
  const relationships = parts.relationships(main).filter(({ external }) => !external);
  const partOf = (type: string): string | undefined => {
    const target = relationships.find((relationship) => relationship.type === type)?.target;
    return target !== undefined && parts.has(target) ? target : undefined;
  };
  const read = <Reader extends XmlReader>(type: string, reader: Reader): Reader => {
    const part = partOf(type);
    if (part !== undefined) parts.readXml(part, reader);
    return reader;
  };
  const styles = read('styles', new ParagraphStyles());
  const counter = new ListCounter(read('numbering', new NumberingReader()));
  const body = new BodyReader(styles, counter);
  parts.readXml(main, body);
  const notes = new Map([
    ...read('footnotes', new NotesReader('footnote', styles, counter)).texts,
    ...read('endnotes', new NotesReader('endnote', styles, counter)).texts,
  ]);
  const referred = body.notes.flatMap((id): readonly WordBlock[] => {
    const text = notes.get(id) ?? '';
    return text === '' ? [] : [{ kind: 'paragraph', text: `注：${text}` }];
  });
  return [...body.blocks, ...referred];
}

/** Reads the footnotes or endnotes of a document, by kind and id. */
class NotesReader implements XmlReader {
  readonly texts = new Map<string, string>();
  private body: BodyReader | undefined;
  private id = '';

  constructor(
    private readonly kind: 'footnote' | 'endnote',
    private readonly styles: ParagraphStyles,
    private readonly counter: ListCounter,
  ) {}

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (name === this.kind) {
      this.id = `${this.kind} ${valueOf(attributes, 'id') ?? ''}`;
      this.body = new BodyReader(this.styles, this.counter);
    } else this.body?.open(name, attributes, depth);
  }

  text(text: string): void {
    this.body?.text(text);
  }

  close(name: string, depth: number): void {
    if (name !== this.kind) {
      this.body?.close(name, depth);
      return;
    }
    const blocks = this.body?.blocks ?? [];
    const words = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.trim()] : []));
    this.texts.set(this.id, words.join(''));
    this.body = undefined;
  }
}
