import type { CalendarDate } from '../plan/calendar';
import { cleanText } from './clean-text';
import type { RawCell, RawRow } from './raw-sheet';
import { readDate, type DateContext } from './read-date';
import { shownText } from './sheet-grid';

/** “填报单位：市编办” or a label with its answer in the next cell. */
const HEAD_LABELS = {
  unit: /(?:填报单位|报送单位|责任单位|牵头单位|单位名称|单位)[(（]?(?:盖章|公章)?[)）]?\s*[:：]\s*([^\s　:：]*)/u,
  period: /(?:报送期|报告期|填报期|报送周期|填报时段)\s*[:：]\s*([^\s　:：]*)/u,
} as const;

const FOOT_LABEL =
  /^(填报人|填表人|审核人|负责人|联系电话|电话|填报日期|填表日期|报送日期|日期)\s*[:：]\s*(.*)$/u;
const FOOT_DATE = /日期$/u;
const FOOT_WORDS =
  /^(?:合\s*计|小\s*计|总\s*计|填报人|填表人|审核人|负责人|联系|电话|填报日期|填表日期|报送日期|注\s*\d*\s*[:：.、]|备注\s*[:：]|说明\s*[:：]|单位负责人)/u;

/** What the lines above the table say of themselves. */
export function readHead(
  rows: readonly RawRow[],
  headerRow: number,
  wanted: keyof typeof HEAD_LABELS,
): { readonly text: string; readonly row: number; readonly column: number } | undefined {
  for (const { row, cells } of rows) {
    if (row >= headerRow) return undefined;
    for (const [index, cell] of cells.entries()) {
      const match = HEAD_LABELS[wanted].exec(cleanText(shownText(cell)));
      if (match === null) continue;
      const beside = cells[index + 1];
      const text = match[1] === '' && beside !== undefined ? cleanText(shownText(beside)) : (match[1] ?? '');
      if (text !== '') return { text, row, column: cell.column };
    }
  }
  return undefined;
}

/** A line below the data: totals, who filled the form in, notes. */
export function isFootRow(row: RawRow): boolean {
  const [first] = row.cells;
  return first !== undefined && FOOT_WORDS.test(cleanText(shownText(first)));
}

/** The day the form says it was filled in; `null` when it says none, or none that can be read. */
export function readReturnDate(rows: readonly RawRow[], context: DateContext): CalendarDate | null {
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      const [, label = '', inline = ''] = FOOT_LABEL.exec(cleanText(shownText(cell))) ?? [];
      if (!FOOT_DATE.test(label)) continue;
      const answer: RawCell | undefined = inline === '' ? cells[index + 1] : { column: 0, value: inline };
      const reading = readDate(answer, context);
      if (reading.kind === 'read') return reading.date;
    }
  }
  return null;
}
