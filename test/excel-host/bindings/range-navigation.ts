import { HostError, invalidArgument, itemNotFound, NotModelledError } from '../protocol/errors';
import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import { bound, ensureOnSheet, intersect, maxColumn, maxRow, type Rect } from '../model/address';
import { textOf } from '../model/number-text';
import { areaOf, integerOf, objectOf, onlyArea, type Areas } from './arguments';
import { rangeAreasHandle, rangeHandle } from './handles';
import { specialCells } from './special-cells';

function same(target: Areas, rect: Rect): Handle<Areas> {
  return rangeHandle(target.sheet, ensureOnSheet(rect));
}

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
  return target.sheet.grid.usedRect(onlyArea(target).rect, valuesOnly === true);
}

/** Rows below and columns after for a positive count, inside the range for a negative one. */
function band(target: Areas, given: Argument | undefined, make: (rect: Rect, count: number) => Rect): Handle {
  const count = given === null || given === undefined ? 1 : integerOf(given, 'count');
  if (count === 0) throw invalidArgument('count');
  return same(target, make(onlyArea(target).rect, count));
}

/** Methods of a range that answer another range. */
export const navigationMethods = {
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
      n > 0
        ? { ...rect, top: rect.bottom + 1, bottom: rect.bottom + n }
        : { ...rect, top: rect.bottom + n + 1 },
    ),
  GetRowsAbove: (target, [count]) =>
    band(target, count, (rect, n) =>
      n > 0 ? { ...rect, top: rect.top - n, bottom: rect.top - 1 } : { ...rect, bottom: rect.top - n - 1 },
    ),
  GetColumnsAfter: (target, [count]) =>
    band(target, count, (rect, n) =>
      n > 0
        ? { ...rect, left: rect.right + 1, right: rect.right + n }
        : { ...rect, left: rect.right + n + 1 },
    ),
  GetColumnsBefore: (target, [count]) =>
    band(target, count, (rect, n) =>
      n > 0 ? { ...rect, left: rect.left - n, right: rect.left - 1 } : { ...rect, right: rect.left - n - 1 },
    ),
  /**
   * Learn, `Range.getMergedAreasOrNullObject`: of more than 512 it fails. OfficeDev/office-js issue 3611: an area is told where its
   * first cell lies.
   */
  GetMergedAreasOrNullObject: (target) => {
    const { sheet, rect } = onlyArea(target);
    const merges = sheet.merges.filter(({ top, left }) =>
      intersect({ top, left, bottom: top, right: left }, rect),
    );
    if (merges.length > 512) throw new HostError('GeneralException', 'more than 512 merged areas');
    return merges.length > 0 ? rangeAreasHandle(sheet, merges) : null;
  },
  Find: (target, [text, criteria]) => {
    const { sheet, rect } = onlyArea(target);
    const { CompleteMatch = false, MatchCase = false } = Object.fromEntries(
      Object.entries(objectOf(criteria, 'criteria')).map(([name, value]) => [
        name.charAt(0).toUpperCase() + name.slice(1),
        value,
      ]),
    );
    if (CompleteMatch !== true || MatchCase !== true)
      throw new NotModelledError('find of a part or in any case');
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) {
        const shown = textOf(sheet.grid.value(row, column), sheet.grid.styleAt(row, column).numberFormat);
        if (shown === text) return same(target, { top: row, left: column, bottom: row, right: column });
      }
    }
    throw itemNotFound('text');
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
