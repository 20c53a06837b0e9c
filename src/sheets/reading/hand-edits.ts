import type { HandEdit } from '../../ledger/change/changes';
import type { LedgerState, MeasureState } from '../../ledger/fold';
import { EMPTY_REPORT } from '../../ledger/ledger';
import type { Report, Verification } from '../../ledger/records';
import { parseIsoDate, fromSerial, type CalendarDate } from '../../base/calendar';
import {
  cellAddress,
  type RawCell,
  type RawRow,
  type RawSheet,
  type RawWorkbook,
} from '../../base/raw-sheet';
import { statusOfWord } from '../../returns/locate/form-columns';
import { LEDGER_COLUMN, statusCells, type StatusCells } from '../tabs/ledger-tab';
import { cellText, sheetNamed } from './raw-table';
import { TAB, VERIFICATION_WORD, keyOfWord } from '../words';

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
  state: LedgerState,
  earlier: readonly LedgerState[] = [],
): HandEdits {
  const sheet = sheetNamed(workbook, TAB.ledger);
  const rows = sheet === undefined ? new Map<number, RawRow>() : rowsByNumber(sheet);
  const edits: HandEdit[] = [];
  const verdicts: VerdictEdit[] = [];
  const refused: RefusedEdit[] = [];
  for (const [index, measure] of state.measures.entries()) {
    const row = rows.get(measure.measure);
    if (row === undefined) continue;
    const before = earlier.flatMap(({ measures }) => measures[index] ?? []);
    const shown: ShownMeasures = [measure, ...before];
    verdicts.push(...changedVerdict(row, shown, refused));
    const changed = changedFields(row, shown, workbook.date1904, refused);
    if (Object.keys(changed).length === 0) continue;
    for (const { assignment, entry } of measure.units) {
      const report = { ...(entry?.report ?? EMPTY_REPORT), ...changed };
      edits.push({ measure: measure.measure, unit: assignment.unit, report });
    }
  }
  return { edits, verdicts, refused };
}

function rowsByNumber(sheet: RawSheet): Map<number, RawRow> {
  const rows = new Map<number, RawRow>();
  for (const row of sheet.rows) {
    const number = row.cells.find((cell) => cell.column === LEDGER_COLUMN.no.at)?.value;
    if (typeof number === 'number' && !rows.has(number)) rows.set(number, row);
  }
  return rows;
}

/** A measure as it stands, and as its row may show it otherwise. */
type ShownMeasures = readonly [MeasureState, ...MeasureState[]];

function changedFields(
  row: RawRow,
  [measure, ...earlier]: ShownMeasures,
  date1904: boolean,
  refused: RefusedEdit[],
): ChangedFields {
  const shown = [measure, ...earlier].map(({ report }) => statusCells(report));
  const changed: { -readonly [Field in keyof ChangedFields]: ChangedFields[Field] } = {};
  const consider = <Field extends StatusField>(
    field: Field,
    read: (cell: RawCell | undefined) => StatusCells[Field] | undefined,
    accept: (value: StatusCells[Field]) => void,
  ): void => {
    const { at } = LEDGER_COLUMN[field];
    const cell = row.cells.find((one) => one.column === at);
    const value = read(cell);
    if (value === undefined) {
      refused.push({
        cell: cellAddress(row.row, at),
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
  row: RawRow,
  [measure, ...earlier]: ShownMeasures,
  refused: RefusedEdit[],
): readonly VerdictEdit[] {
  const { at } = LEDGER_COLUMN.verification;
  const text = cellText(row.cells.find((one) => one.column === at)?.value).trim();
  const shown = [measure, ...earlier].map((one) => one.verification ?? 'pending');
  const verification = text === '' ? 'pending' : keyOfWord(VERIFICATION_WORD, text);
  const cell = cellAddress(row.row, at);
  if (verification === undefined) {
    refused.push({ cell, measure: measure.measure, value: text });
    return [];
  }
  if (shown.includes(verification)) return [];
  const units = measure.units.map(({ assignment }) => assignment.unit);
  return [{ cell, measure: measure.measure, units, verification }];
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
  if (typeof value === 'number') return fromSerial(value, date1904);
  return parseIsoDate(cellText(value).trim());
}

function readText(cell: RawCell | undefined): string {
  return cellText(cell?.value);
}
