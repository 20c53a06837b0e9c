import { Handle } from '../protocol/handles';
import type { Rect } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Areas } from './arguments';

export function rangeHandle(sheet: Sheet, rect: Rect): Handle<Areas> {
  return new Handle('Range', { sheet, rects: [rect] });
}

export function rangeAreasHandle(sheet: Sheet, rects: readonly Rect[]): Handle<Areas> {
  return new Handle('RangeAreas', { sheet, rects });
}

export function sheetHandle(sheet: Sheet): Handle<Sheet> {
  return new Handle('Worksheet', sheet);
}
