import { invalidArgument } from '../protocol/errors';
import { Handle, type Argument, shown } from '../protocol/handles';
import { parseRect, splitSheet, type Rect } from '../model/address';
import type { Sheet } from '../model/sheet';
import { normalColor } from '../model/style';
import type { Workbook } from '../model/workbook';

/** One or several blocks of one sheet: what `Range`, `RangeAreas` and everything below them stand for. */
export interface Areas {
  readonly sheet: Sheet;
  readonly rects: readonly Rect[];
}

export interface Area {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

export function textOf(value: Argument | undefined, what: string): string {
  if (typeof value !== 'string') throw invalidArgument(what);
  return value;
}

export function textOrNull(value: Argument | undefined, what: string): string | null {
  return value === null || value === undefined ? null : textOf(value, what);
}

export function numberOf(value: Argument | undefined, what: string): number {
  if (typeof value !== 'number') throw invalidArgument(what);
  return value;
}

export function integerOf(value: Argument | undefined, what: string): number {
  const number = numberOf(value, what);
  if (!Number.isInteger(number)) throw invalidArgument(what);
  return number;
}

export function booleanOf(value: Argument | undefined, what: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(what);
  return value;
}

/** One of Excel's words for a setting. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  value: Argument | undefined,
  what: string,
): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw invalidArgument(`${what}: ${shown(value)}`);
  return word;
}

export function colorOf(value: Argument | undefined, what: string): string {
  const color = normalColor(textOf(value, what));
  if (color === undefined) throw invalidArgument(what);
  return color;
}

export function objectOf(value: Argument | undefined, what: string): Readonly<Record<string, Argument>> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw invalidArgument(what);
  return value as Readonly<Record<string, Argument>>;
}

export function isRange(value: Argument | undefined): value is Handle<Areas> {
  return value instanceof Handle && (value.type === 'Range' || value.type === 'RangeAreas');
}

/** A range given as an object or as an address; without a sheet in it, an address is of `home`. */
export function areaOf(value: Argument | undefined, workbook: Workbook, home: Sheet): Area {
  if (isRange(value)) return onlyArea(value.target);
  const { sheet: sheetName, local } = splitSheet(textOf(value, 'range'));
  const named = sheetName === undefined ? nameArea(local, workbook, home) : undefined;
  if (named) return named;
  return { sheet: sheetName === undefined ? home : workbook.sheet(sheetName), rect: parseRect(local) };
}

function nameArea(name: string, workbook: Workbook, home: Sheet): Area | undefined {
  const item = workbook.names.find(name, home) ?? workbook.names.find(name, null);
  return item && workbook.names.areaOf(item);
}

export function onlyArea({ sheet, rects }: Areas): Area {
  const [rect] = rects;
  if (!rect) throw invalidArgument('an empty range');
  return { sheet, rect };
}
