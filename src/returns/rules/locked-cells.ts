import { leadersText, leadGroupsOf } from '../../ledger/units/assignments';
import { matchOffice, type OfficeCharge } from '../../ledger/units/offices';
import type { CalendarDate } from '../../base/calendar';
import { cleanText, squeezed } from '../../base/clean-text';
import type { FindingList } from '../findings/finding-list';
import type { IdentifiedRow } from '../read/identify-rows';
import type { LocatedTable } from '../locate/locate-table';
import { readDate, type DateContext } from '../read/read-date';
import { shownText } from '../locate/sheet-grid';
import type { ReturnContext } from '../checked-return';

const WORDS_SHOWN = 40;

/** Whose plan a row is held against. */
export interface LockedContext {
  readonly dates: DateContext;
  /** The office that reports, and who else does. */
  readonly unit: string;
  readonly offices: readonly OfficeCharge[];
  readonly context: ReturnContext;
}

/**
 * The columns that are the plan's: an edited text is noted, the plan's stands; an edited deadline or unit is a change of the
 * plan, which has to be applied for, so the row waits. A form issued before an extension was approved still has the plan's.
 */
export function checkLockedCells(
  row: IdentifiedRow,
  table: LocatedTable,
  findings: FindingList,
  locked: LockedContext,
): void {
  checkText(row, table, findings);
  checkDeadline(row, table, findings, locked);
  checkLeadUnit(row, table, findings, locked);
}

function checkText({ row, measure }: IdentifiedRow, table: LocatedTable, findings: FindingList): void {
  const column = table.columns.get('text')?.column;
  if (column === undefined) return;
  const text = cleanText(shownText(table.grid.spread(row, column)));
  const isSame = text === measure.text || comparable(text) === comparable(measure.text);
  if (text === '' || isSame) return;
  findings.add('text-edited', {
    at: { row, column },
    measure: measure.no,
    field: 'text',
    value: excerpt(text),
    details: difference(text, measure.text),
  });
}

function checkDeadline(
  { row, measure }: IdentifiedRow,
  table: LocatedTable,
  findings: FindingList,
  { dates, context }: LockedContext,
): void {
  const column = table.columns.get('deadline')?.column;
  if (column === undefined) return;
  const cell = table.grid.spread(row, column);
  const reading = readDate(cell, dates);
  const isSame =
    reading.kind === 'blank' ||
    (reading.kind === 'read'
      ? reading.date === measure.deadline || reading.date === plannedDeadline(measure.no, context)
      : measure.deadline === null);
  if (isSame) return;
  const value = reading.kind === 'read' ? reading.date : shownText(cell);
  const { deadline } = measure;
  findings.add('deadline-edited', {
    at: { row, column },
    measure: measure.no,
    field: 'deadline',
    value,
    details: { deadline: deadline ?? '' },
    ...(deadline === null ? {} : { correction: { before: value, after: deadline, made: false } }),
  });
}

function plannedDeadline(measure: number, { plan }: ReturnContext): CalendarDate | null {
  return plan.measures.find(({ no }) => no === measure)?.deadline ?? null;
}

/** The unit itself, or the leaders as the plan names them. */
function checkLeadUnit(
  { row, measure }: IdentifiedRow,
  { grid, leadUnitColumn: column }: LocatedTable,
  findings: FindingList,
  { unit, offices, context }: LockedContext,
): void {
  if (column === undefined) return;
  const written = cleanText(shownText(grid.spread(row, column)));
  if (written === '' || squeezed(written) === squeezed(leadersText(measure))) return;
  const names = written.split(/[、,，;；/\s]+/u).filter((name) => name !== '');
  const isLeader = (name: string): boolean => {
    const match = matchOffice(name, offices, context);
    if (match === undefined) return leadGroupsOf(measure).includes(name);
    return 'ambiguous' in match || match.unit === unit || measure.leadUnits.includes(match.unit);
  };
  if (names.every(isLeader)) return;
  findings.add('unit-edited', {
    at: { row, column },
    measure: measure.no,
    field: 'unit',
    value: written,
    details: { unit: leadersText(measure) },
    correction: { before: written, after: leadersText(measure), made: false },
  });
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
