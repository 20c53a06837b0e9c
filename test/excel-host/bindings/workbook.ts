import { itemNotFound } from '../protocol/errors';
import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import type { Events } from '../protocol/events';
import { parseRect, splitSheet } from '../model/address';
import type { Workbook } from '../model/workbook';
import { booleanOf, integerOf, textOf } from './arguments';
import type { OpenWorkbook } from './application';
import { rangeAreasHandle, rangeHandle } from './handles';

/** Events name the range that changed by the id of its sheet and its address. */
function changedRange(workbook: Workbook, id: Argument | undefined): Handle | null {
  const { sheet: sheetId, local } = splitSheet(textOf(id, 'reference'));
  const sheet = workbook.findSheet(sheetId ?? '');
  return sheet ? rangeHandle(sheet, parseRect(local)) : null;
}

/** Collections of the whole workbook are those of a sheet with no sheet given. */
export function workbookClasses(events: Events, openWorkbook: OpenWorkbook) {
  return {
    Workbook: {
      read: {
        Name: (workbook) => workbook.name,
        ReadOnly: () => false,
        PreviouslySaved: () => true,
        AutoSave: () => false,
      },
      navigate: {
        Application: (workbook) => new Handle('Application', workbook),
        Worksheets: (workbook) => new Handle('WorksheetCollection', workbook),
        Names: (workbook) => new Handle('NamedItemCollection', { workbook, scope: null }),
        Tables: (workbook) => new Handle('TableCollection', { workbook, sheet: null }),
        PivotTables: (workbook) => new Handle('PivotTableCollection', { workbook, sheet: null }),
        Slicers: (workbook) => new Handle('SlicerCollection', { workbook, sheet: null }),
        Comments: (workbook) => new Handle('CommentCollection', { workbook, sheet: null }),
        Notes: (workbook) => new Handle('NoteCollection', { workbook, sheet: null }),
        Settings: (workbook) => new Handle('SettingCollection', workbook),
        Functions: (workbook) => new Handle('Functions', workbook),
        Properties: (workbook) => new Handle('DocumentProperties', workbook),
        _Runtime: () => new Handle('Runtime', events),
      },
      call: {
        GetSelectedRange: ({ selection: { sheet, rects } }) => {
          const [rect] = rects;
          return rect ? rangeHandle(sheet, rect) : null;
        },
        GetSelectedRanges: ({ selection }) => rangeAreasHandle(selection.sheet, selection.rects),
        GetActiveCell: ({ selection: { sheet, rects } }) => {
          const [rect] = rects;
          return rect ? rangeHandle(sheet, { ...rect, bottom: rect.top, right: rect.left }) : null;
        },
        GetIsActiveCollabSession: () => false,
        _GetRangeForEventByReferenceId: (workbook, [id]) => {
          const range = changedRange(workbook, id);
          if (!range) throw itemNotFound('the range of the event');
          return range;
        },
        _GetRangeOrNullObjectForEventByReferenceId: (workbook, [id]) => changedRange(workbook, id),
        CreateAndOpenWorkbook: (_, [base64]) => openWorkbook(textOf(base64, 'base64')),
      },
    } satisfies ClassModel<Workbook>,
    /** Worksheet functions, worked out in the workbook’s own way of counting days. */
    Functions: {
      call: {
        Date: (workbook, numbers) => {
          const [year, month, day] = numbers.map((number) => integerOf(number, 'date'));
          const days = Math.round(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / 86_400_000);
          return new Handle('FunctionResult', days + (workbook.date1904 ? 24_107 : 25_569));
        },
      },
    } satisfies ClassModel<Workbook>,
    FunctionResult: {
      read: { Value: (value) => value, Error: () => null },
    } satisfies ClassModel<number>,
    Runtime: {
      read: { EnableEvents: (target) => target.enabled },
      write: {
        EnableEvents: (target, value) => {
          target.enabled = booleanOf(value, 'enableEvents');
        },
      },
    } satisfies ClassModel<Events>,
  };
}
