import type { OfficeCharge } from '../../ledger/units/offices';
import type { PeriodCode } from '../../ledger/records';
import type { Measure } from '../../plan/plan';
import type { FindingList } from '../findings/finding-list';
import { FORM_INPUT_FILL, MARK_FILL } from '../locate/form-columns';
import { identifyRows, type IdentifiedRow, type MeasuresOfPlan } from '../read/identify-rows';
import type { LocatedTable } from '../locate/locate-table';
import { checkLockedCells } from './locked-cells';
import type { DateContext } from '../read/read-date';
import { RowReader, type KnownBefore, type RowReading } from '../read/read-row';
import { ROW_RULES } from './row-rules';
import type { FieldName, ReturnContext, ReturnRow } from '../checked-return';

/** Whose rows are read, and against what. */
export interface RowsCheck {
  readonly context: ReturnContext;
  readonly dates: DateContext;
  /** Who reports for the return's period, and which of them this return is of. */
  readonly offices: readonly OfficeCharge[];
  readonly unit: string;
  readonly period: PeriodCode;
  /** Every measure of the plan by number, with the deadline in force, and those the office owes a report on. */
  readonly plan: MeasuresOfPlan;
  readonly owed: ReadonlyMap<number, Measure>;
  /** Of those owed the ones closed in a period before: a report on them is welcome, and none is missed. */
  readonly closed: ReadonlySet<number>;
}

/** Reads the rows of one table and holds the rules against each; every doubt goes to `findings`. */
export function checkTable(
  table: LocatedTable,
  check: RowsCheck,
  findings: FindingList,
  isWanted: (measure: number) => boolean = () => true,
): readonly ReturnRow[] {
  const { plan, owed, closed } = check;
  const rows = identifyRows({ table, plan, owed, closed, findings }).filter(({ measure }) =>
    isWanted(measure.no),
  );
  noteHiddenRows(rows, table, findings);
  noteColoredStatus(rows, table, findings);
  return rows.map((row) => {
    checkLockedCells(row, table, findings, check);
    const { measure } = row;
    const reading = new RowReader(row, table, findings, check.dates, knownBefore(measure.no, check)).read();
    holdRules(row, reading, table, check, findings);
    return {
      measure: measure.no,
      sheet: table.sheet.name,
      row: row.row,
      report: reading.report,
      sound: findings.isSound(row.row),
    };
  });
}

function knownBefore(measure: number, { context, unit, period }: RowsCheck): KnownBefore {
  return {
    entry: context.lastReport(measure, unit, period),
    sentBack: context.sentBack(measure, unit, period),
    hasLedger: context.hasLedger,
  };
}

function holdRules(
  { row, measure }: IdentifiedRow,
  { report, isTakenOver }: RowReading,
  table: LocatedTable,
  { context, unit, period }: RowsCheck,
  findings: FindingList,
): void {
  const columnOf = (field: FieldName) =>
    [...table.columns.values()].find((one) => one.field === field)?.column;
  const input = {
    measure,
    report,
    isTakenOver,
    asOf: context.asOf,
    last: context.lastReport(measure.no, unit, period),
    isFaulty: (field: FieldName) => columnOf(field) === undefined || findings.hasErrorAt(measure.no, field),
  };
  for (const rule of ROW_RULES) {
    if (!rule.applies(input)) continue;
    const column = columnOf(rule.field);
    const offered = rule.offered?.(input);
    const value = rule.value?.(input) ?? '';
    findings.add(rule.code, {
      ...(column === undefined ? {} : { at: { row, column } }),
      measure: measure.no,
      field: rule.field,
      value,
      details: rule.details?.(input) ?? {},
      ...(offered === undefined ? {} : { correction: { before: value, after: offered, made: false } }),
    });
  }
}

function noteHiddenRows(rows: readonly IdentifiedRow[], table: LocatedTable, findings: FindingList): void {
  const hidden = new Set(table.sheet.rows.flatMap(({ row, hidden: isHidden }) => (isHidden ? [row] : [])));
  const column = table.columns.get('measure')?.column ?? 1;
  for (const { row, measure } of rows) {
    if (!hidden.has(row)) continue;
    findings.add('hidden-row', {
      at: { row, column },
      measure: measure.no,
      field: 'measure',
      value: String(row),
    });
  }
}

/** The form's own colour, and those of a marked-up copy that comes back. */
const OWN_FILLS: ReadonlySet<string> = new Set([FORM_INPUT_FILL, ...Object.values(MARK_FILL)]);

/** An empty status cell in a colour of its own: what the colour means stands nowhere, so it is no claim. */
function noteColoredStatus(rows: readonly IdentifiedRow[], table: LocatedTable, findings: FindingList): void {
  const column = table.columns.get('claimedStatus')?.column;
  const colored = new Set(
    (table.sheet.fills ?? [])
      .filter((fill) => fill.column === column && !OWN_FILLS.has(fill.color))
      .map(({ row }) => row),
  );
  for (const { row, measure } of rows) {
    if (column === undefined || !colored.has(row)) continue;
    findings.add('status-colour-only', { at: { row, column }, measure: measure.no, field: 'claimedStatus' });
  }
}
