import { builtInFormat } from './number-formats';
import type { XmlAttributes, XmlReader } from '../package/xml';

/** Reads of a styles part only what cells need: the number format and the fill behind each cell style. */
export class StylesReader implements XmlReader {
  /** Format code by the cell's style index; `undefined` is General. */
  readonly formats: (string | undefined)[] = [];
  /** Colour of a solid fill by the cell's style index: “FFFF00”, “theme 4 0.4”, “indexed 13”; `undefined` where there is none. */
  readonly fills: (string | undefined)[] = [];
  done = false;
  private readonly codes = new Map<number, string>();
  private readonly fillColors: (string | undefined)[] = [];
  private inCellStyles = false;
  private isSolid = false;

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (name === 'cellXfs' && depth === 2) this.inCellStyles = true;
    if (depth > 3) this.openInFill(name, attributes, depth);
    if (depth !== 3) return;
    if (name === 'fill') this.fillColors.push(undefined);
    if (name === 'numFmt') this.codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    if (name === 'xf' && this.inCellStyles) this.addStyle(attributes);
  }

  private addStyle(attributes: XmlAttributes): void {
    this.formats.push(this.code(Number(attributes['numFmtId'] ?? 0)));
    this.fills.push(this.fillColors[Number(attributes['fillId'] ?? 0)]);
  }

  private openInFill(name: string, attributes: XmlAttributes, depth: number): void {
    if (name === 'patternFill' && depth === 4) this.isSolid = attributes['patternType'] === 'solid';
    if (name !== 'fgColor' || depth !== 5 || !this.isSolid || this.fillColors.length === 0) return;
    this.fillColors[this.fillColors.length - 1] = colorOf(attributes);
  }

  close(name: string, depth: number): void {
    if (name === 'cellXfs' && depth === 2) this.done = true;
  }

  private code(id: number): string | undefined {
    const code = this.codes.get(id) ?? builtInFormat(id);
    return code === '' || code?.toLowerCase() === 'general' ? undefined : code;
  }
}

/** White is no fill: it is what cells are anyway (index 9 and 65 of the palette, theme colour 0). */
function colorOf({ rgb, theme, indexed, tint }: XmlAttributes): string | undefined {
  if (rgb !== undefined) return /^(?:FF|00)?F{6}$/iu.test(rgb) ? undefined : rgb.slice(-6).toUpperCase();
  if (theme !== undefined)
    return theme === '0' && tint === undefined ? undefined : `theme ${theme} ${tint ?? 0}`;
  return indexed === undefined || indexed === '9' || indexed === '65' ? undefined : `indexed ${indexed}`;
}
