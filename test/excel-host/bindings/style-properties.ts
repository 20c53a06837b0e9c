import { invalidArgument } from '../protocol/errors';
import type { Argument } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import { formatRect, isUnbounded } from '../model/address';
import { MessageType, workbookTarget } from '../model/event-types';
import { ensureAllowed } from '../model/protection';
import { changer, normalStyle, type Style } from '../model/style';
import { booleanOf, colorOf, integerOf, numberOf, oneOf, textOf, type Areas } from './arguments';

/** One setting of a cell's look: how it shows, and what a new value changes. */
export interface StyleProperty {
  readonly get: (style: Style) => Json;
  readonly set: (value: Argument) => Partial<Style>;
}

const underlines = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;
const horizontals = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
const verticals = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
const readingOrders = ['Context', 'LeftToRight', 'RightToLeft'] as const;

export const fontProperties = {
  Name: { get: (style) => style.fontName, set: (value) => ({ fontName: textOf(value, 'font name') }) },
  Size: { get: (style) => style.fontSize, set: (value) => ({ fontSize: sizeOf(value) }) },
  Color: { get: (style) => style.fontColor, set: (value) => ({ fontColor: colorOf(value, 'font color') }) },
  Bold: { get: (style) => style.bold, set: (value) => ({ bold: booleanOf(value, 'bold') }) },
  Italic: { get: (style) => style.italic, set: (value) => ({ italic: booleanOf(value, 'italic') }) },
  Underline: {
    get: (style) => style.underline,
    set: (value) => ({ underline: oneOf(underlines, value, 'underline') }),
  },
  Strikethrough: {
    get: (style) => style.strikethrough,
    set: (value) => ({ strikethrough: booleanOf(value, 'strikethrough') }),
  },
  Subscript: {
    get: (style) => style.subscript,
    set: (value) => ({ subscript: booleanOf(value, 'subscript') }),
  },
  Superscript: {
    get: (style) => style.superscript,
    set: (value) => ({ superscript: booleanOf(value, 'superscript') }),
  },
} satisfies Record<string, StyleProperty>;

export const fillProperties = {
  /** No fill reads as white. */
  Color: {
    get: (style) => style.fill ?? '#FFFFFF',
    set: (value) => ({ fill: value === '' ? null : colorOf(value, 'fill color') }),
  },
  /** Of the patterns only a plain one, which is there with a colour, and none. */
  Pattern: {
    get: (style) => (style.fill === null ? 'None' : 'Solid'),
    set: (value) => (oneOf(['None', 'Solid'], value, 'fill pattern') === 'None' ? { fill: null } : {}),
  },
} satisfies Record<string, StyleProperty>;

export const alignmentProperties = {
  HorizontalAlignment: {
    get: (style) => style.horizontal,
    set: (value) => ({ horizontal: oneOf(horizontals, value, 'horizontalAlignment') }),
  },
  VerticalAlignment: {
    get: (style) => style.vertical,
    set: (value) => ({ vertical: oneOf(verticals, value, 'verticalAlignment') }),
  },
  WrapText: { get: (style) => style.wrap, set: (value) => ({ wrap: booleanOf(value, 'wrapText') }) },
  IndentLevel: {
    get: (style) => style.indent,
    set: (value) => ({ indent: withinOf(value, 0, 250, 'indentLevel') }),
  },
  ShrinkToFit: {
    get: (style) => style.shrink,
    set: (value) => ({ shrink: booleanOf(value, 'shrinkToFit') }),
  },
  TextOrientation: {
    get: (style) => style.rotation,
    set: (value) => ({ rotation: withinOf(value, -90, 180, 'textOrientation') }),
  },
  ReadingOrder: {
    get: (style) => style.readingOrder,
    set: (value) => ({ readingOrder: oneOf(readingOrders, value, 'readingOrder') }),
  },
} satisfies Record<string, StyleProperty>;

export const protectionProperties = {
  Locked: { get: (style) => style.locked, set: (value) => ({ locked: booleanOf(value, 'locked') }) },
  FormulaHidden: {
    get: (style) => style.formulaHidden,
    set: (value) => ({ formulaHidden: booleanOf(value, 'formulaHidden') }),
  },
} satisfies Record<string, StyleProperty>;

function sizeOf(value: Argument): number {
  const size = numberOf(value, 'font size');
  if (size < 1 || size > 409) throw invalidArgument('font size');
  return size;
}

function withinOf(value: Argument, least: number, most: number, what: string): number {
  const number = integerOf(value, what);
  if (number < least || number > most) throw invalidArgument(what);
  return number;
}

/** The value all cells share, or null when they differ. Whole rows and columns are judged by the cells they have. */
export function sharedValue({ sheet, rects }: Areas, get: (style: Style) => Json): Json {
  let first: Json | undefined;
  for (const style of stylesOf({ sheet, rects })) {
    const value = get(style);
    if (first !== undefined && value !== first) return null;
    first = value;
  }
  return first ?? get(normalStyle);
}

function* stylesOf({ sheet: { grid }, rects }: Areas): Generator<Style> {
  for (const rect of rects) {
    if (isUnbounded(rect)) {
      yield grid.styleAt(rect.bottom, rect.right);
      for (const [row, column] of grid.cellsIn(rect)) yield grid.styleAt(row, column);
      continue;
    }
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) yield grid.styleAt(row, column);
    }
  }
}

/** @throws AccessDenied on a protected sheet that does not allow formatting. */
export function changeStyle({ sheet, rects }: Areas, change: Partial<Style>): void {
  ensureAllowed(sheet, 'allowFormatCells');
  const apply = changer(() => change);
  for (const rect of rects) {
    sheet.grid.restyle(rect, apply);
    sheet.workbook.notifier.emit(MessageType.sheetFormatChanged, [sheet.id, workbookTarget], {
      worksheetId: sheet.id,
      address: formatRect(rect),
      source: 'Local',
    });
  }
}

type Readers = Record<string, (target: Areas) => Json>;
type Writers = Record<string, (target: Areas, value: Argument) => void>;

/** The table as members of a class over blocks of cells. */
export function membersOf(properties: Readonly<Record<string, StyleProperty>>): {
  read: Readers;
  write: Writers;
} {
  const entries = Object.entries(properties);
  return {
    read: Object.fromEntries(
      entries.map(([name, { get }]) => [name, (target: Areas) => sharedValue(target, get)]),
    ),
    write: Object.fromEntries(
      entries.map(([name, { set }]) => [
        name,
        (target: Areas, value: Argument) => changeStyle(target, set(value)),
      ]),
    ),
  };
}
