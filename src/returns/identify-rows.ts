import { distance } from 'fastest-levenshtein';
import { leadersText } from '../ledger/assignments';
import type { Measure } from '../plan/types';
import { cleanText, squeezed } from './clean-text';
import type { FindingList } from './finding-list';
import { parseMeasureKey } from './identity';
import { isFootRow } from './head-and-foot';
import { isRepeatedHeader, type LocatedTable } from './locate-table';
import type { RawRow } from './raw-sheet';
import { readNumber } from './read-number';
import { shownText } from './sheet-grid';

/** A row of the table and the measure it speaks of. */
export interface IdentifiedRow {
  readonly row: number;
  readonly measure: Measure;
}

export interface RowContext {
  readonly table: LocatedTable;
  /** Every measure of the plan, by number. */
  readonly plan: ReadonlyMap<number, Measure>;
  /** Those the unit owes a report on. */
  readonly owed: ReadonlySet<number>;
  readonly findings: FindingList;
}

/** Two texts of which at least so much agrees are one text, edited. */
const SAME_TEXT = 0.6;

/** Share of two texts that agrees, 0 to 1. */
export function similarity(a: string, b: string): number {
  const [left, right] = [squeezed(a), squeezed(b)];
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - distance(left, right) / longest;
}

/**
 * Which measure each row speaks of: by the hidden key, then by its number, then by its text. A row that speaks of none, of
 * another unit's, or of one that another row speaks of already, is named and left out.
 */
export function identifyRows(context: RowContext): readonly IdentifiedRow[] {
  const identified = context.table.sheet.rows
    .filter(({ row }) => row >= context.table.firstRow)
    .filter((row) => !isFootRow(row) && !isRepeatedHeader(row) && holdsData(row, context.table))
    .flatMap((row) => identifyRow(row, context) ?? []);
  const own = identified.filter((row) => isOwed(row, context));
  noteForeignOnly(identified, own, context);
  return withoutDoubles(own, context);
}

/** A row with anything in a known column, that is not just the rest of a merged cell. */
function holdsData(row: RawRow, { columns }: LocatedTable): boolean {
  const known = new Set([...columns.values()].map(({ column }) => column));
  return row.cells.some((cell) => known.has(cell.column) && cleanText(shownText(cell)) !== '');
}

/** Where a finding about a row as such stands: at its number, or at its text where there is no number column. */
function numberColumn({ columns }: LocatedTable): number {
  return (columns.get('measure') ?? columns.get('text'))?.column ?? 1;
}

function identifyRow(row: RawRow, context: RowContext): IdentifiedRow | undefined {
  const { table, plan, findings } = context;
  const cell = (field: 'key' | 'measure' | 'text') => {
    const column = table.columns.get(field)?.column;
    return column === undefined ? undefined : table.grid.at(row.row, column);
  };
  const key = parseMeasureKey(shownText(cell('key')));
  const number = readNumber(cell('measure'));
  const text = cleanText(shownText(cell('text')));
  const at = { row: row.row, column: numberColumn(table) };
  const value = shownText(cell('measure'));
  if (number.kind === 'date') {
    findings.add('number-is-date', { at, field: 'measure', value });
    return undefined;
  }
  if (number.kind === 'sub') {
    findings.add('row-sub', { at, field: 'measure', value, measure: number.number });
    return undefined;
  }
  const byKey = key === undefined ? undefined : plan.get(key);
  const written = number.kind === 'read' ? plan.get(number.number) : undefined;
  const measure = byNumberAndText(byKey ?? written, text, context);
  if (measure === undefined) {
    findings.add('row-added', { at, field: 'measure', value: value === '' ? text.slice(0, 40) : value });
    return undefined;
  }
  if (number.kind === 'read' && number.number !== measure.no) {
    findings.add('row-renumbered', {
      at,
      field: 'measure',
      value,
      measure: measure.no,
      correction: { before: value, after: String(measure.no), made: true },
    });
  } else if (number.kind === 'read' && number.tidied) {
    findings.add('number-tidied', {
      at,
      field: 'measure',
      value,
      measure: measure.no,
      correction: { before: value, after: String(measure.no), made: true },
    });
  }
  return { row: row.row, measure };
}

/**
 * The number stands unless the text beside it is plainly another measure's of this unit: then the rows were renumbered, or
 * the plan was since the form was issued.
 */
function byNumberAndText(
  written: Measure | undefined,
  text: string,
  { plan, owed }: RowContext,
): Measure | undefined {
  if (text === '') return written;
  if (written !== undefined && similarity(text, written.text) >= SAME_TEXT) return written;
  let best: { measure: Measure; share: number } | undefined;
  for (const no of owed) {
    const measure = plan.get(no);
    if (measure === undefined) continue;
    const share = similarity(text, measure.text);
    if (share >= SAME_TEXT && share > (best?.share ?? 0)) best = { measure, share };
  }
  return best?.measure ?? written;
}

function isOwed({ row, measure }: IdentifiedRow, { owed, findings, table }: RowContext): boolean {
  if (owed.has(measure.no)) return true;
  const column = numberColumn(table);
  findings.add('row-foreign', {
    at: { row, column },
    field: 'measure',
    value: String(measure.no),
    measure: measure.no,
    details: { unit: leadersText(measure) },
  });
  return false;
}

function noteForeignOnly(
  identified: readonly IdentifiedRow[],
  own: readonly IdentifiedRow[],
  { findings }: RowContext,
): void {
  if (identified.length > 0 && own.length === 0) findings.add('foreign-rows-only', { field: 'unit' });
}

/** Of a measure reported twice neither row is taken: nobody can say which is meant. */
function withoutDoubles(rows: readonly IdentifiedRow[], context: RowContext): readonly IdentifiedRow[] {
  const byMeasure = new Map<number, IdentifiedRow[]>();
  for (const row of rows) {
    const known = byMeasure.get(row.measure.no);
    if (known === undefined) byMeasure.set(row.measure.no, [row]);
    else known.push(row);
  }
  const column = numberColumn(context.table);
  for (const [measure, doubles] of byMeasure) {
    if (doubles.length === 1) continue;
    const all = doubles.map(({ row }) => row).join('、');
    for (const { row } of doubles) {
      const at = { row, column };
      context.findings.add('row-twice', {
        at,
        field: 'measure',
        measure,
        value: String(measure),
        details: { rows: all },
      });
    }
  }
  return rows;
}
