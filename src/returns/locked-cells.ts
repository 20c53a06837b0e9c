import type { CalendarDate } from '../plan/calendar';
import { cleanText, squeezed } from './clean-text';
import type { FindingList } from './finding-list';
import type { IdentifiedRow } from './identify-rows';
import type { LocatedTable } from './locate-table';
import { readDate, type DateContext } from './read-date';
import { shownText } from './sheet-grid';

const WORDS_SHOWN = 40;

/**
 * The columns that are the plan's: an edited text is noted, the plan's stands; an edited deadline has to be applied for. A
 * form issued before an extension was approved still has the plan's.
 */
export function checkLockedCells(
  { row, measure }: IdentifiedRow,
  table: LocatedTable,
  findings: FindingList,
  { dates, plannedDeadline }: { readonly dates: DateContext; readonly plannedDeadline: CalendarDate | null },
): void {
  const textColumn = table.columns.get('text')?.column;
  if (textColumn !== undefined) {
    const text = cleanText(shownText(table.grid.spread(row, textColumn)));
    if (text !== '' && comparable(text) !== comparable(measure.text)) {
      findings.add('text-edited', {
        at: { row, column: textColumn },
        measure: measure.no,
        field: 'text',
        value: excerpt(text),
        details: difference(text, measure.text),
      });
    }
  }
  const deadlineColumn = table.columns.get('deadline')?.column;
  if (deadlineColumn === undefined) return;
  const cell = table.grid.spread(row, deadlineColumn);
  const reading = readDate(cell, dates);
  const isSame =
    reading.kind === 'blank' ||
    (reading.kind === 'read'
      ? reading.date === measure.deadline || reading.date === plannedDeadline
      : measure.deadline === null);
  if (!isSame) {
    findings.add('deadline-edited', {
      at: { row, column: deadlineColumn },
      measure: measure.no,
      field: 'deadline',
      value: reading.kind === 'read' ? reading.date : shownText(cell),
      details: { deadline: measure.deadline ?? '' },
    });
  }
}

/** Punctuation of either width is one text: word processors change it by themselves. */
function comparable(text: string): string {
  return squeezed(text).replace(/[,.;:!?()，。；：！？（）、"'“”‘’]/gu, '');
}

function excerpt(text: string): string {
  return text.length <= WORDS_SHOWN ? text : `${text.slice(0, WORDS_SHOWN)}…`;
}

/** Where the texts part: what stands there, and what the plan has. */
function difference(text: string, planned: string): { written: string; planned: string } {
  const [a, b] = [[...squeezed(text)], [...squeezed(planned)]];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const part = (characters: readonly string[]) =>
    excerpt(characters.slice(start, characters.length - end).join(''));
  return { written: part(a), planned: part(b) };
}
