import type { CalendarDate } from '../base/calendar';
import type { DateCell } from '../base/blueprint';
import type { Plan } from '../plan/plan';

/** Excel's limit for the text of one cell. */
const CELL_TEXT_LIMIT = 32_767;

/** Cut to what one cell can hold, without splitting a character. */
export function clipped(text: string): string {
  if (text.length <= CELL_TEXT_LIMIT) return text;
  const cut = text.slice(0, CELL_TEXT_LIMIT - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A date as a cell holds it; `null` leaves the cell empty. */
export function dateContent(date: CalendarDate | null): DateCell | null {
  return date === null ? null : { date };
}

/** A section by number and title, as official papers write them: “一、…”, “（一）…”, “第一部分 …”. */
export function sectionText(plan: Plan, no: string): string {
  const section = plan.sections.find((one) => one.no === no);
  if (section === undefined) return no;
  const sign = section.no === '' || /[)）]$/.test(section.no) ? '' : section.no.startsWith('第') ? ' ' : '、';
  return `${section.no}${sign}${section.title}`;
}
