import { yearOf, type CalendarDate } from '../base/calendar';
import { onceFor } from '../base/once-for';
import { periodEnd, readPeriodLabel } from '../ledger/period';
import type { PeriodCode, Verdict } from '../ledger/records';
import type { Measure, Plan } from '../plan/plan';
import { CATALOGUE } from './findings/catalogue';
import { checkTable, type RowsCheck } from './rules/check-rows';
import { withCorrections } from './findings/corrections';
import { FindingList } from './findings/finding-list';
import { checkFoot } from './locate/foot';
import { readHead } from './locate/head-and-foot';
import { readIdentity } from './whose/form-identity';
import { isOneColumn, locateTables, type LocatedTable } from './locate/locate-table';
import type { RawWorkbook } from '../base/raw-sheet';
import type { DateContext } from './read/read-date';
import { recognisePeriod } from './whose/recognise-period';
import { recogniseUnit } from './whose/recognise-unit';
import { rejectedReturn } from './findings/refused';
import { rowsOnOtherSheets } from './read/split-rows';
import type { CheckedReturn, Finding, OfferedFinding, ReturnContext, ReturnRow } from './checked-return';
import { noteColumns, noteWorkbook } from './locate/workbook-notes';
import { must } from '../base/invariant';

/**
 * Checks one return: finds its table, whose it is and for when, reads each row and holds the rules against it. Every doubt is
 * a finding; a row that an error touches is not sound.
 * @param agreed Offered corrections of an earlier check that somebody agreed to: they are made first, and logged.
 */
export function checkReturn(
  workbook: RawWorkbook,
  context: ReturnContext,
  agreed: readonly OfferedFinding[] = [],
): CheckedReturn {
  const checked = checkAsItStands(withCorrections(workbook, agreed), context);
  if (agreed.length === 0) return checked;
  return { ...checked, findings: [...checked.findings, ...agreed.map(agreedNote)], agreed };
}

/** The log of an agreed correction, at the cell where it was offered. */
function agreedNote({ where, measure, field, value, correction }: OfferedFinding): Finding {
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
  const identity = readIdentity(workbook);
  const tables = locateTables(workbook);
  const table = tableOfPeriod(tables, identity?.period ?? context.period);
  if (table === undefined) return withoutTable(workbook);
  const others = tables.filter((one) => one !== table);
  const findings = new FindingList(workbook.file, table.sheet.name);
  noteWorkbook(workbook, identity, context, findings);
  noteColumns(table, others, findings);
  const period = recognisePeriod({ file: workbook.file, table, identity }, context, findings);
  const offices = context.offices(period ?? context.period);
  const unit = recogniseUnit({ file: workbook.file, table, identity, offices, context, findings });
  const dates: DateContext = {
    date1904: workbook.date1904,
    year: yearOf(periodEnd(period ?? context.period)),
  };
  const rows =
    findings.isFatal || unit === null || period === null
      ? []
      : checkRows(table, others, rowsCheck({ context, dates, unit, period, offices }), findings);
  return {
    file: workbook.file,
    office: unit,
    period,
    verdict: verdictOf(findings),
    rows: findings.isFatal ? [] : rows,
    returnedOn: checkFoot(table, dates, context.asOf, findings),
    findings: findings.findings,
    agreed: [],
  };
}

/** The best table; of several as good the one headed with the period, since some units keep a sheet a month. */
function tableOfPeriod(tables: readonly LocatedTable[], period: PeriodCode): LocatedTable | undefined {
  const [best] = tables;
  return (
    tables.find(
      ({ sheet, columns, headerRow }) =>
        columns.size === best?.columns.size &&
        sheet.visibility === best.sheet.visibility &&
        readPeriodLabel(readHead(sheet.rows, headerRow, 'period')?.text ?? '') === period,
    ) ?? best
  );
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

type Whose = Pick<RowsCheck, 'context' | 'dates' | 'unit' | 'period' | 'offices'>;

/**
 * The plan with the deadlines in force, and the measures the office reports on. Where units have different deadlines the
 * earliest counts.
 */
function rowsCheck(whose: Whose): RowsCheck {
  const { context, offices, unit } = whose;
  const deadlines = new Map<number, CalendarDate | null>();
  const charge = must(
    offices.find(({ office }) => office === unit),
    `the measures of ${unit}, which was recognised among the offices`,
  );
  for (const { measure, deadline } of charge.assignments) {
    const known = deadlines.get(measure) ?? deadline;
    deadlines.set(measure, deadline !== null && known !== null && deadline < known ? deadline : known);
  }
  const measures = measuresByNumber(context.plan);
  const owed = new Map<number, Measure>();
  const places = [...deadlines.keys()].flatMap((no) => measures.get(no) ?? []);
  for (const { measure } of places.sort((a, b) => a.index - b.index))
    owed.set(measure.no, { ...measure, deadline: deadlines.get(measure.no) ?? measure.deadline });
  const plan = {
    get: (no: number) => owed.get(no) ?? measures.get(no)?.measure,
    values: () => withThose(context.plan.measures, owed),
  };
  const { period } = whose;
  const closed = new Set([...owed.keys()].filter((no) => context.isClosed(no, unit, period)));
  return { ...whose, plan, owed, closed };
}

function* withThose(measures: readonly Measure[], instead: ReadonlyMap<number, Measure>): Generator<Measure> {
  for (const measure of measures) yield instead.get(measure.no) ?? measure;
}

/** The measures of a plan by number, each with its place in it. */
const measuresByNumber = onceFor(
  ({ measures }: Plan) => new Map(measures.map((measure, index) => [measure.no, { measure, index }])),
);

/** The rows of the table, and those that stand only on other sheets; what stands nowhere is missing. */
function checkRows(
  table: LocatedTable,
  others: readonly LocatedTable[],
  check: RowsCheck,
  findings: FindingList,
): readonly ReturnRow[] {
  const here = checkTable(table, check, findings);
  const rows = findings.isFatal ? here : [...here, ...rowsOnOtherSheets(here, others, check, findings)];
  const present = new Set(rows.map(({ measure }) => measure));
  const missing = [...check.owed.keys()].filter((no) => !present.has(no) && !check.closed.has(no));
  if (missing.length > 0 && !findings.isFatal) {
    findings.add('rows-missing', {
      field: 'measure',
      details: { count: missing.length, numbers: missing.join('、') },
    });
  }
  return rows;
}
