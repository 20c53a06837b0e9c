import { toSerial } from '../../plan/calendar';
import type { CellRange } from '../../returns/raw-sheet';
import type { CellContent, CellFormat, ConditionalFormat, SheetBlueprint } from '../../sheets/blueprint';

/** A cell as the grid draws it. */
export interface GridCell {
  readonly text: string;
  readonly format: CellFormat;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

type Value = string | number | boolean | null;

/** The value behind a content: a date is its serial, a formula its result. */
export function valueOf(content: CellContent): Value {
  if (content === null || typeof content !== 'object') return content;
  if ('date' in content) return toSerial(content.date);
  return 'formula' in content ? content.result : content.text;
}

/** The value as Excel would show it, for the few number formats the product uses. */
export function shownValue(content: CellContent, numberFormat: string | undefined): string {
  if (content !== null && typeof content === 'object' && 'date' in content) return content.date;
  const value = valueOf(content);
  if (value === null) return '';
  if (typeof value !== 'number' || numberFormat === undefined) return String(value);
  if (numberFormat === '0.0%') return `${(value * 100).toFixed(1)}%`;
  if (numberFormat === 'yyyy-mm-dd') return dateOfSerial(value);
  const suffix = /^0"([^"]*)"$/.exec(numberFormat)?.[1];
  return suffix === undefined ? String(value) : `${Math.round(value)}${suffix}`;
}

const SERIAL_ORIGIN = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

function dateOfSerial(serial: number): string {
  return new Date(SERIAL_ORIGIN + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

function contains({ top, left, bottom, right }: CellRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

const COMPARISON = /^\$([A-Z]+)(\d+)(<>|>=|<=|=|>|<)(?:"([^"]*)"|(-?\d+(?:\.\d+)?))$/;

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/**
 * Whether a conditional format's rule holds in a row. The rules of the tabs compare one column, fixed by “$”, with a word or
 * number, written for the range's first row; any other rule does not hold.
 */
export function ruleHolds(
  rule: ConditionalFormat,
  row: number,
  value: (row: number, column: number) => Value,
): boolean {
  const parts = COMPARISON.exec(rule.formula);
  if (parts === null) return false;
  const [, letters = '', written = '', operator = '=', word, number] = parts;
  const offset = Number(written) - rule.range.top;
  const found = value(row + offset, columnNumber(letters));
  const expected = word ?? Number(number);
  return compares(found ?? (typeof expected === 'string' ? '' : 0), operator, expected);
}

function compares(found: string | number | boolean, operator: string, expected: string | number): boolean {
  switch (operator) {
    case '=':
      return found === expected;
    case '<>':
      return found !== expected;
    case '>':
      return typeof found === typeof expected && found > expected;
    case '<':
      return typeof found === typeof expected && found < expected;
    case '>=':
      return typeof found === typeof expected && found >= expected;
    default:
      return typeof found === typeof expected && found <= expected;
  }
}

/** Draws a tab's rows: formats laid one over the other, conditional ones on top, merged cells joined. */
export class SheetGridModel {
  readonly columns: readonly { readonly at: number; readonly width: number }[];

  constructor(readonly sheet: SheetBlueprint) {
    const hidden = new Set(sheet.hiddenColumns ?? []);
    const widest = Math.max(0, ...sheet.cells.map((row) => row.length));
    this.columns = Array.from({ length: widest }, (_, index) => ({
      at: index + 1,
      width: sheet.columnWidths[index] ?? 10,
    })).filter(({ at }) => !hidden.has(at));
  }

  private readonly value = (row: number, column: number): Value =>
    valueOf(this.sheet.cells[row - 1]?.[column - 1] ?? null);

  /** The cell at a place; `undefined` where it is covered by a merge. */
  cell(row: number, column: number): GridCell | undefined {
    const merge = this.sheet.merges.find((range) => contains(range, row, column));
    if (merge !== undefined && (merge.top !== row || merge.left !== column)) return undefined;
    const format = this.format(row, column);
    const spanned = this.columns.filter(
      ({ at }) => merge !== undefined && at >= merge.left && at <= merge.right,
    );
    return {
      text: shownValue(this.sheet.cells[row - 1]?.[column - 1] ?? null, format.numberFormat),
      format,
      rowSpan: merge === undefined ? 1 : merge.bottom - merge.top + 1,
      columnSpan: Math.max(1, spanned.length),
    };
  }

  private format(row: number, column: number): CellFormat {
    let format: CellFormat = {};
    for (const layer of this.sheet.formats) {
      if (contains(layer.range, row, column)) format = { ...format, ...layer.format };
    }
    const rule = this.sheet.conditionalFormats.find(
      (one) => contains(one.range, row, column) && ruleHolds(one, row, this.value),
    );
    return rule === undefined ? format : { ...format, ...rule.format };
  }
}
