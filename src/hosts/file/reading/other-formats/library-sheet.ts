import type { CellObject, ColInfo, WorkSheet } from '@e965/xlsx';
import { WorkbookFileError } from '../../../../base/file-fault';
import type { CellRange, RawCell, RawFill, RawRow, RawSheet, RawValue } from '../../../../base/raw-sheet';
import { keepWithin, LIMITS } from '../package/limits';
import { builtInFormat } from '../xlsx/number-formats';
import { LAST_COLUMN, LAST_ROW } from '../xlsx/shared-formula';
import { MOST_FILLS } from '../xlsx/sheet-part';

/** A sheet as the library has it: rows and cells with holes, counted from 0. */
export type LibrarySheet = WorkSheet & { readonly '!data'?: readonly (readonly LibraryCell[] | undefined)[] };

type LibraryCell = CellObject | undefined;

/** Stands for a picture in the words of a cell: a sign that no program writes. */
export const PICTURE_SIGN = '\ufdd0';

/** Cells of the whole workbook so far. */
export interface CellCount {
  cells: number;
}

/** A sheet of the library as any reader gives it. @throws WorkbookFileError */
export function rawSheet(
  name: string,
  sheet: LibrarySheet,
  visibility: RawSheet['visibility'],
  count: CellCount,
): RawSheet {
  const rows: RawRow[] = [];
  const fills: RawFill[] = [];
  for (const [index, line] of present(sheet['!data'], LAST_ROW, name)) {
    const cells: RawCell[] = [];
    for (const [at, cell] of present(line, LAST_COLUMN, name)) {
      const read = rawCell(cell, at + 1, name);
      if (read !== undefined) cells.push(read);
      else noteFill(fills, cell, { row: index + 1, column: at + 1 });
    }
    if (cells.length === 0) continue;
    count.cells += cells.length;
    keepWithin(LIMITS.cells, count.cells, name);
    rows.push({ row: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells });
  }
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => range(s.r, s.c, e.r, e.c));
  keepWithin(LIMITS.merges, merges.length, name);
  const hiddenColumns = present<ColInfo>(sheet['!cols'], LAST_COLUMN, name).flatMap(([index, { hidden }]) =>
    hidden === true ? [{ from: index + 1, to: index + 1 }] : [],
  );
  return {
    name,
    visibility,
    rows,
    merges,
    ...(fills.length === 0 ? {} : { fills }),
    ...(hiddenColumns.length === 0 ? {} : { hiddenColumns }),
  };
}

/**
 * What is there of a list with holes, which a damaged file can make four thousand million places long: a loop over all of them does not
 * come to its end, and while it runs within the engine itself no thread can be ended over it.
 * @throws WorkbookFileError where something stands beyond what a sheet has
 */
function present<Item>(
  list: readonly (Item | undefined)[] | undefined,
  most: number,
  sheet: string,
): readonly (readonly [index: number, item: Item])[] {
  if (list === undefined) return [];
  return Object.keys(list).flatMap((key) => {
    const index = Number(key);
    const item = list[index];
    if (item === undefined) return [];
    if (index >= most) throw new WorkbookFileError('file-torn', sheet);
    return [[index, item] as const];
  });
}

function range(top: number, left: number, bottom: number, right: number): CellRange {
  return { top: top + 1, left: left + 1, bottom: bottom + 1, right: right + 1 };
}

function rawCell(cell: CellObject, column: number, sheet: string): RawCell | undefined {
  const { t, v, f, w } = cell;
  const formula = f === undefined || f === '' ? {} : { formula: f };
  const read = t === 'z' ? '' : rawValue(t, v, sheet);
  const isPictured = typeof read === 'string' && read.includes(PICTURE_SIGN);
  const value = isPictured ? read.replaceAll(PICTURE_SIGN, '').trim() : read;
  if (isPictured && value === '') return { column, value, picture: true };
  if (value === '' && f === undefined) return undefined;
  const code = formatOf(cell);
  const format = code === undefined ? {} : { format: code };
  const shown = typeof value !== 'number' || w === undefined || w === String(value) ? {} : { shown: w };
  return { column, value, ...format, ...shown, ...formula };
}

/** What the library says of format numbers that a file does not define: what they are in American Excel, or less. */
const AMERICAN = /^(?:m\/d\/yy(?: h:mm)?|h:mm:ss|"\$".*)$/;

/** A cell's code, with that of Chinese Excel where the file gives the number alone. */
function formatOf({
  z,
  XF,
}: CellObject & { readonly XF?: { readonly numFmtId?: number } }): string | undefined {
  if (typeof z !== 'string' || z === '' || z.toLowerCase() === 'general') return undefined;
  if (!AMERICAN.test(z)) return z;
  return builtInFormat(XF?.numFmtId ?? 0) ?? z.replace('m/d/yy', 'yyyy/m/d');
}

/** What a cell of an error holds ([MS-XLS] 2.5.10). */
const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function rawValue(type: CellObject['t'], value: CellObject['v'], sheet: string): RawValue {
  if (type === 'e') return { error: ERRORS.get(value) ?? '#N/A' };
  if (typeof value === 'string') {
    keepWithin(LIMITS.cellCharacters, value.length, sheet);
    return value;
  }
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  throw new WorkbookFileError('file-torn', sheet);
}

/** Only so many: a sheet painted all over says nothing by it. White is no fill. */
function noteFill(fills: RawFill[], { s }: CellObject, at: Omit<RawFill, 'color'>): void {
  const style: unknown = s;
  const color = isFilled(style) ? style.fgColor.rgb : 'FFFFFF';
  if (color !== 'FFFFFF' && fills.length < MOST_FILLS) fills.push({ ...at, color });
}

interface Filled {
  readonly patternType: 'solid';
  readonly fgColor: { readonly rgb: string };
}

function isFilled(style: unknown): style is Filled {
  const { patternType, fgColor } = (style ?? {}) as Partial<Filled>;
  return patternType === 'solid' && typeof fgColor?.rgb === 'string';
}
