import type { XmlAttributes, XmlReader } from '../package/xml';

/** The palette of old workbooks (ECMA-376 part 1, 18.8.27): the first eight are repeated once. */
const BASIC = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];
const INDEXED: readonly string[] = [
  ...BASIC,
  ...BASIC,
  ...'800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF'.split(
    ' ',
  ),
  ...'000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99'.split(
    ' ',
  ),
  ...'3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  ),
];

/** The colours of Office's own theme, in the order in which cells number them. */
const OFFICE_THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];

/** Where the colours of a theme part stand among those that cells number: light and dark change places. */
const THEME_PLACES: Readonly<Record<string, number>> = {
  lt1: 0,
  dk1: 1,
  lt2: 2,
  dk2: 3,
  accent1: 4,
  accent2: 5,
  accent3: 6,
  accent4: 7,
  accent5: 8,
  accent6: 9,
  hlink: 10,
  folHlink: 11,
};

/** Reads the colours of a theme part. */
export class ThemeReader implements XmlReader {
  readonly colors: string[] = [...OFFICE_THEME];
  done = false;
  private place: number | undefined;

  open(name: string, attributes: XmlAttributes): void {
    this.place = THEME_PLACES[name] ?? this.place;
    const color =
      name === 'srgbClr' ? attributes['val'] : name === 'sysClr' ? attributes['lastClr'] : undefined;
    if (this.place === undefined || color === undefined) return;
    this.colors[this.place] = color.toUpperCase();
    this.place = undefined;
  }

  close(name: string): void {
    if (name === 'clrScheme') this.done = true;
  }
}

/** A colour of a workbook as `RRGGBB`; `undefined` for the one a cell has anyway. */
export function paletteColor(
  { rgb, theme, indexed, tint }: XmlAttributes,
  themeColors: readonly string[] = OFFICE_THEME,
): string | undefined {
  const color = rgb?.slice(-6).toUpperCase() ?? themeColors[Number(theme)] ?? INDEXED[Number(indexed)];
  if (color === undefined || !/^[0-9A-F]{6}$/u.test(color)) return undefined;
  return tint === undefined ? color : tinted(color, Number(tint));
}

/** Lighter or darker by a share of what is left to white or black (ECMA-376 part 1, 18.8.19). */
function tinted(color: string, tint: number): string {
  const parts = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const reach = light === 0 || light === 1 ? 0 : Math.min(wanted, 1 - wanted) / Math.min(light, 1 - light);
  return parts
    .map((part) => Math.round(Math.min(1, Math.max(0, wanted + (part - light) * reach)) * 255))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
