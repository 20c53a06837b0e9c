import { must } from '../../base/invariant';
import type { HandEdit } from '../../ledger/change/changes';
import type { Note } from '../../ledger/change/take-notes';
import type { LedgerState, MeasureState } from '../../ledger/fold';
import { EMPTY_REPORT } from '../../ledger/ledger';
import type { Plan } from '../../plan/plan';
import type { Report, Verification } from '../../ledger/records';
import type { CalendarDate } from '../../base/calendar';
import { cellAddress, isCellError, type RawCell, type RawRow, type RawWorkbook } from '../../base/raw-sheet';
import { statusOfWord } from '../../returns/locate/form-columns';
import {
  LEDGER,
  shownStatusCells,
  statusCells,
  type LedgerColumn,
  type StatusCells,
} from '../tabs/ledger-tab';
import { noteText } from '../tabs/table-tab';
import type { FoundTable } from './find-table';
import { ledgerRows } from './ledger-rows';
import { cellText } from './raw-table';
import { dateOf } from './read-table';
import { VERIFICATION_WORD, keyOfWord } from '../words';

/** A status cell that the clerk changed into something that cannot be understood. */
export interface RefusedEdit {
  /** “G12” of the ledger tab. */
  readonly cell: string;
  readonly measure: number;
  readonly value: string;
}

/** A cell of 核实状态 that the clerk changed. */
export interface VerdictEdit {
  readonly cell: string;
  readonly measure: number;
  readonly units: readonly string[];
  readonly verification: Verification;
}

export interface HandEdits {
  readonly edits: readonly HandEdit[];
  readonly verdicts: readonly VerdictEdit[];
  readonly notes: readonly Note[];
  readonly refused: readonly RefusedEdit[];
}

type StatusField = keyof StatusCells;
type ChangedFields = Partial<Pick<Report, StatusField>>;

/**
 * The status cells of the ledger tab that differ from what the fold shows there: what the clerk typed. An edit in the row
 * of several units holds for each of them. Rows are found by their number, so sorting the tab is no edit.
 * @param earlier What the tab may show as well, see `statesShown`.
 */
export function findHandEdits(
  workbook: RawWorkbook,
  { measures }: Pick<Plan, 'measures'>,
  state: LedgerState,
  earlier: readonly LedgerState[] = [],
): HandEdits {
  const found = ledgerRows(workbook, measures);
  const edits: HandEdit[] = [];
  const verdicts: VerdictEdit[] = [];
  const notes: Note[] = [];
  const refused: RefusedEdit[] = [];
  if (found === undefined) return { edits, verdicts, notes, refused };
  for (const [index, measure] of state.measures.entries()) {
    const raw = found.rowOf.get(measure.measure);
    if (raw === undefined) continue;
    const row = new TypedRow(raw, found.table.columns);
    const before = earlier.flatMap(({ measures: then }) =>
      must(then[index], `measure ${measure.measure} as shown`),
    );
    const shown: ShownMeasures = [measure, ...before];
    verdicts.push(...changedVerdict(row, shown, refused));
    notes.push(...changedNotes(row, shown));
    const changed = changedFields(row, shown, workbook.date1904, refused);
    if (Object.keys(changed).length === 0) continue;
    for (const { assignment, entry } of measure.units) {
      const report = { ...(entry?.report ?? EMPTY_REPORT), ...changed };
      edits.push({ measure: measure.measure, unit: assignment.unit, report });
    }
  }
  return { edits, verdicts, notes, refused };
}

/** The cells of a row by the columns' keys. */
class TypedRow {
  constructor(
    private readonly raw: RawRow,
    private readonly columns: FoundTable<LedgerColumn>['columns'],
  ) {}

  cell(key: LedgerColumn): RawCell | undefined {
    const at = this.columns.get(key);
    return this.raw.cells.find(({ column }) => column === at);
  }

  /** Whether the workbook has this column at all. */
  has(key: LedgerColumn): boolean {
    return this.columns.has(key);
  }

  address(key: LedgerColumn): string {
    return cellAddress(this.raw.row, this.columns.get(key) ?? 1);
  }
}

/** A measure as it stands, and as its row may show it otherwise. */
type ShownMeasures = readonly [MeasureState, ...MeasureState[]];

function changedFields(
  row: TypedRow,
  [measure, ...earlier]: ShownMeasures,
  date1904: boolean,
  refused: RefusedEdit[],
): ChangedFields {
  // Texts of many units stood whole in workbooks of earlier versions.
  const shown = [measure, ...earlier].flatMap((one) => [shownStatusCells(one), statusCells(one.report)]);
  const changed: { -readonly [Field in keyof ChangedFields]: ChangedFields[Field] } = {};
  const consider = <Field extends StatusField>(
    field: Field,
    read: (cell: RawCell | undefined) => StatusCells[Field] | undefined,
    accept: (value: StatusCells[Field]) => void,
  ): void => {
    const cell = row.cell(field);
    const value = read(cell);
    if (value === undefined) {
      refused.push({
        cell: row.address(field),
        measure: measure.measure,
        value: cellText(cell?.value),
      });
    } else if (!shown.some((cells) => cells[field] === value)) accept(value);
  };
  consider('status', readStatus, (word) => {
    changed.status = word === '' ? null : (statusOfWord(word) ?? null);
  });
  consider('percent', readPercent, (value) => {
    changed.percent = value;
  });
  consider(
    'completedOn',
    (cell) => readDate(cell, date1904),
    (value) => {
      changed.completedOn = value;
    },
  );
  consider('progress', readText, (value) => {
    changed.progress = value;
  });
  consider('problems', readText, (value) => {
    changed.problems = value;
  });
  return changed;
}

/** A cleared cell takes a verdict back; where none was given it says nothing. */
function changedVerdict(
  row: TypedRow,
  [measure, ...earlier]: ShownMeasures,
  refused: RefusedEdit[],
): readonly VerdictEdit[] {
  const text = cellText(row.cell('verification')?.value).trim();
  const shown = [measure, ...earlier].map((one) => one.verification ?? 'pending');
  const verification = text === '' ? 'pending' : keyOfWord(VERIFICATION_WORD, text);
  const cell = row.address('verification');
  if (verification === undefined) {
    refused.push({ cell, measure: measure.measure, value: text });
    return [];
  }
  if (shown.includes(verification)) return [];
  const units = measure.units.map(({ assignment }) => assignment.unit);
  return [{ cell, measure: measure.measure, units, verification }];
}

/** A column that the workbook does not have says nothing: what was noted stays. */
function changedNotes(row: TypedRow, [measure, ...earlier]: ShownMeasures): readonly Note[] {
  return LEDGER.keysWith('isNote')
    .filter((key) => row.has(key))
    .flatMap((key): Note[] => {
      const item = LEDGER.header(key);
      const text = readText(row.cell(key));
      const isShown = [measure, ...earlier].some(({ notes }) => noteText(notes, item) === text);
      return isShown ? [] : [{ measure: measure.measure, item, text }];
    });
}

/** The tab's own drop-down offers the words; anything else was pasted over it. */
function readStatus(cell: RawCell | undefined): string | undefined {
  const word = cellText(cell?.value).trim();
  return word === '' || statusOfWord(word) !== undefined ? word : undefined;
}

function readPercent(cell: RawCell | undefined): number | null | undefined {
  const value = cell?.value ?? null;
  if (value === null || value === '') return null;
  const match = typeof value === 'string' ? /^(\d{1,3})(?:\s*[%％])?$/.exec(value.trim()) : null;
  const number = match === null ? value : Number(match[1]);
  if (typeof number !== 'number') return undefined;
  const percent = number > 0 && number < 1 ? Math.round(number * 100) : number;
  return Number.isInteger(percent) && percent >= 0 && percent <= 100 ? percent : undefined;
}

function readDate(cell: RawCell | undefined, date1904: boolean): CalendarDate | null | undefined {
  const value = cell?.value ?? null;
  if (value === null || value === '') return null;
  return isCellError(value) ? undefined : dateOf(value, date1904);
}

function readText(cell: RawCell | undefined): string {
  return cellText(cell?.value);
}
