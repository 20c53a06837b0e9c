import { yearOf, type CalendarDate } from '../plan/calendar';
import type { OfficeCharge } from '../ledger/offices';
import { periodEnd } from '../ledger/period';
import type { PeriodCode, Verdict } from '../ledger/types';
import { CATALOGUE } from './catalogue';
import { withCorrections } from './corrections';
import { FindingList } from './finding-list';
import { FORM_COLUMNS } from './form-columns';
import { readReturnDate } from './head-and-foot';
import { identifyRows, type IdentifiedRow } from './identify-rows';
import { FORM_VERSION, readIdentity, type FormIdentity } from './identity';
import { headerKey, isOneColumn, locateTable, type LocatedTable } from './locate-table';
import { checkLockedCells } from './locked-cells';
import type { RawWorkbook } from './raw-sheet';
import type { DateContext } from './read-date';
import { RowReader } from './read-row';
import { recognisePeriod, recogniseUnit } from './recognise';
import { ROW_RULES } from './row-rules';
import { rejectedReturn } from './refused';
import type { CheckedReturn, FieldName, Finding, OfferedFinding, ReturnContext, ReturnRow } from './types';

/** Without these nothing can be merged. */
const NEEDED_COLUMNS = ['measure', 'claimedStatus'] as const;

/**
 * Checks one return: finds its table, whose it is and for when, reads each row and holds the rules against it. Every doubt is
 * a finding; a row that an error touches is not sound.
 * @param agreed Offered corrections of an earlier check that somebody agreed to: they are made first, and logged.
 */
export function checkReturn(
  original: RawWorkbook,
  context: ReturnContext,
  agreed: readonly OfferedFinding[] = [],
): CheckedReturn {
  const checked = checkAsItStands(withCorrections(original, agreed), context);
  return agreed.length === 0
    ? checked
    : { ...checked, findings: [...checked.findings, ...agreed.map(agreedNote)], agreed };
}

/** The log of an agreed correction, at the cell where it was offered. */
function agreedNote(offered: OfferedFinding): Finding {
  const { where, measure, field, value, correction } = offered;
  const code = 'correction-agreed';
  const { severity } = CATALOGUE[code];
  return {
    code,
    severity,
    where,
    measure,
    field,
    value,
    details: {},
    correction: { ...correction, made: true },
  };
}

function checkAsItStands(workbook: RawWorkbook, context: ReturnContext): CheckedReturn {
  const table = locateTable(workbook);
  if (table === undefined) return withoutTable(workbook);
  const findings = new FindingList(workbook.file, table.sheet.name);
  const identity = readIdentity(workbook);
  noteWorkbook(workbook, identity, context, findings);
  noteColumns(table, findings);
  const period = recognisePeriod(workbook.file, table, identity, context, findings);
  const offices = context.offices(period ?? context.period);
  const unit = recogniseUnit({ file: workbook.file, table, identity, offices, context, findings });
  const dates: DateContext = {
    date1904: workbook.date1904,
    year: yearOf(periodEnd(period ?? context.period)),
  };
  const rows =
    findings.isFatal || unit === null || period === null
      ? []
      : checkRows({ table, findings, context, dates }, unit, period, chargeOf(offices, unit));
  return {
    file: workbook.file,
    unit,
    period,
    verdict: verdictOf(findings),
    rows: findings.isFatal ? [] : rows,
    findings: findings.findings,
    returnedOn: returnedOn(table, dates, context.asOf),
    agreed: [],
  };
}

function withoutTable(workbook: RawWorkbook): CheckedReturn {
  const findings = new FindingList(workbook.file);
  findings.add(isOneColumn(workbook) ? 'one-column' : 'header-missing', { field: 'header' });
  return rejectedReturn(workbook.file, findings);
}

function verdictOf(findings: FindingList): Verdict {
  if (findings.isFatal) return 'rejected';
  return findings.hasErrors ? 'needs-correction' : 'accepted';
}

/** A form dated after the day of the check was dated wrongly; the day of the check then stands for it. */
function returnedOn(table: LocatedTable, dates: DateContext, asOf: CalendarDate): CalendarDate | null {
  const date = readReturnDate(table.sheet.rows, dates);
  return date !== null && date > asOf ? null : date;
}

function noteWorkbook(
  workbook: RawWorkbook,
  identity: FormIdentity | undefined,
  context: ReturnContext,
  findings: FindingList,
): void {
  if (workbook.hasMacros) findings.add('has-macros', { field: 'file' });
  if (workbook.hasExternalLinks) findings.add('external-links', { field: 'file' });
  if (identity === undefined) return;
  if (identity.plan !== context.plan.id) findings.add('other-plan', { field: 'file' });
  if (identity.version < FORM_VERSION) findings.add('old-form', { field: 'file' });
}

/** Columns gone, added, renamed; a header that is not where the form has it. */
function noteColumns(table: LocatedTable, findings: FindingList): void {
  if (table.sheet.visibility !== 'visible')
    findings.add('hidden-sheet', { field: 'file', value: table.sheet.name });
  const row = table.headerRow;
  for (const { field, header } of FORM_COLUMNS) {
    const found = table.columns.get(field);
    if (found === undefined) {
      if (field === 'key' || field === 'task') continue;
      const isNeeded = NEEDED_COLUMNS.some((needed) => needed === field);
      findings.add(isNeeded ? 'column-missing' : 'column-lost', { field, details: { header } });
    } else if (headerKey(found.text) !== headerKey(header) && field !== 'key' && field !== 'task') {
      findings.add('header-renamed', {
        at: { row, column: found.column },
        field,
        value: found.text,
        correction: { before: found.text, after: header, made: true },
      });
    }
  }
  for (const { column, text } of table.extra) {
    findings.add('column-added', { at: { row, column }, field: 'header', value: text });
  }
}

interface TableCheck {
  readonly table: LocatedTable;
  readonly findings: FindingList;
  readonly context: ReturnContext;
  readonly dates: DateContext;
}

/** The deadline in force of each measure an office reports on; of several units' the earliest. */
function chargeOf(offices: readonly OfficeCharge[], unit: string): ReadonlyMap<number, CalendarDate | null> {
  const deadlines = new Map<number, CalendarDate | null>();
  for (const { measure, deadline } of offices.find(({ office }) => office === unit)?.assignments ?? []) {
    const known = deadlines.get(measure) ?? deadline;
    deadlines.set(measure, deadline !== null && known !== null && deadline < known ? deadline : known);
  }
  return deadlines;
}

function checkRows(
  check: TableCheck,
  unit: string,
  period: PeriodCode,
  charge: ReadonlyMap<number, CalendarDate | null>,
): readonly ReturnRow[] {
  const { table, findings, context } = check;
  const owed = new Set(charge.keys());
  const plan = new Map(
    context.plan.measures.map((measure) => [
      measure.no,
      { ...measure, deadline: charge.get(measure.no) ?? measure.deadline },
    ]),
  );
  const identified = identifyRows({ table, plan, owed, findings });
  noteMissingRows(identified, owed, findings);
  noteHiddenRows(identified, table, findings);
  const planned = new Map(context.plan.measures.map(({ no, deadline }) => [no, deadline]));
  return identified.map((row) => {
    const plannedDeadline = planned.get(row.measure.no) ?? null;
    checkLockedCells(row, table, findings, { dates: check.dates, plannedDeadline });
    const report = new RowReader(row, table, findings, check.dates).read();
    holdRules(row, report, check, unit, period);
    return {
      measure: row.measure.no,
      sheet: table.sheet.name,
      row: row.row,
      report,
      sound: findings.isSound(row.row),
    };
  });
}

function holdRules(
  { row, measure }: IdentifiedRow,
  report: ReturnRow['report'],
  { table, findings, context }: TableCheck,
  unit: string,
  period: PeriodCode,
): void {
  const columnOf = (field: FieldName) =>
    [...table.columns.values()].find((one) => one.field === field)?.column;
  const input = {
    measure,
    report,
    asOf: context.asOf,
    last: context.lastReport(measure.no, unit, period),
    isFaulty: (field: FieldName) => columnOf(field) === undefined || findings.hasErrorAt(measure.no, field),
  };
  for (const rule of ROW_RULES) {
    if (!rule.applies(input)) continue;
    const column = columnOf(rule.field);
    findings.add(rule.code, {
      ...(column === undefined ? {} : { at: { row, column } }),
      measure: measure.no,
      field: rule.field,
      value: rule.value?.(input) ?? '',
      details: rule.details?.(input) ?? {},
    });
  }
}

function noteMissingRows(
  rows: readonly IdentifiedRow[],
  owed: ReadonlySet<number>,
  findings: FindingList,
): void {
  const present = new Set(rows.map(({ measure }) => measure.no));
  const missing = [...owed].filter((no) => !present.has(no));
  if (missing.length > 0) {
    findings.add('rows-missing', {
      field: 'measure',
      details: { count: missing.length, numbers: missing.join('、') },
    });
  }
}

function noteHiddenRows(rows: readonly IdentifiedRow[], table: LocatedTable, findings: FindingList): void {
  const hidden = new Set(table.sheet.rows.flatMap(({ row, hidden: isHidden }) => (isHidden ? [row] : [])));
  const column = table.columns.get('measure')?.column ?? 1;
  for (const { row, measure } of rows) {
    if (hidden.has(row)) {
      findings.add('hidden-row', {
        at: { row, column },
        measure: measure.no,
        field: 'measure',
        value: String(row),
      });
    }
  }
}
