import type { CalendarDate } from '../../base/calendar';
import { cleanText } from '../../base/clean-text';
import type { FindingList } from '../findings/finding-list';
import type { LocatedTable } from './locate-table';
import type { RawCell } from '../../base/raw-sheet';
import { readDate, type DateContext } from '../read/read-date';
import { readPhone } from '../read/read-phone';
import { shownText } from './sheet-grid';

const LABEL =
  /^(填报人|填表人|审核人|负责人|联系电话|电话|填报日期|填表日期|报送日期|日期)\s*[:：]\s*(\S.*|)$/u;
const DATE_LABEL = /日期$/u;
const PHONE_LABEL = /电话$/u;

interface FootAnswer {
  readonly label: string;
  readonly answer: RawCell | undefined;
  readonly at: { readonly row: number; readonly column: number };
}

/**
 * Checks what the foot of the form says, and gives the day it was filled in; `null` when it says none that can be read. A form
 * dated after the day of the check was dated wrongly.
 */
export function checkFoot(
  table: LocatedTable,
  dates: DateContext,
  asOf: CalendarDate,
  findings: FindingList,
): CalendarDate | null {
  let returnedOn: CalendarDate | null = null;
  for (const { label, answer, at } of footAnswers(table)) {
    const value = shownText(answer);
    if (PHONE_LABEL.test(label)) notePhone(answer, at, findings);
    if (!DATE_LABEL.test(label)) continue;
    const reading = readDate(answer, dates);
    if (reading.kind === 'read' && reading.date <= asOf) returnedOn ??= reading.date;
    else if (reading.kind !== 'blank') {
      const shown = reading.kind === 'read' ? reading.date : value;
      findings.add('return-date-doubtful', { at, field: 'contact', value: shown, details: { asOf } });
    }
  }
  return returnedOn;
}

function notePhone(answer: RawCell | undefined, at: FootAnswer['at'], findings: FindingList): void {
  const reading = readPhone(answer);
  const value = shownText(answer);
  if (reading.kind === 'unreadable') findings.add('phone-unreadable', { at, field: 'contact', value });
  if (reading.kind === 'read' && reading.tidied) {
    const correction = { before: value, after: reading.phone, made: true };
    findings.add('value-tidied', { at, field: 'contact', value, correction });
  }
}

/** Labels with their answers, in the same cell or in the next; some units write them above the table. */
function footAnswers({ sheet }: LocatedTable): readonly FootAnswer[] {
  return sheet.rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, index): FootAnswer[] => {
      const [, label, inline = ''] = LABEL.exec(cleanText(shownText(cell))) ?? [];
      if (label === undefined) return [];
      if (inline !== '') {
        return [{ label, answer: { column: cell.column, value: inline }, at: { row, column: cell.column } }];
      }
      const next = cells[index + 1];
      const answer = next === undefined || LABEL.test(cleanText(shownText(next))) ? undefined : next;
      return [{ label, answer, at: { row, column: answer?.column ?? cell.column } }];
    }),
  );
}
