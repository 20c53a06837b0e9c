import { joined } from '../../packing/joined';

/** So many characters of text are turned into bytes at a time. */
const LETTERS_AT_A_TIME = 1 << 18;

/** A long piece of XML that is put together from many short ones: only its bytes are kept, never a text of all of it. */
export class LongXml {
  readonly bytes: Uint8Array[] = [];
  private text = '';

  add(text: string): void {
    this.text += text;
    if (this.text.length >= LETTERS_AT_A_TIME) this.flush();
  }

  /** Nothing is added after this. */
  end(): this {
    this.flush();
    return this;
  }

  toString(): string {
    return new TextDecoder().decode(joined(this.bytes));
  }

  private flush(): void {
    if (this.text !== '') this.bytes.push(new TextEncoder().encode(this.text));
    this.text = '';
  }
}
