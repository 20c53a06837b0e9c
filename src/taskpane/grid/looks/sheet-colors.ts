import { createContext } from 'react';

/** Whether sheets are shown in the dark. */
export const DarkSheets = createContext(false);

/** Shades that are the grid's own, light and dark; cells take them by name. */
const SHADES: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  '--sheet-paper': ['#FFFFFF', '#292929'],
  '--sheet-ink': ['#1F2933', '#E4E6E8'],
  '--sheet-line': ['#C5CDD5', '#4D5257'],
  '--sheet-edge': ['#F3F5F7', '#1F1F1F'],
  '--sheet-muted': ['#5B6770', '#ADB5BC'],
  '--sheet-marked': ['#DCE6F0', '#2E4A66'],
  '--sheet-focus': ['#0F6CBD', '#62ABF5'],
  '--sheet-selected': ['rgba(15, 108, 189, 0.12)', 'rgba(98, 171, 245, 0.2)'],
};

/** The grid's own shades, for the element that the sheet lies in. */
export function sheetShades(isDark: boolean): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(SHADES).map(([name, shades]) => [name, shades[isDark ? 1 : 0]]));
}

/** How dark the paper is: no sheet is black. */
const PAPER = 0x29 / 255;
const LEGIBLE = 4.5;

type Rgb = readonly [red: number, green: number, blue: number];

const known = new Map<string, string>();

/** A colour of a workbook, `RRGGBB`, as it is on dark paper: light becomes dark, its hue stays. */
export function darkColor(color: string): string {
  const found = known.get(color) ?? hexOf(inverted(rgbOf(color)));
  known.set(color, found);
  return found;
}

/** Inverted, and the hue turned back (the matrix of CSS’s hue-rotate by half a turn). */
function inverted(color: Rgb): Rgb {
  const [r, g, b] = color.map((part) => 1 - part) as unknown as Rgb;
  const turned = [
    -0.574 * r + 1.43 * g + 0.144 * b,
    0.426 * r + 0.43 * g + 0.144 * b,
    0.426 * r + 1.43 * g - 0.856 * b,
  ];
  return turned.map((part) => PAPER + (1 - PAPER) * Math.min(1, Math.max(0, part))) as unknown as Rgb;
}

/** A text colour that can be read on a ground, both `RRGGBB`: itself, or else white or black. */
export function legibleOn(ink: string, ground: string): string {
  const [below, text] = [luminance(rgbOf(ground)), luminance(rgbOf(ink))];
  if (contrast(text, below) >= LEGIBLE) return ink;
  return contrast(1, below) >= contrast(0, below) ? 'FFFFFF' : '000000';
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Of WCAG 2. */
function luminance(color: Rgb): number {
  const [r, g, b] = color.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function rgbOf(color: string): Rgb {
  const parts = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return parts as unknown as Rgb;
}

function hexOf(color: Rgb): string {
  const parts = color.map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return parts.join('').toUpperCase();
}
