import { builtInFormat } from './number-formats';
import type { XmlAttributes, XmlReader } from './xml';

/** Reads of a styles part only what cells need: the number format behind each cell style. */
export class StylesReader implements XmlReader {
  /** Format code by the cell's style index; `undefined` is General. */
  readonly formats: (string | undefined)[] = [];
  done = false;
  private readonly codes = new Map<number, string>();
  private inCellStyles = false;

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (name === 'cellXfs' && depth === 2) this.inCellStyles = true;
    if (depth !== 3) return;
    if (name === 'numFmt') this.codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    if (name === 'xf' && this.inCellStyles) this.formats.push(this.code(Number(attributes['numFmtId'] ?? 0)));
  }

  close(name: string, depth: number): void {
    if (name === 'cellXfs' && depth === 2) this.done = true;
  }

  private code(id: number): string | undefined {
    const code = this.codes.get(id) ?? builtInFormat(id);
    return code === '' || code?.toLowerCase() === 'general' ? undefined : code;
  }
}
