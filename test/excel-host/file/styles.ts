import type {
  Alignment,
  Border as FileBorder,
  Borders,
  BorderStyle,
  Font,
  Style as FileStyle,
} from '@cj-tech-master/excelts';
import { normalStyle, withChange, type Border, type Style } from '../model/style';

type Color = { readonly argb?: string; readonly theme?: number } | undefined;

/** `#RRGGBB` as the file has it, with the opaque alpha byte. */
export function argb(color: string): { argb: string } {
  return { argb: `FF${color.slice(1)}` };
}

function hex(color: Color): string | undefined {
  return color?.argb === undefined ? undefined : `#${color.argb.slice(-6).toUpperCase()}`;
}

const horizontalNames: readonly (readonly [excel: string, file: Alignment['horizontal']])[] = [
  ['Left', 'left'],
  ['Center', 'center'],
  ['Right', 'right'],
  ['Fill', 'fill'],
  ['Justify', 'justify'],
  ['CenterAcrossSelection', 'centerContinuous'],
  ['Distributed', 'distributed'],
];
const verticalNames: readonly (readonly [excel: string, file: Alignment['vertical']])[] = [
  ['Top', 'top'],
  ['Center', 'middle'],
  ['Bottom', 'bottom'],
  ['Justify', 'justify'],
  ['Distributed', 'distributed'],
];
const underlineNames = {
  None: 'none',
  Single: 'single',
  Double: 'double',
  SingleAccountant: 'singleAccounting',
  DoubleAccountant: 'doubleAccounting',
} as const;
const lineNames: readonly (readonly [line: string, weight: string, file: BorderStyle])[] = [
  ['Continuous', 'Thin', 'thin'],
  ['Continuous', 'Medium', 'medium'],
  ['Continuous', 'Thick', 'thick'],
  ['Continuous', 'Hairline', 'hair'],
  ['Dash', 'Thin', 'dashed'],
  ['Dash', 'Medium', 'mediumDashed'],
  ['DashDot', 'Thin', 'dashDot'],
  ['DashDot', 'Medium', 'mediumDashDot'],
  ['DashDotDot', 'Thin', 'dashDotDot'],
  ['DashDotDot', 'Medium', 'mediumDashDotDot'],
  ['Dot', 'Thin', 'dotted'],
  ['Double', 'Thick', 'double'],
  ['SlantDashDot', 'Medium', 'slantDashDot'],
];

/** What the file says of a style: only where it differs from Normal. */
export function toFileStyle(style: Style): Partial<FileStyle> {
  return {
    font: toFont(style),
    ...(style.numberFormat !== normalStyle.numberFormat && { numFmt: style.numberFormat }),
    ...(style.fill !== null && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: argb(style.fill) } as const,
    }),
    ...(hasAlignment(style) && { alignment: toAlignment(style) }),
    ...(hasBorder(style) && { border: toBorders(style) }),
    ...((!style.locked || style.formulaHidden) && {
      protection: { locked: style.locked, hidden: style.formulaHidden },
    }),
  };
}

function toFont(style: Style): Partial<Font> {
  return {
    name: style.fontName,
    size: style.fontSize,
    family: 2,
    ...(style.fontColor !== normalStyle.fontColor && { color: argb(style.fontColor) }),
    ...(style.bold && { bold: true }),
    ...(style.italic && { italic: true }),
    ...(style.strikethrough && { strike: true }),
    ...(style.underline !== 'None' && {
      underline: underlineNames[style.underline as keyof typeof underlineNames],
    }),
    ...(style.superscript && { vertAlign: 'superscript' as const }),
    ...(style.subscript && { vertAlign: 'subscript' as const }),
  };
}

function hasAlignment(style: Style): boolean {
  const { horizontal, vertical, wrap, indent, shrink, rotation } = style;
  return horizontal !== 'General' || vertical !== 'Bottom' || wrap || indent > 0 || shrink || rotation !== 0;
}

function toAlignment(style: Style): Partial<Alignment> {
  const horizontal = horizontalNames.find(([excel]) => excel === style.horizontal)?.[1];
  const vertical = verticalNames.find(([excel]) => excel === style.vertical)?.[1];
  return {
    ...(horizontal !== undefined && { horizontal }),
    ...(vertical !== undefined && style.vertical !== 'Bottom' && { vertical }),
    ...(style.wrap && { wrapText: true }),
    ...(style.indent > 0 && { indent: style.indent }),
    ...(style.shrink && { shrinkToFit: true }),
    ...(style.rotation !== 0 && {
      textRotation: style.rotation === 180 ? ('vertical' as const) : style.rotation,
    }),
  };
}

function hasBorder(style: Style): boolean {
  const { top, left, bottom, right, diagonalDown, diagonalUp } = style;
  return [top, left, bottom, right, diagonalDown, diagonalUp].some((side) => side !== null);
}

function toBorders(style: Style): Partial<Borders> {
  const diagonal = style.diagonalDown ?? style.diagonalUp;
  return {
    ...(style.top && { top: toLine(style.top) }),
    ...(style.left && { left: toLine(style.left) }),
    ...(style.bottom && { bottom: toLine(style.bottom) }),
    ...(style.right && { right: toLine(style.right) }),
    ...(diagonal && {
      diagonal: { ...toLine(diagonal), down: style.diagonalDown !== null, up: style.diagonalUp !== null },
    }),
  };
}

function toLine({ style, weight, color }: Border): FileBorder {
  const exact = lineNames.find(([line, thickness]) => line === style && thickness === weight);
  const name = exact ?? lineNames.find(([line]) => line === style);
  return { style: name?.[2] ?? 'thin', color: argb(color) };
}

/** The style a cell of a file has; what it leaves out is Normal's. */
export function fromFileStyle(style: Partial<FileStyle>): Style {
  const { font, alignment, fill, border, protection } = style;
  const numberFormat = typeof style.numFmt === 'string' ? style.numFmt : style.numFmt?.formatCode;
  const solid = fill?.type === 'pattern' && fill.pattern === 'solid' ? hex(fill.fgColor) : undefined;
  return withChange(normalStyle, {
    ...(numberFormat !== undefined && numberFormat !== '' && { numberFormat }),
    ...(font && fromFont(font)),
    ...(solid !== undefined && { fill: solid }),
    ...(alignment && fromAlignment(alignment)),
    ...(border && fromBorders(border)),
    ...(protection?.locked === false && { locked: false }),
    ...(protection?.hidden === true && { formulaHidden: true }),
  });
}

function fromFont(font: Partial<Font>): Partial<Style> {
  const underline = font.underline === true ? 'single' : font.underline;
  return {
    ...(font.name !== undefined && { fontName: font.name }),
    ...(font.size !== undefined && { fontSize: font.size }),
    fontColor: hex(font.color) ?? normalStyle.fontColor,
    bold: font.bold === true,
    italic: font.italic === true,
    strikethrough: font.strike === true,
    underline: Object.entries(underlineNames).find(([, file]) => file === underline)?.[0] ?? 'None',
    superscript: font.vertAlign === 'superscript',
    subscript: font.vertAlign === 'subscript',
  };
}

function fromAlignment(alignment: Partial<Alignment>): Partial<Style> {
  const { textRotation } = alignment;
  return {
    horizontal: horizontalNames.find(([, file]) => file === alignment.horizontal)?.[0] ?? 'General',
    vertical: verticalNames.find(([, file]) => file === alignment.vertical)?.[0] ?? 'Bottom',
    wrap: alignment.wrapText === true,
    indent: alignment.indent ?? 0,
    shrink: alignment.shrinkToFit === true,
    rotation: textRotation === 'vertical' ? 180 : (textRotation ?? 0),
  };
}

function fromBorders(border: Partial<Borders>): Partial<Style> {
  return {
    top: fromLine(border.top),
    left: fromLine(border.left),
    bottom: fromLine(border.bottom),
    right: fromLine(border.right),
    diagonalDown: border.diagonal?.down === true ? fromLine(border.diagonal) : null,
    diagonalUp: border.diagonal?.up === true ? fromLine(border.diagonal) : null,
  };
}

function fromLine(line: Partial<FileBorder> | undefined): Border | null {
  const known = lineNames.find(([, , file]) => file === line?.style);
  return known ? { style: known[0], weight: known[1], color: hex(line?.color) ?? '#000000' } : null;
}
