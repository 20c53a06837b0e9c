import { unescapeCellText } from './cell-text';
import { keepWithin, LIMITS } from '../package/limits';
import type { XmlAttributes, XmlReader } from '../package/xml';

/** Collects the texts of a shared-strings part; runs of rich text are joined, phonetic guides left out. */
export class SharedStringsReader implements XmlReader {
  readonly texts: string[] = [];
  private buffer = '';
  private inText = false;
  private inPhonetic = false;

  open(name: string, _attributes: XmlAttributes, depth: number): void {
    if (name === 'si' && depth === 2) this.buffer = '';
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 't') this.inText = !this.inPhonetic;
  }

  text(text: string): void {
    if (this.inText) this.buffer += text;
  }

  close(name: string, depth: number): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'si' && depth === 2) {
      keepWithin(LIMITS.cellCharacters, this.buffer.length);
      this.texts.push(unescapeCellText(this.buffer));
      keepWithin(LIMITS.sharedStrings, this.texts.length);
    }
  }
}
