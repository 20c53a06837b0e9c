import { itemNotFound } from '../protocol/errors';
import { Handle, type ClassModel } from '../protocol/handles';
import {
  cellCount,
  isEntireColumns,
  isEntireRows,
  maxAddressLength,
  rowsOf,
  type Rect,
} from '../model/address';
import { textOf as shownText } from '../model/number-text';
import { shownValue } from '../model/values';
import { readCells } from '../model/write-cells';
import { integerOf, type Area, type Areas } from './arguments';
import { rangeAreasHandle, rangeHandle } from './handles';
import { addressOf, sharedMethods, sharedNavigation } from './range';
import { specialCells } from './special-cells';

function shortAddress(areas: Areas): string {
  return addressOf(areas).slice(0, maxAddressLength);
}

function at({ sheet, rects }: Areas, index: number): Handle {
  const rect = rects[index];
  if (!rect) throw itemNotFound(`area ${index}`);
  return rangeHandle(sheet, rect);
}

/** Rows of a block that are neither hidden nor filtered out, as `getVisibleView` shows them. */
function visibleRows({ sheet, rect }: Area): number[] {
  return Array.from({ length: rowsOf(rect) }, (_, index) => rect.top + index).filter(
    (row) => sheet.grid.rows.get(row)?.hidden !== true,
  );
}

function readVisible<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  area.sheet.workbook.ensureCalculated(area);
  return visibleRows(area).map((row) => {
    const rect: Rect = { ...area.rect, top: row, bottom: row };
    return readCells(rect, read)?.[0] ?? [];
  });
}

export const rangeAreasClasses = {
  RangeAreas: {
    read: {
      Address: shortAddress,
      AddressLocal: shortAddress,
      AreaCount: ({ rects }) => rects.length,
      CellCount: ({ rects }) => rects.reduce((sum, rect) => sum + cellCount(rect), 0),
      IsEntireColumn: ({ rects }) => rects.every(isEntireColumns),
      IsEntireRow: ({ rects }) => rects.every(isEntireRows),
    },
    navigate: { ...sharedNavigation, Areas: (areas) => new Handle('RangeCollection', areas) },
    call: {
      ...sharedMethods,
      GetSpecialCellsOrNullObject: ({ sheet, rects }, [type, valueType]) => {
        const found = rects.flatMap((rect) => specialCells({ sheet, rect }, type, valueType));
        return found.length > 0 ? rangeAreasHandle(sheet, found) : null;
      },
    },
    ensureAlive: ({ sheet }) => sheet.ensureAlive(),
  } satisfies ClassModel<Areas>,
  RangeCollection: {
    call: {
      GetCount: ({ rects }) => rects.length,
      GetItemAt: (areas, [index]) => at(areas, integerOf(index, 'index')),
    },
    items: (areas) => areas.rects.map((_, index) => at(areas, index)),
  } satisfies ClassModel<Areas>,
  RangeView: {
    read: {
      RowCount: (area) => visibleRows(area).length,
      ColumnCount: ({ rect }) => rect.right - rect.left + 1,
      Values: (area) => readVisible(area, (row, column) => shownValue(area.sheet.grid.value(row, column))),
      Text: (area) =>
        readVisible(area, (row, column) =>
          shownText(area.sheet.grid.value(row, column), area.sheet.grid.styleAt(row, column).numberFormat),
        ),
    },
    call: { GetRange: ({ sheet, rect }) => rangeHandle(sheet, rect) },
  } satisfies ClassModel<Area>,
};
