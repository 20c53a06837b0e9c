import { invalidArgument, itemNotFound, NotModelledError } from '../protocol/errors';
import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import { MessageType, workbookTarget } from '../model/event-types';
import {
  ensureOnSheet,
  maxAddressLength,
  maxColumn,
  maxRow,
  parseRect,
  splitSheet,
  type Rect,
} from '../model/address';
import { protectSheet, unprotectSheet } from '../model/protection';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { areaOf, booleanOf, colorOf, integerOf, textOf, textOrNull } from './arguments';
import { rangeAreasHandle, rangeHandle, sheetHandle } from './handles';

const wholeSheet: Rect = { top: 1, left: 1, bottom: maxRow, right: maxColumn };

/** Event sources of one sheet; the same names stand on the collection for all sheets. */
function sheetEvents<Target>(target: (target: Target) => string) {
  return {
    DataChangedEvent: { messageType: MessageType.sheetChanged, target },
    ActivatedEvent: { messageType: MessageType.sheetActivated, target },
    DeactivatedEvent: { messageType: MessageType.sheetDeactivated, target },
    SelectionChangedEvent: { messageType: MessageType.sheetSelectionChanged, target },
    FormatChangedEvent: { messageType: MessageType.sheetFormatChanged, target },
    ProtectionChangedEvent: { messageType: MessageType.sheetProtectionChanged, target },
    EventNameChanged: { messageType: MessageType.sheetNameChanged, target },
    EventVisibilityChanged: { messageType: MessageType.sheetVisibilityChanged, target },
  };
}

/** Several blocks in one address, separated by commas. */
export function parseRects(address: string): Rect[] {
  // OfficeDev/office-js issue 5198
  if (address.length > maxAddressLength) throw invalidArgument('address');
  return address.split(',').map((part) => parseRect(splitSheet(part.trim()).local));
}

function move(sheet: Sheet, value: Argument): void {
  const { sheets } = sheet.workbook;
  sheet.workbook.ensureStructure();
  const position = integerOf(value, 'position');
  if (position < 0 || position >= sheets.length) throw invalidArgument('position');
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
}

function visible(sheets: readonly Sheet[], visibleOnly: Argument | undefined): readonly Sheet[] {
  return visibleOnly === true ? sheets.filter((sheet) => sheet.visibility === 'Visible') : sheets;
}

function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: Argument | undefined): Sheet | undefined {
  const { sheets } = sheet.workbook;
  const others =
    step === 1 ? sheets.slice(sheets.indexOf(sheet) + 1) : sheets.slice(0, sheets.indexOf(sheet)).reverse();
  return visible(others, visibleOnly)[0];
}

/** Formulas count whatever they give, so nothing need be computed. */
function usedRange(sheet: Sheet, valuesOnly: Argument | undefined): Rect | undefined {
  return sheet.grid.usedRect(wholeSheet, valuesOnly === true);
}

const worksheet = {
  read: {
    Id: (sheet) => sheet.id,
    Name: (sheet) => sheet.name,
    Position: (sheet) => sheet.workbook.sheets.indexOf(sheet),
    Visibility: (sheet) => sheet.visibility,
    TabColor: (sheet) => sheet.tabColor,
    ShowGridlines: (sheet) => sheet.showGridlines,
    ShowHeadings: (sheet) => sheet.showHeadings,
  },
  write: {
    Name: (sheet, value) => sheet.workbook.renameSheet(sheet, textOf(value, 'name')),
    Position: move,
    Visibility: (sheet, value) => sheet.setVisibility(textOf(value, 'visibility')),
    TabColor: (sheet, value) => {
      sheet.tabColor = value === '' ? '' : colorOf(value, 'tabColor');
    },
    /** The library sends these two by names of their own. */
    Gridlines: (sheet, value) => {
      sheet.showGridlines = booleanOf(value, 'showGridlines');
    },
    Headings: (sheet, value) => {
      sheet.showHeadings = booleanOf(value, 'showHeadings');
    },
  },
  navigate: {
    Charts: (sheet) => new Handle('ChartCollection', sheet),
    Tables: (sheet) => new Handle('TableCollection', { workbook: sheet.workbook, sheet }),
    PivotTables: (sheet) => new Handle('PivotTableCollection', { workbook: sheet.workbook, sheet }),
    Slicers: (sheet) => new Handle('SlicerCollection', { workbook: sheet.workbook, sheet }),
    Comments: (sheet) => new Handle('CommentCollection', { workbook: sheet.workbook, sheet }),
    Notes: (sheet) => new Handle('NoteCollection', { workbook: sheet.workbook, sheet }),
    Names: (sheet) => new Handle('NamedItemCollection', { workbook: sheet.workbook, scope: sheet }),
    Protection: (sheet) => new Handle('WorksheetProtection', sheet),
    FreezePanes: (sheet) => new Handle('WorksheetFreezePanes', sheet),
    PageLayout: (sheet) => new Handle('PageLayout', sheet),
    HorizontalPageBreaks: (sheet) => new Handle('PageBreakCollection', { sheet, across: 'rows' }),
    VerticalPageBreaks: (sheet) => new Handle('PageBreakCollection', { sheet, across: 'columns' }),
    AutoFilter: (sheet) => new Handle('AutoFilter', { sheet, table: null }),
    CustomProperties: (sheet) => new Handle('WorksheetCustomPropertyCollection', sheet),
  },
  call: {
    Activate: (sheet) => sheet.workbook.activate(sheet),
    Delete: (sheet) => sheet.workbook.deleteSheet(sheet),
    Calculate: (sheet) => sheet.workbook.calculate(),
    GetCell: (sheet, [row, column]) => {
      const [top, left] = [integerOf(row, 'row') + 1, integerOf(column, 'column') + 1];
      return rangeHandle(sheet, ensureOnSheet({ top, left, bottom: top, right: left }));
    },
    GetRange: (sheet, [address]) => {
      if (address === null || address === undefined || address === '') return rangeHandle(sheet, wholeSheet);
      const area = areaOf(address, sheet.workbook, sheet);
      return rangeHandle(area.sheet, area.rect);
    },
    GetRangeByIndexes: (sheet, [startRow, startColumn, rowCount, columnCount]) => {
      const top = integerOf(startRow, 'startRow') + 1;
      const left = integerOf(startColumn, 'startColumn') + 1;
      const bottom = top + integerOf(rowCount, 'rowCount') - 1;
      return rangeHandle(
        sheet,
        ensureOnSheet({ top, left, bottom, right: left + integerOf(columnCount, 'columnCount') - 1 }),
      );
    },
    GetRanges: (sheet, [address]) => rangeAreasHandle(sheet, parseRects(textOf(address, 'address'))),
    GetUsedRange: (sheet, [valuesOnly]) =>
      rangeHandle(sheet, usedRange(sheet, valuesOnly) ?? { top: 1, left: 1, bottom: 1, right: 1 }),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => {
      const rect = usedRange(sheet, valuesOnly);
      return rect ? rangeHandle(sheet, rect) : null;
    },
    GetNext: (sheet, [visibleOnly]) => found(neighbour(sheet, 1, visibleOnly)),
    GetNextOrNullObject: (sheet, [visibleOnly]) => orNull(neighbour(sheet, 1, visibleOnly)),
    GetPrevious: (sheet, [visibleOnly]) => found(neighbour(sheet, -1, visibleOnly)),
    GetPreviousOrNullObject: (sheet, [visibleOnly]) => orNull(neighbour(sheet, -1, visibleOnly)),
    _GetSheetById: (sheet, [id]) => sheetHandle(sheet.workbook.sheet(textOf(id, 'id'))),
  },
  events: sheetEvents((sheet: Sheet) => sheet.id),
  ensureAlive: (sheet) => sheet.ensureAlive(),
} satisfies ClassModel<Sheet>;

function found(sheet: Sheet | undefined): Handle {
  if (!sheet) throw itemNotFound('worksheet');
  return sheetHandle(sheet);
}

function orNull(sheet: Sheet | undefined): Handle | null {
  return sheet ? sheetHandle(sheet) : null;
}

const worksheetCollection = {
  call: {
    Add: (workbook, [name]) => sheetHandle(workbook.addSheet(textOrNull(name, 'name'))),
    GetActiveWorksheet: (workbook) => sheetHandle(workbook.activeSheet),
    GetCount: (workbook, [visibleOnly]) => visible(workbook.sheets, visibleOnly).length,
    GetFirst: (workbook, [visibleOnly]) => found(visible(workbook.sheets, visibleOnly)[0]),
    GetLast: (workbook, [visibleOnly]) => found(visible(workbook.sheets, visibleOnly).at(-1)),
    GetItemOrNullObject: (workbook, [key]) => orNull(workbook.findSheet(textOf(key, 'key'))),
  },
  items: (workbook) => workbook.sheets.map(sheetHandle),
  item: (workbook, key) => sheetHandle(workbook.sheet(textOf(key, 'key'))),
  events: {
    ...sheetEvents<Workbook>(() => workbookTarget),
    AddedEvent: { messageType: MessageType.sheetAdded, target: () => workbookTarget },
    DeletedEvent: { messageType: MessageType.sheetDeleted, target: () => workbookTarget },
  },
} satisfies ClassModel<Workbook>;

const protection = {
  read: {
    Protected: (sheet) => sheet.protection !== null,
    Options: (sheet) => sheet.protection?.options ?? null,
  },
  call: {
    Protect: (sheet, [options, password]) =>
      protectSheet(sheet, options ?? null, textOrNull(password, 'password')),
    Unprotect: (sheet, [password]) => unprotectSheet(sheet, textOrNull(password, 'password')),
  },
} satisfies ClassModel<Sheet>;

const freezePanes = {
  call: {
    FreezeAt: (sheet, [range]) => {
      const rect = range === null || range === undefined ? null : areaOf(range, sheet.workbook, sheet).rect;
      if (rect && (rect.top !== 1 || rect.left !== 1))
        throw new NotModelledError('panes frozen away from A1');
      sheet.freeze = rect;
    },
    FreezeRows: (sheet, [count]) => {
      sheet.freeze = { ...wholeSheet, bottom: countOf(count) };
    },
    FreezeColumns: (sheet, [count]) => {
      sheet.freeze = { ...wholeSheet, right: countOf(count) };
    },
    Unfreeze: (sheet) => {
      sheet.freeze = null;
    },
    GetLocation: (sheet) => {
      if (!sheet.freeze) throw itemNotFound('frozen panes');
      return rangeHandle(sheet, sheet.freeze);
    },
    GetLocationOrNullObject: (sheet) => (sheet.freeze ? rangeHandle(sheet, sheet.freeze) : null),
  },
} satisfies ClassModel<Sheet>;

function countOf(value: Argument | undefined): number {
  if (value === null || value === undefined) return 1;
  const count = integerOf(value, 'count');
  if (count < 1) throw invalidArgument('count');
  return count;
}

export const worksheetClasses = {
  Worksheet: worksheet,
  WorksheetCollection: worksheetCollection,
  WorksheetProtection: protection,
  WorksheetFreezePanes: freezePanes,
};
