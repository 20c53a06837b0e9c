import { chineseDate, type CalendarDate } from '../../base/calendar';
import type { CellNote, RangeFormat } from '../../base/blueprint';
import { range } from '../tab-builder';

/** A date that is not the plan's, marked so that it shows in print too; the cell stays a date. */
const EXTENDED_DATE = 'yyyy-mm-dd"延"';

/** What marks the deadlines that an approved extension has moved: the sign behind the date, the old date in a note. */
export function extensionMarks(
  extended: readonly { readonly row: number; readonly plannedDeadline: CalendarDate }[],
  column: number,
): { readonly formats: readonly RangeFormat[]; readonly notes: readonly CellNote[] } {
  return {
    formats: extended.map(({ row }) => ({
      range: range(row, column, row, column),
      format: { numberFormat: EXTENDED_DATE },
    })),
    notes: extended.map(({ row, plannedDeadline }) => ({
      row,
      column,
      text: `原时限${chineseDate(plannedDeadline)}，经批准延期。`,
    })),
  };
}
