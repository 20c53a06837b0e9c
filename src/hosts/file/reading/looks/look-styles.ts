import type { CellFormat } from '../../../../base/blueprint';
import { isTrue, type XmlAttributes, type XmlReader } from '../package/xml';
import { builtInFormat } from '../xlsx/number-formats';
import { paletteColor } from './palette';

/** The look of a cell in its file, which can be more than the product itself gives a cell. */
export interface CellLook extends CellFormat {
  readonly underline?: true;
  readonly strike?: true;
  /** Lines of its sides, `RRGGBB`. */
  readonly sides?: Readonly<Partial<Record<Side, string>>>;
}

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

const HORIZONTAL: Readonly<Record<string, CellFormat['horizontal']>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  centerContinuous: 'center',
  distributed: 'center',
};
const VERTICAL: Readonly<Record<string, CellFormat['vertical']>> = {
  top: 'top',
  center: 'middle',
  justify: 'middle',
  distributed: 'middle',
};

/** Reads of a styles part how the cells of each style look. */
export class LookStylesReader implements XmlReader {
  /** By the cell's style index. */
  readonly looks: CellLook[] = [];
  done = false;
  private readonly codes = new Map<number, string>();
  private readonly fonts: Partial<CellLook>[] = [];
  private readonly fills: (string | undefined)[] = [];
  private readonly borders: Partial<Record<Side, string>>[] = [];
  private part = '';
  private side: Side | undefined;
  private isSolid = false;

  constructor(private readonly themeColors: readonly string[]) {}

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === 2) this.part = name;
    else if (depth === 3) this.begin(name, attributes);
    else if (this.part === 'fonts') this.inFont(name, attributes);
    else if (this.part === 'fills') this.inFill(name, attributes);
    else if (this.part === 'borders') this.inBorder(name, attributes, depth);
    else if (this.part === 'cellXfs' && name === 'alignment') this.align(attributes);
  }

  close(name: string, depth: number): void {
    if (name === 'cellXfs' && depth === 2) this.done = true;
  }

  private begin(name: string, attributes: XmlAttributes): void {
    if (name === 'numFmt') this.codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    else if (name === 'font') this.fonts.push({});
    else if (name === 'fill') this.fills.push(undefined);
    else if (name === 'border') this.borders.push({});
    else if (name === 'xf' && this.part === 'cellXfs') this.looks.push(this.look(attributes));
  }

  private look({ numFmtId, fontId, fillId, borderId }: XmlAttributes): CellLook {
    const code = this.codes.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId));
    const fill = this.fills[Number(fillId)];
    const sides = this.borders[Number(borderId)] ?? {};
    return {
      ...this.fonts[Number(fontId)],
      ...(fill === undefined ? {} : { fill }),
      ...(Object.keys(sides).length === 0 ? {} : { sides }),
      ...(code === undefined || code === '' || /^general$/i.test(code) ? {} : { numberFormat: code }),
    };
  }

  private inFont(name: string, attributes: XmlAttributes): void {
    const { val } = attributes;
    const isOn = val === undefined || isTrue(val);
    const color = name === 'color' ? paletteColor(attributes, this.themeColors) : undefined;
    this.addToLast(this.fonts, {
      ...(name === 'b' && isOn ? { bold: true } : {}),
      ...(name === 'i' && isOn ? { italic: true } : {}),
      ...(name === 'strike' && isOn ? { strike: true } : {}),
      ...(name === 'u' && val !== 'none' ? { underline: true } : {}),
      ...(name === 'sz' && Number(val) > 0 ? { size: Number(val) } : {}),
      ...(name === 'name' && val !== undefined ? { font: val } : {}),
      ...(color === undefined ? {} : { color }),
    });
  }

  /** A pattern is shown as its ground. */
  private inFill(name: string, attributes: XmlAttributes): void {
    if (name === 'patternFill') this.isSolid = attributes['patternType'] === 'solid';
    const isColor = name === (this.isSolid ? 'fgColor' : 'bgColor') || name === 'color';
    if (!isColor || this.fills.length === 0) return;
    this.fills[this.fills.length - 1] ??= paletteColor(attributes, this.themeColors);
  }

  private inBorder(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === 4) {
      const side = name === 'start' ? 'left' : name === 'end' ? 'right' : name;
      const { style } = attributes;
      this.side = style === undefined || style === 'none' ? undefined : SIDES.find((one) => one === side);
      if (this.side !== undefined) this.addToLast(this.borders, { [this.side]: '000000' });
    } else if (name === 'color' && this.side !== undefined) {
      const color = paletteColor(attributes, this.themeColors);
      if (color !== undefined) this.addToLast(this.borders, { [this.side]: color });
    }
  }

  private align({ horizontal, vertical, wrapText, indent }: XmlAttributes): void {
    const [across, upright] = [HORIZONTAL[horizontal ?? ''], VERTICAL[vertical ?? '']];
    this.addToLast(this.looks, {
      ...(across === undefined ? {} : { horizontal: across }),
      ...(upright === undefined ? {} : { vertical: upright }),
      ...(isTrue(wrapText) ? { wrap: true } : {}),
      ...(Number(indent) > 0 ? { indent: Number(indent) } : {}),
    });
  }

  private addToLast<Part extends object>(list: Part[], more: Partial<Part>): void {
    const last = list.at(-1);
    if (last !== undefined) list[list.length - 1] = { ...last, ...more };
  }
}
