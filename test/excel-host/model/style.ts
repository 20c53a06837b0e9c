export interface Border {
  /** `Excel.BorderLineStyle`. */
  readonly style: string;
  /** `Excel.BorderWeight`. */
  readonly weight: string;
  readonly color: string;
}

/** Everything a format can say of one cell. Colours are `#RRGGBB`. */
export interface Style {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  readonly fill: string | null;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrink: boolean;
  readonly rotation: number;
  readonly readingOrder: string;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly top: Border | null;
  readonly left: Border | null;
  readonly bottom: Border | null;
  readonly right: Border | null;
  readonly diagonalDown: Border | null;
  readonly diagonalUp: Border | null;
}

export type StyleChange = (style: Style) => Partial<Style>;

/** The Normal style as a file has it that says nothing else. */
export const normalStyle: Style = Object.freeze({
  numberFormat: 'General',
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  subscript: false,
  superscript: false,
  fill: null,
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  shrink: false,
  rotation: 0,
  readingOrder: 'Context',
  locked: true,
  formulaHidden: false,
  top: null,
  left: null,
  bottom: null,
  right: null,
  diagonalDown: null,
  diagonalUp: null,
});

const interned = new Map<string, Style>([[JSON.stringify(normalStyle), normalStyle]]);

const derivedFrom = new WeakMap<Style, Map<string, Style>>();

/** Equal styles are one object, so that thousands of cells share few. */
export function withChange(style: Style, change: Partial<Style>): Style {
  const derived = derivedFrom.get(style) ?? new Map<string, Style>();
  derivedFrom.set(style, derived);
  const key = JSON.stringify(change);
  const known = derived.get(key);
  if (known) return known;
  const next = intern({ ...style, ...change });
  derived.set(key, next);
  return next;
}

function intern(style: Style): Style {
  const key = JSON.stringify(style);
  const known = interned.get(key);
  if (known) return known;
  interned.set(key, Object.freeze(style));
  return style;
}

/** Applies one change to many cells, deriving each distinct style once. */
export function changer(change: StyleChange): (style: Style) => Style {
  const derived = new Map<Style, Style>();
  return (style) => {
    const known = derived.get(style);
    if (known) return known;
    const next = withChange(style, change(style));
    derived.set(style, next);
    return next;
  };
}

/** The names a browser knows that office code uses; any other must be `#RRGGBB`. */
const namedColors: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#D3D3D3',
};

/** `#RRGGBB` in capitals, or undefined when it is no colour. */
export function normalColor(text: string): string | undefined {
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  if (/^[0-9a-f]{6}$/i.test(text)) return `#${text.toUpperCase()}`;
  return namedColors[text.toLowerCase()];
}
