import { HostError, invalidArgument } from '../protocol/errors';
import { Handle, type Argument } from '../protocol/handles';
import { cellCount, columnsOf, formatRect, intersect, isUnbounded, rowsOf, type Rect } from './address';
import { MessageType, workbookTarget } from './event-types';
import { interpretText, type Entry } from './interpret';
import type { Sheet } from './sheet';
import { changer } from './style';
import { normaliseHeaders } from './table';
import { maxFormulaLength, shownValue, valueTypeOf, type CellValue } from './values';

/** Largest block Excel reads at once. */
const maxReadCells = 5_000_000;

/**
 * The array given to a block: exactly as many rows and columns as it has, or one plain value for every cell.
 * @throws InvalidArgument for any other shape, and for whole rows and columns.
 */
export function shapeOf(rect: Rect, input: Argument): (row: number, column: number) => Argument {
  if (isUnbounded(rect)) throw invalidArgument('cells of an unbounded range cannot be set');
  if (!Array.isArray(input)) {
    if (input === null || typeof input === 'object') throw invalidArgument('a 2-D array or one value');
    return () => input;
  }
  const rows = input as readonly Argument[];
  const fits =
    rows.length === rowsOf(rect) && rows.every((row) => Array.isArray(row) && row.length === columnsOf(rect));
  if (!fits) throw invalidArgument(`the array must be ${rowsOf(rect)} × ${columnsOf(rect)}`);
  return (row, column) => (rows[row] as readonly Argument[])[column] ?? null;
}

/**
 * An array written over rows of which a filter hides some goes into the rows that show, from its first row on in each
 * stretch of them (github.com/OfficeDev/office-js issue 224, github.com/xlwings/xlwings issue 747).
 */
export function writeShown(sheet: Sheet, rect: Rect, input: Argument): void {
  const filters = [sheet.autoFilter, ...sheet.tables.map(({ filter }) => filter)];
  const isHidden = (row: number): boolean =>
    sheet.grid.rows.get(row)?.hidden === true &&
    filters.some(
      (filter) => filter && filter.criteria.size > 0 && row > filter.rect.top && row <= filter.rect.bottom,
    );
  const rows = Array.from({ length: isUnbounded(rect) ? 0 : rowsOf(rect) }, (_, index) => rect.top + index);
  if (!Array.isArray(input) || rows.length < 2 || !rows.some(isHidden)) {
    writeCells(sheet, rect, input);
    return;
  }
  shapeOf(rect, input);
  let from = 0;
  for (const row of rows) {
    if (isHidden(row)) from = 0;
    else {
      writeCells(sheet, { ...rect, top: row, bottom: row }, input.slice(from, from + 1) as Argument);
      from += 1;
    }
  }
}

/** Writes values or formulas as Excel reads them; null leaves a cell as it is. */
export function writeCells(sheet: Sheet, rect: Rect, input: Argument): void {
  const at = shapeOf(rect, input);
  sheet.ensureWritable(rect);
  const before = sheet.grid.value(rect.top, rect.left);
  const year = new Date().getFullYear();
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1) {
      const given = at(row - rect.top, column - rect.left);
      if (given === null || sheet.isCovered(row, column)) continue;
      enter(sheet, row, column, readEntry(given, sheet.grid.styleAt(row, column).numberFormat, year));
    }
  }
  for (const table of sheet.tables) {
    if (rect.top <= table.rect.top && intersect(table.rect, rect)) normaliseHeaders(table);
  }
  sheet.workbook.touch();
  announceChange(sheet, rect, before);
}

function readEntry(given: Argument, numberFormat: string, year: number): Entry {
  switch (typeof given) {
    case 'string':
      // Whether a text format helps is not said there: it is taken not to.
      if (given.length > maxFormulaLength && /^[=+\-@]/.test(given)) {
        throw new HostError('GeneralException', 'a long text that begins like a formula (issue 3256)');
      }
      return interpretText(given, numberFormat, year);
    case 'number':
    case 'boolean':
      return { value: numberFormat === '@' ? String(given).toUpperCase() : given };
    default:
      throw invalidArgument(
        given instanceof Handle ? 'an object as a cell value' : 'a cell value that is no scalar',
      );
  }
}

const formatAs = new Map<string, ReturnType<typeof changer>>();

function enter(sheet: Sheet, row: number, column: number, entry: Entry): void {
  const cell = sheet.grid.ensureCell(row, column);
  cell.value = entry.value;
  cell.formula = entry.formula;
  if (entry.formula !== undefined) sheet.workbook.noteFormula(entry.formula);
  cell.quoted = entry.quoted;
  cell.spilled = undefined;
  const { format } = entry;
  if (format === undefined || sheet.grid.styleAt(row, column).numberFormat !== 'General') return;
  const change = formatAs.get(format) ?? changer(() => ({ numberFormat: format }));
  formatAs.set(format, change);
  cell.style = change(sheet.grid.styleAt(row, column));
}

/** Tells the listeners of the sheet and of the tables the block meets. */
export function announceChange(
  sheet: Sheet,
  rect: Rect,
  valueBefore: CellValue,
  changeType = 'RangeEdited',
): void {
  const { notifier } = sheet.workbook;
  const after = sheet.grid.value(rect.top, rect.left);
  const message = {
    worksheetId: sheet.id,
    address: formatRect(rect),
    referenceId: `${sheet.id}!${formatRect(rect)}`,
    changeType,
    source: 'Local',
    ...(sheet.workbook.saysWhoChanged && { triggerSource: sheet.workbook.changedBy }),
    shiftDirection: 'None',
    ...(cellCount(rect) === 1 && {
      valueBefore: shownValue(valueBefore),
      valueAfter: shownValue(after),
      valueTypeBefore: valueTypeOf(valueBefore),
      valueTypeAfter: valueTypeOf(after),
    }),
  };
  notifier.emit(MessageType.sheetChanged, [sheet.id, workbookTarget], message);
  for (const table of sheet.tables) {
    const common = intersect(table.rect, rect);
    if (!common) continue;
    const targets = [table.id, sheet.id, workbookTarget];
    notifier.emit(MessageType.tableChanged, targets, {
      ...message,
      tableId: table.id,
      address: formatRect(common),
    });
  }
}

/** A property of every cell of a block, row by row; null where Excel answers none. */
export function readCells<T>(rect: Rect, read: (row: number, column: number) => T): T[][] | null {
  if (isUnbounded(rect) || cellCount(rect) > maxReadCells) return null;
  return Array.from({ length: rowsOf(rect) }, (_, row) =>
    Array.from({ length: columnsOf(rect) }, (__, column) => read(rect.top + row, rect.left + column)),
  );
}
