import { HostError, invalidArgument, itemNotFound } from '../protocol/errors';
import type { Argument, ClassModel } from '../protocol/handles';
import { Handle } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import {
  bound,
  cellCount,
  columnsOf,
  ensureOnSheet,
  formatRect,
  intersect,
  isEntireColumns,
  isEntireRows,
  maxColumn,
  maxRow,
  quoteSheet,
  rowsOf,
  type Rect,
} from '../model/address';
import { textOf as shownText } from '../model/number-text';
import { shownValue, valueTypeOf } from '../model/values';
import { readCells, writeCells } from '../model/write-cells';
import { areaOf, booleanOf, integerOf, onlyArea, type Areas } from './arguments';
import { copyCells } from './copy';
import { rangeAreasHandle, rangeHandle } from './handles';
import { readLink, writeLink } from './link';
import { readNumberFormats, writeNumberFormats } from './number-formats';
import { propertyMethods } from './range-properties';
import { hiddenState, setColumnsHidden, setRowsHidden } from './hidden';
import { specialCells } from './special-cells';

const clearWhat = ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'] as const;

function same(target: Areas, rect: Rect): Handle<Areas> {
  return rangeHandle(target.sheet, ensureOnSheet(rect));
}

/** Values are computed first, unless the batch suspended that. */
function readComputed(target: Areas, read: (row: number, column: number) => Json): Json {
  target.sheet.workbook.ensureCalculated();
  return readCells(onlyArea(target).rect, read);
}

export function addressOf({ sheet, rects }: Areas): string {
  return rects.map((rect) => `${quoteSheet(sheet.name)}!${formatRect(rect)}`).join(',');
}

function formulaAt({ sheet }: Areas, row: number, column: number): Json {
  const cell = sheet.grid.cell(row, column);
  return cell?.formula === undefined ? shownValue(cell?.value ?? null) : `=${cell.formula}`;
}

const rangeReaders = {
  Address: addressOf,
  AddressLocal: addressOf,
  RowIndex: (target) => onlyArea(target).rect.top - 1,
  ColumnIndex: (target) => onlyArea(target).rect.left - 1,
  RowCount: (target) => rowsOf(onlyArea(target).rect),
  ColumnCount: (target) => columnsOf(onlyArea(target).rect),
  CellCount: (target) => {
    const count = cellCount(onlyArea(target).rect);
    return count > 2 ** 31 - 1 ? -1 : count;
  },
  IsEntireColumn: (target) => isEntireColumns(onlyArea(target).rect),
  IsEntireRow: (target) => isEntireRows(onlyArea(target).rect),
  Values: (target) => readComputed(target, (row, column) => shownValue(target.sheet.grid.value(row, column))),
  Formulas: (target) => readComputed(target, (row, column) => formulaAt(target, row, column)),
  FormulasLocal: (target) => readComputed(target, (row, column) => formulaAt(target, row, column)),
  ValueTypes: (target) => readComputed(target, (row, column) => valueTypeOf(target.sheet.grid.value(row, column))),
  Text: (target) =>
    readComputed(target, (row, column) => {
      const { grid } = target.sheet;
      return shownText(grid.value(row, column), grid.styleAt(row, column).numberFormat);
    }),
  NumberFormat: readNumberFormats,
  RowHidden: (target) => hiddenState(target.sheet, onlyArea(target).rect, 'rows'),
  ColumnHidden: (target) => hiddenState(target.sheet, onlyArea(target).rect, 'columns'),
  Hidden: (target) => {
    const { rect } = onlyArea(target);
    const [rows, columns] = [hiddenState(target.sheet, rect, 'rows'), hiddenState(target.sheet, rect, 'columns')];
    return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
  },
  Hyperlink: readLink,
  Style: () => 'Normal',
} satisfies ClassModel<Areas>['read'];

const rangeWriters = {
  Values: (target, value) => writeCells(target.sheet, onlyArea(target).rect, value),
  Formulas: (target, value) => writeCells(target.sheet, onlyArea(target).rect, value),
  FormulasLocal: (target, value) => writeCells(target.sheet, onlyArea(target).rect, value),
  NumberFormat: writeNumberFormats,
  RowHidden: (target, value) => setRowsHidden(target.sheet, onlyArea(target).rect, booleanOf(value, 'rowHidden')),
  ColumnHidden: (target, value) =>
    setColumnsHidden(target.sheet, onlyArea(target).rect, booleanOf(value, 'columnHidden')),
  Hyperlink: writeLink,
} satisfies ClassModel<Areas>['write'];

function resized(target: Areas, rows: Argument | undefined, columns: Argument | undefined): Handle {
  const { rect } = onlyArea(target);
  const bottom = rect.bottom + integerOf(rows, 'deltaRows');
  return same(target, { ...rect, bottom, right: rect.right + integerOf(columns, 'deltaColumns') });
}

function intersection(target: Areas, other: Argument | undefined): Handle | null {
  const { sheet, rect } = onlyArea(target);
  const area = areaOf(other, sheet.workbook, sheet);
  const common = area.sheet === sheet ? intersect(rect, area.rect) : undefined;
  return common ? rangeHandle(sheet, common) : null;
}

function used(target: Areas, valuesOnly: Argument | undefined): Rect | undefined {
  target.sheet.workbook.ensureCalculated();
  return target.sheet.grid.usedRect(onlyArea(target).rect, valuesOnly === true);
}

/** Rows below and columns after for a positive count, inside the range for a negative one. */
function band(target: Areas, given: Argument | undefined, make: (rect: Rect, count: number) => Rect): Handle {
  const count = given === null || given === undefined ? 1 : integerOf(given, 'count');
  if (count === 0) throw invalidArgument('count');
  return same(target, make(onlyArea(target).rect, count));
}

const navigationMethods = {
  GetCell: (target, [row, column]) => {
    const { rect } = onlyArea(target);
    const [top, left] = [rect.top + integerOf(row, 'row'), rect.left + integerOf(column, 'column')];
    return same(target, { top, left, bottom: top, right: left });
  },
  GetRow: (target, [row]) => {
    const { rect } = onlyArea(target);
    const top = rect.top + integerOf(row, 'row');
    return same(target, { ...rect, top, bottom: top });
  },
  GetColumn: (target, [column]) => {
    const { rect } = onlyArea(target);
    const left = rect.left + integerOf(column, 'column');
    return same(target, { ...rect, left, right: left });
  },
  GetLastCell: (target) => {
    const { rect } = onlyArea(target);
    return same(target, { ...rect, top: rect.bottom, left: rect.right });
  },
  GetLastRow: (target) => same(target, { ...onlyArea(target).rect, top: onlyArea(target).rect.bottom }),
  GetLastColumn: (target) => same(target, { ...onlyArea(target).rect, left: onlyArea(target).rect.right }),
  GetEntireRow: (target) => same(target, { ...onlyArea(target).rect, left: 1, right: maxColumn }),
  GetEntireColumn: (target) => same(target, { ...onlyArea(target).rect, top: 1, bottom: maxRow }),
  GetOffsetRange: (target, [rowOffset, columnOffset]) => {
    const { rect } = onlyArea(target);
    const [down, right] = [integerOf(rowOffset, 'rowOffset'), integerOf(columnOffset, 'columnOffset')];
    return same(target, {
      top: rect.top + down,
      left: rect.left + right,
      bottom: rect.bottom + down,
      right: rect.right + right,
    });
  },
  GetResizedRange: (target, [rows, columns]) => resized(target, rows, columns),
  GetAbsoluteResizedRange: (target, [rows, columns]) => {
    const { rect } = onlyArea(target);
    const bottom = rect.top + integerOf(rows, 'numRows') - 1;
    return same(target, { ...rect, bottom, right: rect.left + integerOf(columns, 'numColumns') - 1 });
  },
  GetBoundingRect: (target, [other]) => {
    const { sheet, rect } = onlyArea(target);
    const area = areaOf(other, sheet.workbook, sheet);
    if (area.sheet !== sheet) throw invalidArgument('ranges of two sheets');
    return rangeHandle(sheet, bound(rect, area.rect));
  },
  GetIntersection: (target, [other]) => {
    const common = intersection(target, other);
    if (!common) throw itemNotFound('intersection');
    return common;
  },
  GetIntersectionOrNullObject: (target, [other]) => intersection(target, other),
  GetUsedRange: (target, [valuesOnly]) => {
    const { rect } = onlyArea(target);
    return same(target, used(target, valuesOnly) ?? { ...rect, bottom: rect.top, right: rect.left });
  },
  GetUsedRangeOrNullObject: (target, [valuesOnly]) => {
    const rect = used(target, valuesOnly);
    return rect ? same(target, rect) : null;
  },
  GetRowsBelow: (target, [count]) =>
    band(target, count, (rect, n) =>
      n > 0 ? { ...rect, top: rect.bottom + 1, bottom: rect.bottom + n } : { ...rect, top: rect.bottom + n + 1 },
    ),
  GetRowsAbove: (target, [count]) =>
    band(target, count, (rect, n) =>
      n > 0 ? { ...rect, top: rect.top - n, bottom: rect.top - 1 } : { ...rect, bottom: rect.top - n - 1 },
    ),
  GetColumnsAfter: (target, [count]) =>
    band(target, count, (rect, n) =>
      n > 0 ? { ...rect, left: rect.right + 1, right: rect.right + n } : { ...rect, left: rect.right + n + 1 },
    ),
  GetColumnsBefore: (target, [count]) =>
    band(target, count, (rect, n) =>
      n > 0 ? { ...rect, left: rect.left - n, right: rect.left - 1 } : { ...rect, right: rect.left - n - 1 },
    ),
  GetMergedAreasOrNullObject: (target) => {
    const { sheet, rect } = onlyArea(target);
    const merges = sheet.merges.filter((merge) => intersect(merge, rect));
    return merges.length > 0 ? rangeAreasHandle(sheet, merges) : null;
  },
  GetVisibleView: (target) => new Handle('RangeView', onlyArea(target)),
  GetTables: (target) => new Handle('TableScopedCollection', onlyArea(target)),
  GetSpecialCells: (target, [type, valueType]) => {
    const rects = specialCells(onlyArea(target), type, valueType);
    if (rects.length === 0) throw itemNotFound('special cells');
    return rangeAreasHandle(target.sheet, rects);
  },
  GetSpecialCellsOrNullObject: (target, [type, valueType]) => {
    const rects = specialCells(onlyArea(target), type, valueType);
    return rects.length > 0 ? rangeAreasHandle(target.sheet, rects) : null;
  },
} satisfies ClassModel<Areas>['call'];

export const sharedMethods = {
  Clear: ({ sheet, rects }, [applyTo]) => {
    const what = applyTo ?? 'All';
    const word = clearWhat.find((candidate) => candidate === what);
    if (!word) throw invalidArgument('applyTo');
    if (word === 'Hyperlinks' || word === 'RemoveHyperlinks') throw new HostError('InvalidArgument', 'applyTo');
    for (const rect of rects) sheet.clear(rect, word);
  },
  Calculate: ({ sheet }) => sheet.workbook.calculate(),
  SetDirty: ({ sheet }) => sheet.workbook.touch(),
} satisfies ClassModel<Areas>['call'];

const actionMethods = {
  ...sharedMethods,
  ...propertyMethods,
  Merge: (target, [across]) => {
    const { sheet, rect } = onlyArea(target);
    if (across !== true) return sheet.merge(rect);
    for (let row = rect.top; row <= rect.bottom; row += 1) sheet.merge({ ...rect, top: row, bottom: row });
    return undefined;
  },
  Unmerge: (target) => target.sheet.unmerge(onlyArea(target).rect),
  Select: (target) => target.sheet.workbook.select(target.sheet, target.rects, formatRect(onlyArea(target).rect)),
  CopyFrom: (target, [source, copyType, skipBlanks, transpose]) => {
    const area = areaOf(source, target.sheet.workbook, target.sheet);
    copyCells(onlyArea(target), area, { copyType, skipBlanks, transpose });
  },
  _ValidateArraySize: (target, [rows, columns]) => {
    const { rect } = onlyArea(target);
    if (rows !== rowsOf(rect) || columns !== columnsOf(rect)) {
      throw invalidArgument(`the array must be ${rowsOf(rect)} × ${columnsOf(rect)}`);
    }
  },
} satisfies ClassModel<Areas>['call'];

export const sharedNavigation = {
  Format: (target) => new Handle('RangeFormat', target),
  DataValidation: (target) => new Handle('DataValidation', target),
  ConditionalFormats: (target) => new Handle('ConditionalFormatCollection', target),
  Worksheet: (target) => new Handle('Worksheet', target.sheet),
} satisfies ClassModel<Areas>['navigate'];

export const rangeClasses = {
  Range: {
    read: rangeReaders,
    write: rangeWriters,
    navigate: sharedNavigation,
    call: { ...navigationMethods, ...actionMethods },
    ensureAlive: ({ sheet }) => sheet.ensureAlive(),
  } satisfies ClassModel<Areas>,
};
