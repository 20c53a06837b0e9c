import { invalidArgument } from '../protocol/errors';
import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import type { Rect } from '../model/address';
import { ensureAllowed } from '../model/protection';
import { changer, type Border, type Style } from '../model/style';
import { colorOf, integerOf, oneOf, textOf, type Areas } from './arguments';

export const borderSides = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
export type BorderSide = (typeof borderSides)[number];

const lineStyles = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
/** Two styles have one weight only. */
const ownWeights: Readonly<Partial<Record<string, string>>> = { Double: 'Thick', SlantDashDot: 'Medium' };
const weights = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

interface SideOf {
  readonly areas: Areas;
  readonly side: BorderSide;
}

type Slot = 'top' | 'left' | 'bottom' | 'right' | 'diagonalDown' | 'diagonalUp';

const thinBlack: Border = { style: 'Continuous', weight: 'Thin', color: '#000000' };

/** Which cells of a block carry a side, and on which of their own sides. Neighbours share an inner line. */
function slotsOf(rect: Rect, side: BorderSide): { readonly rect: Rect; readonly slot: Slot }[] {
  switch (side) {
    case 'EdgeTop':
      return [{ rect: { ...rect, bottom: rect.top }, slot: 'top' }];
    case 'EdgeBottom':
      return [{ rect: { ...rect, top: rect.bottom }, slot: 'bottom' }];
    case 'EdgeLeft':
      return [{ rect: { ...rect, right: rect.left }, slot: 'left' }];
    case 'EdgeRight':
      return [{ rect: { ...rect, left: rect.right }, slot: 'right' }];
    case 'InsideHorizontal':
      if (rect.top === rect.bottom) return [];
      return [
        { rect: { ...rect, bottom: rect.bottom - 1 }, slot: 'bottom' },
        { rect: { ...rect, top: rect.top + 1 }, slot: 'top' },
      ];
    case 'InsideVertical':
      if (rect.left === rect.right) return [];
      return [
        { rect: { ...rect, right: rect.right - 1 }, slot: 'right' },
        { rect: { ...rect, left: rect.left + 1 }, slot: 'left' },
      ];
    case 'DiagonalDown':
      return [{ rect, slot: 'diagonalDown' }];
    case 'DiagonalUp':
      return [{ rect, slot: 'diagonalUp' }];
  }
}

function readSide({ areas: { sheet, rects }, side }: SideOf, get: (border: Border | null) => Json): Json {
  let first: Json | undefined;
  for (const { rect, slot } of rects.flatMap((block) => slotsOf(block, side))) {
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) {
        const value = get(sheet.grid.styleAt(row, column)[slot]);
        if (first !== undefined && value !== first) return null;
        first = value;
      }
    }
  }
  return first ?? get(null);
}

export function writeSide(
  { areas: { sheet, rects }, side }: SideOf,
  change: (old: Border | null) => Border | null,
): void {
  ensureAllowed(sheet, 'allowFormatCells');
  for (const { rect, slot } of rects.flatMap((block) => slotsOf(block, side))) {
    sheet.grid.restyle(
      rect,
      changer((style: Style): Partial<Style> => ({ [slot]: change(style[slot]) })),
    );
  }
}

export function lineStyleOf(value: Argument): (old: Border | null) => Border | null {
  const style = oneOf(lineStyles, value, 'border style');
  const own = ownWeights[style];
  return (old) => (style === 'None' ? null : { ...(old ?? thinBlack), style, ...(own && { weight: own }) });
}

export function weightOf(value: Argument): (old: Border | null) => Border {
  const weight = oneOf(weights, value, 'border weight');
  return (old) => ({ ...(old ?? thinBlack), weight });
}

export function lineColorOf(value: Argument): (old: Border | null) => Border {
  const color = colorOf(value, 'border color');
  return (old) => ({ ...(old ?? thinBlack), color });
}

function sideHandle(areas: Areas, key: Argument | undefined): Handle {
  const side = borderSides.find((candidate) => candidate === textOf(key, 'border'));
  if (!side) throw invalidArgument('border');
  return new Handle('RangeBorder', { areas, side });
}

export const borderClasses = {
  RangeBorderCollection: {
    read: { Count: () => borderSides.length },
    call: {
      GetItemAt: (areas, [index]) => sideHandle(areas, borderSides[integerOf(index, 'index')] ?? null),
    },
    items: (areas) => borderSides.map((side) => new Handle('RangeBorder', { areas, side })),
    item: sideHandle,
  } satisfies ClassModel<Areas>,
  RangeBorder: {
    read: {
      SideIndex: (target) => target.side,
      Style: (target) => readSide(target, (border) => border?.style ?? 'None'),
      Weight: (target) => readSide(target, (border) => border?.weight ?? 'Thin'),
      Color: (target) => readSide(target, (border) => border?.color ?? '#000000'),
    },
    write: {
      Style: (target, value) => writeSide(target, lineStyleOf(value)),
      Weight: (target, value) => writeSide(target, weightOf(value)),
      Color: (target, value) => writeSide(target, lineColorOf(value)),
    },
  } satisfies ClassModel<SideOf>,
};
