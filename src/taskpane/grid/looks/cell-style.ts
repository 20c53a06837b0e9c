import type { CSSProperties } from 'react';
import { SIDES, type CellLook } from '../../../hosts/file/reading/looks/look-styles';
import { DEFAULT_FONT } from '../../../hosts/file/writing/cell-styles';
import { darkColor, legibleOn } from './sheet-colors';
import type { GridCell } from '../sheet-grid-model';
import { POINT_PX } from '../shown-tab';

const INDENT_PX = 9;
const UPRIGHT = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const;
/** Where Excel puts a value whose cell says nothing. */
const ACROSS = { text: 'left', number: 'right', truth: 'center' } as const;
/** Paper and ink of a cell that names no colours. */
const DARK_PAPER = '292929';
const PAPER = 'FFFFFF';
const INK = '1F2933';

/** A cell's look in the words of CSS. @param isDark On dark paper its colours are dark ones too, and still legible. */
export function cellStyle(
  { format, kind }: Pick<GridCell, 'format' | 'kind'>,
  isDark: boolean,
): CSSProperties {
  const { fill, indent } = format;
  const isWrapped = format.wrap === true && kind === 'text';
  return {
    ...(fill === undefined ? {} : { backgroundColor: shade(fill, isDark) }),
    ...inkOf(format, isDark),
    ...fontOf(format),
    ...linesOf(format, isDark),
    ...(indent === undefined ? {} : { paddingLeft: 4 + indent * INDENT_PX }),
    textAlign: format.horizontal ?? ACROSS[kind],
    justifyContent: UPRIGHT[format.vertical ?? 'bottom'],
    whiteSpace: isWrapped ? 'pre-wrap' : 'pre',
  };
}

function shade(color: string, isDark: boolean): string {
  return `#${isDark ? darkColor(color) : color}`;
}

/** The product's own font is that of the page. */
function fontOf({ font, size, bold, italic, underline, strike }: CellLook): CSSProperties {
  const lines = [...(underline === true ? ['underline'] : []), ...(strike === true ? ['line-through'] : [])];
  return {
    ...(bold === true ? { fontWeight: 600 } : {}),
    ...(italic === true ? { fontStyle: 'italic' } : {}),
    ...(lines.length === 0 ? {} : { textDecoration: lines.join(' ') }),
    ...(size === undefined ? {} : { fontSize: size * POINT_PX }),
    ...(font === undefined || font === DEFAULT_FONT.name
      ? {}
      : { fontFamily: `"${font.replaceAll('"', '')}", inherit` }),
  };
}

function linesOf({ border, sides = {} }: CellLook, isDark: boolean): CSSProperties {
  const [top, right, bottom, left] = SIDES.map((side) => {
    const color = sides[side] ?? border;
    return color === undefined ? undefined : shade(color, isDark);
  });
  return {
    ...(top === undefined ? {} : { borderTopColor: top }),
    ...(right === undefined ? {} : { borderRightColor: right }),
    ...(bottom === undefined ? {} : { borderBottomColor: bottom }),
    ...(left === undefined ? {} : { borderLeftColor: left }),
  };
}

function inkOf({ color, fill }: CellLook, isDark: boolean): CSSProperties {
  if (color === undefined && fill === undefined) return {};
  if (!isDark) return color === undefined ? {} : { color: `#${color}` };
  const ground = fill === undefined ? DARK_PAPER : darkColor(fill);
  const wasLegible = legibleOn(color ?? INK, fill ?? PAPER) === (color ?? INK);
  const ink = darkColor(color ?? INK);
  return { color: `#${wasLegible ? legibleOn(ink, ground) : ink}` };
}
