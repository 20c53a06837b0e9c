import { invalidArgument, NotModelledError } from '../protocol/errors';
import type { ClassModel } from '../protocol/handles';
import { Handle } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import {
  cellCount,
  columnsOf,
  formatRect,
  isEntireColumns,
  isEntireRows,
  quoteSheet,
  rowsOf,
} from '../model/address';
import { insertColumns, insertRows } from '../model/insert';
import { textOf as shownText } from '../model/number-text';
import { shownValue, valueTypeOf } from '../model/values';
import { readCells, writeShown } from '../model/write-cells';
import { areaOf, booleanOf, onlyArea, type Areas } from './arguments';
import { copyCells } from './copy';
import { rangeHandle } from './handles';
import { readLink, writeLink } from './link';
import { readNumberFormats, writeNumberFormats } from './number-formats';
import { navigationMethods } from './range-navigation';
import { propertyMethods } from './range-properties';
import { hiddenState, setColumnsHidden, setRowsHidden } from './hidden';

const clearWhat = ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'] as const;

/** Values are computed first, unless the batch suspended that. */
function readComputed(target: Areas, read: (row: number, column: number) => Json): Json {
  const area = onlyArea(target);
  area.sheet.workbook.ensureCalculated(area);
  return readCells(area.rect, read);
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
  ValueTypes: (target) =>
    readComputed(target, (row, column) => valueTypeOf(target.sheet.grid.value(row, column))),
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
    const [rows, columns] = [
      hiddenState(target.sheet, rect, 'rows'),
      hiddenState(target.sheet, rect, 'columns'),
    ];
    return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
  },
  Hyperlink: readLink,
  Style: () => 'Normal',
} satisfies ClassModel<Areas>['read'];

const rangeWriters = {
  Values: (target, value) => writeShown(target.sheet, onlyArea(target).rect, value),
  Formulas: (target, value) => writeShown(target.sheet, onlyArea(target).rect, value),
  FormulasLocal: (target, value) => writeShown(target.sheet, onlyArea(target).rect, value),
  NumberFormat: writeNumberFormats,
  RowHidden: (target, value) =>
    setRowsHidden(target.sheet, onlyArea(target).rect, booleanOf(value, 'rowHidden')),
  ColumnHidden: (target, value) =>
    setColumnsHidden(target.sheet, onlyArea(target).rect, booleanOf(value, 'columnHidden')),
  Hyperlink: writeLink,
} satisfies ClassModel<Areas>['write'];

export const sharedMethods = {
  Clear: ({ sheet, rects }, [applyTo]) => {
    const what = applyTo ?? 'All';
    const word = clearWhat.find((candidate) => candidate === what);
    if (!word) throw invalidArgument('applyTo');
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
  Insert: (target, [shift]) => {
    const { sheet, rect } = onlyArea(target);
    if (isEntireRows(rect) && shift === 'Down') insertRows(sheet, rect.top, rowsOf(rect));
    else if (isEntireColumns(rect) && shift === 'Right') insertColumns(sheet, rect.left, columnsOf(rect));
    else throw new NotModelledError('Range.insert of less than rows or columns');
    return rangeHandle(sheet, rect);
  },
  Unmerge: (target) => target.sheet.unmerge(onlyArea(target).rect),
  Select: (target) =>
    target.sheet.workbook.select(target.sheet, target.rects, formatRect(onlyArea(target).rect)),
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
