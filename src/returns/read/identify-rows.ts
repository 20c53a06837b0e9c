import { leadersText } from '../../ledger/units/assignments';
import type { Measure } from '../../plan/plan';
import { cleanText } from '../../base/clean-text';
import { CLOSED_WORD } from '../locate/form-columns';
import type { FindingList, FindingPart } from '../findings/finding-list';
import { isFootRow, isHeadingRow } from '../locate/head-and-foot';
import { isClosedKey, parseMeasureKey } from '../whose/form-identity';
import { isRepeatedHeader, type LocatedTable } from '../locate/locate-table';
import { closestMeasure, matchMeasure } from './match-measure';
import type { RawRow } from '../../base/raw-sheet';
import { readNumber, type NumberReading } from './read-number';
import { shownText } from '../locate/sheet-grid';

/** A row of the table and the measure it speaks of. */
export interface IdentifiedRow {
  readonly row: number;
  readonly measure: Measure;
}

/** Every measure of a plan: by number, and in its order. */
export interface MeasuresOfPlan {
  get(no: number): Measure | undefined;
  values(): Iterable<Measure>;
}

export interface RowContext {
  readonly table: LocatedTable;
  readonly plan: MeasuresOfPlan;
  /** Those the unit owes a report on, by number. */
  readonly owed: ReadonlyMap<number, Measure>;
  /** Those closed before the period: a form lists them and asks for nothing. */
  readonly closed: ReadonlySet<number>;
  readonly findings: FindingList;
}

/**
 * Which measure each row speaks of: by the hidden key, then by its number, then by its text. A row that speaks of none, of
 * another unit's, or of one that another row speaks of already, is named and left out.
 */
export function identifyRows(context: RowContext): readonly IdentifiedRow[] {
  const identified = dataRows(context.table)
    .flatMap((row) => identifyRow(row, context) ?? [])
    .filter((row) => !isListedAsClosed(row, context));
  const own = identified.filter((row) => isOwed(row, context));
  if (identified.length > 0 && own.length === 0) context.findings.add('foreign-rows-only', { field: 'unit' });
  return noteDoubles(own, context);
}

/** Of one measure so many rows are named, and so many numbers of rows: a number filled down a sheet says nothing more with each row. */
const MOST_DOUBLES = 20;

/** A measure that the ledger has as closed, and the form too. */
function isListedAsClosed({ row, measure }: IdentifiedRow, { closed, table }: RowContext): boolean {
  const column = table.columns.get('claimedStatus')?.column;
  if (column === undefined || !closed.has(measure.no)) return false;
  return cleanText(shownText(table.grid.at(row, column))) === CLOSED_WORD;
}

/** The rows below the header that say something of a measure. */
export function dataRows(table: LocatedTable): readonly RawRow[] {
  return table.sheet.rows
    .filter(({ row }) => row >= table.firstRow)
    .filter(
      (row) => !isFootRow(row) && !isHeadingRow(row) && !isRepeatedHeader(row) && holdsData(row, table),
    );
}

/** A row with anything in a known column, that is not just the rest of a merged cell. */
function holdsData(row: RawRow, { columns, grid }: LocatedTable): boolean {
  const keys = columns.get('key')?.column;
  if (keys !== undefined && isClosedKey(shownText(grid.at(row.row, keys)))) return false;
  const known = new Set([...columns.values()].map(({ column }) => column));
  return row.cells.some((cell) => known.has(cell.column) && cleanText(shownText(cell)) !== '');
}

/** What a row says about the measure it reports on. */
export interface RowSigns {
  readonly key: number | undefined;
  readonly number: NumberReading;
  /** The number as written. */
  readonly written: string;
  readonly text: string;
}

export function rowSigns(row: number, { columns, grid }: LocatedTable): RowSigns {
  const cell = (field: 'key' | 'measure' | 'text') => {
    const column = columns.get(field)?.column;
    return column === undefined ? undefined : grid.at(row, column);
  };
  return {
    key: parseMeasureKey(shownText(cell('key'))),
    number: readNumber(cell('measure')),
    written: shownText(cell('measure')),
    text: cleanText(shownText(cell('text'))),
  };
}

/** Where a finding about a row as such stands: at its number, or at its text where there is no number column. */
function placeOf(row: number, { columns }: LocatedTable) {
  return { row, column: (columns.get('measure') ?? columns.get('text'))?.column ?? 1 };
}

function identifyRow({ row }: RawRow, context: RowContext): IdentifiedRow | undefined {
  const { table, plan, owed, findings } = context;
  const signs = rowSigns(row, table);
  const { number, written, text } = signs;
  const note = (code: Parameters<FindingList['add']>[0], part: FindingPart = {}) =>
    findings.add(code, { at: placeOf(row, table), field: 'measure', value: written, ...part });
  if (number.kind === 'sub') {
    note('row-sub', { measure: number.number });
    return undefined;
  }
  const keyed = signs.key === undefined ? undefined : plan.get(signs.key);
  if (number.kind === 'date') {
    const meant = keyed ?? (text === '' ? undefined : closestMeasure(text, owed.values()));
    note('number-is-date', meant === undefined ? {} : offeredNumber(written, meant));
    return meant === undefined ? undefined : { row, measure: meant };
  }
  const numbered = number.kind === 'read' ? plan.get(number.number) : undefined;
  const measure = matchMeasure({ keyed, numbered, text }, { owed: owed.values(), all: plan.values() });
  if (measure === undefined) {
    note('row-added', { value: written === '' ? text.slice(0, 40) : written });
    return undefined;
  }
  if (number.kind === 'read' && (number.number !== measure.no || number.tidied)) {
    note(number.number === measure.no ? 'number-tidied' : 'row-renumbered', {
      measure: measure.no,
      correction: { before: written, after: String(measure.no), made: true },
    });
  }
  return { row, measure };
}

/** What the number must have been can only be offered: the row is not taken until somebody agrees. */
function offeredNumber(written: string, { no }: Measure): FindingPart {
  return { measure: no, correction: { before: written, after: String(no), made: false } };
}

function isOwed({ row, measure }: IdentifiedRow, { owed, findings, table }: RowContext): boolean {
  if (owed.has(measure.no)) return true;
  findings.add('row-foreign', {
    at: placeOf(row, table),
    field: 'measure',
    value: String(measure.no),
    measure: measure.no,
    details: { unit: leadersText(measure) },
  });
  return false;
}

/**
 * Of a measure reported twice neither row is taken: nobody can say which is meant. @returns the rows without those of a measure that
 * are more than anybody would look at
 */
function noteDoubles(
  rows: readonly IdentifiedRow[],
  { table, findings }: RowContext,
): readonly IdentifiedRow[] {
  const beyond = new Set<IdentifiedRow>();
  const byMeasure = new Map<number, IdentifiedRow[]>();
  for (const row of rows) {
    const known = byMeasure.get(row.measure.no);
    if (known === undefined) byMeasure.set(row.measure.no, [row]);
    else known.push(row);
  }
  for (const [measure, doubles] of byMeasure) {
    if (doubles.length === 1) continue;
    const named = doubles.slice(0, MOST_DOUBLES);
    for (const double of doubles.slice(MOST_DOUBLES)) beyond.add(double);
    const list = named.map(({ row }) => row).join('、');
    const all = doubles.length > named.length ? `${list}…（${doubles.length}）` : list;
    for (const { row } of named) {
      const at = placeOf(row, table);
      findings.add('row-twice', {
        at,
        field: 'measure',
        measure,
        value: String(measure),
        details: { rows: all },
      });
    }
  }
  return beyond.size === 0 ? rows : rows.filter((row) => !beyond.has(row));
}
