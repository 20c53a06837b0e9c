import { parsePlan } from '../../plan/parse';
import type { Plan } from '../../plan/plan';
import { leadGroupsOf } from '../../ledger/units/assignments';
import type { Ledger } from '../../ledger/ledger';
import { parsePeriod } from '../../ledger/period';
import type { LogRecord, SubmissionRecord, Unit, UnitDirectory } from '../../ledger/records';
import type { RawWorkbook } from '../../base/raw-sheet';
import { MEMBER_WORD, UNIT_COLUMNS, readSplits } from '../tabs/directory-tab';
import { planDigest, readDrawn } from './drawn';
import { PRODUCT, SCHEMA_VERSION } from '../tabs/hidden-tabs';
import { LedgerFormatError } from './ledger-format-error';
import { LEDGER_COLUMN } from '../tabs/ledger-tab';
import { readEntries } from './read-entries';
import { readSettings } from './read-settings';
import { cellAt, cellText, sheetNamed, tableRows, type TableRow } from './raw-table';
import { FINDING_COLUMNS, SEVERITY_WORD, type FindingLine } from '../tabs/findings-tab';
import { LOG_COLUMNS } from '../tabs/log-tab';
import { SUBMISSION_COLUMNS, VERDICT_WORD } from '../tabs/submissions-tab';
import { LOG_SOURCE_WORD, LOG_WORD, TAB, keyOfWord } from '../words';
import type { TabParts } from '../../base/workbook-port';

const { no, status, verification } = LEDGER_COLUMN;

/** A ledger workbook as opened. */
export interface LedgerBook {
  readonly ledger: Ledger;
  /** Of the last check. */
  readonly findings: readonly FindingLine[];
  /** Sheets that are the clerk's own. */
  readonly foreignSheets: readonly string[];
}

/**
 * What makes a ledger, the rest is made from it: of 台账 the numbers and what a clerk types. The plan's text is about as much
 * as all the rest, so that it is asked for alone.
 */
export const LEDGER_PARTS: TabParts = [
  [
    { tab: TAB.identity },
    { tab: TAB.units },
    { tab: TAB.settings },
    { tab: TAB.entries },
    { tab: TAB.acts },
    { tab: TAB.scores },
    { tab: TAB.submissions },
    { tab: TAB.log },
    { tab: TAB.findings },
    { tab: TAB.typed },
    { tab: TAB.ledger, columns: `${no.letter}:${no.letter}` },
    { tab: TAB.ledger, columns: `${status.letter}:${verification.letter}` },
  ],
  [{ tab: TAB.plan }],
];

/** Reads a ledger workbook back. @throws LedgerFormatError */
export function readLedger(workbook: RawWorkbook): LedgerBook {
  const identity = readIdentityTab(workbook);
  const plan = readPlanTab(workbook);
  // A revision of the plan that was not written to the end: which number an entry goes by, nobody can tell.
  const drawn = readDrawn(workbook);
  if (drawn !== undefined && drawn.plan !== planDigest(plan))
    throw new LedgerFormatError('damaged', TAB.plan);
  const directory = readUnits(workbook, plan);
  const settings = readSettings(workbook, identity);
  const ledger: Ledger = {
    plan,
    directory,
    settings,
    entries: readEntries(workbook, identity.schema),
    submissions: readSubmissions(workbook),
    log: readLog(workbook),
  };
  const own = new Set<string>(Object.values(TAB));
  return {
    ledger,
    findings: readFindings(workbook),
    foreignSheets: workbook.sheets.map(({ name }) => name).filter((name) => !own.has(name)),
  };
}

export function isLedgerWorkbook(workbook: RawWorkbook): boolean {
  const sheet = sheetNamed(workbook, TAB.identity);
  return sheet !== undefined && cellText(cellAt(sheet, 1, 2)) === PRODUCT;
}

function readIdentityTab(workbook: RawWorkbook): { sample: boolean; schema: number } {
  const sheet = sheetNamed(workbook, TAB.identity);
  if (sheet === undefined || !isLedgerWorkbook(workbook)) throw new LedgerFormatError('not-a-ledger');
  const schema = Number(cellAt(sheet, 2, 2));
  if (schema > SCHEMA_VERSION) throw new LedgerFormatError('newer-version');
  return { schema, sample: cellAt(sheet, 4, 2) === 1 };
}

const MOST_LINES = 1_048_576;

function readPlanTab(workbook: RawWorkbook): Plan {
  const sheet = sheetNamed(workbook, TAB.plan);
  if (sheet === undefined) throw new LedgerFormatError('damaged', TAB.plan);
  const lines: string[] = [];
  for (const { row, cells } of sheet.rows) {
    const number = Number(cells.find((cell) => cell.column === 1)?.value);
    // A plan has a row a line or more: a number beyond Excel's rows would only be a hole of that size.
    if (!Number.isInteger(number) || number < 1 || number > MOST_LINES) {
      throw new LedgerFormatError('damaged', TAB.plan, row, `A${row}`);
    }
    const piece = cellText(cells.find((cell) => cell.column === 2)?.value);
    lines[number - 1] = (lines[number - 1] ?? '') + piece;
  }
  return parsePlan(Array.from(lines, (line) => line ?? '').join('\n'));
}

function rowsOf(workbook: RawWorkbook, tab: string, headers: readonly string[]): readonly TableRow[] {
  const sheet = sheetNamed(workbook, tab);
  const rows = sheet && tableRows(sheet, headers, workbook.date1904);
  if (rows === undefined) throw new LedgerFormatError('damaged', tab);
  return rows;
}

function readUnits(workbook: RawWorkbook, plan: Plan): UnitDirectory {
  const [name, shortNames, successor, from, splits, contact] = UNIT_COLUMNS.map(({ header }) => header) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const rows = rowsOf(workbook, TAB.units, [name]).filter((row) => row.text(name).trim() !== '');
  const groupNames = [...new Set(plan.measures.flatMap(leadGroupsOf))];
  return {
    units: rows.map((row): Unit => {
      const since = row.date(from);
      return {
        name: row.text(name).trim(),
        shortNames: row
          .text(shortNames)
          .split(/[、,，;；\s]+/)
          .filter((one) => one !== ''),
        successor:
          row.text(successor).trim() === '' || since === null
            ? null
            : { name: row.text(successor).trim(), from: since },
        splits: readSplits(row.text(splits)),
        contact: row.text(contact),
      };
    }),
    groups: groupNames.map((group) => ({
      name: group,
      members: rows
        .filter((row) => row.text(group).trim() === MEMBER_WORD)
        .map((row) => row.text(name).trim()),
    })),
  };
}

function readSubmissions(workbook: RawWorkbook): readonly SubmissionRecord[] {
  const { period, unit, returnedOn, verdict, findings, file, at, batch, sha256 } = SUBMISSION_COLUMNS;
  const rows = rowsOf(workbook, TAB.submissions, [period.header, unit.header, batch.header]);
  const records = rows.flatMap((row): SubmissionRecord[] => {
    if (row.text(batch.header) === '') return [];
    const code = parsePeriod(row.text(period.header));
    const day = row.date(returnedOn.header);
    const outcome = keyOfWord(VERDICT_WORD, row.text(verdict.header));
    if (code === undefined || day === null || outcome === undefined) {
      throw new LedgerFormatError('damaged', TAB.submissions, row.row);
    }
    return [
      {
        unit: row.text(unit.header),
        period: code,
        file: row.text(file.header),
        sha256: row.text(sha256.header),
        at: row.text(at.header),
        returnedOn: day,
        verdict: outcome,
        findings: row.number(findings.header) ?? 0,
        batch: row.text(batch.header),
      },
    ];
  });
  return records.sort((a, b) => (a.batch < b.batch ? -1 : a.batch > b.batch ? 1 : 0));
}

function readLog(workbook: RawWorkbook): readonly LogRecord[] {
  const [at, batch, action, detail, file, source] = LOG_COLUMNS.map(({ header }) => header) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return rowsOf(workbook, TAB.log, [at, batch, action]).flatMap((row): LogRecord[] => {
    const word = keyOfWord(LOG_WORD, row.text(action));
    if (word === undefined) return [];
    const asked = keyOfWord(LOG_SOURCE_WORD, row.text(source));
    return [
      {
        at: row.text(at),
        batch: row.text(batch),
        action: word,
        detail: row.text(detail),
        file: row.text(file),
        ...(asked === undefined ? {} : { source: asked }),
      },
    ];
  });
}

/** Findings are only shown again, so a missing or edited tab is no damage. */
function readFindings(workbook: RawWorkbook): readonly FindingLine[] {
  const sheet = sheetNamed(workbook, TAB.findings);
  const headers = FINDING_COLUMNS.map(({ header }) => header);
  const rows = (sheet && tableRows(sheet, headers, workbook.date1904)) ?? [];
  return rows.flatMap((row): FindingLine[] => {
    const severity = keyOfWord(SEVERITY_WORD, row.text('级别'));
    if (severity === undefined) return [];
    const place = row.text('位置').split('!');
    const measure = Number(row.text('序号'));
    return [
      {
        unit: row.text('单位'),
        severity,
        measure: measure > 0 ? measure : null,
        field: row.text('栏目'),
        sheet: place[0] ?? '',
        cell: place[1] ?? '',
        value: row.text('原内容'),
        message: row.text('问题'),
        suggestion: row.text('处理建议'),
        file: row.text('文件'),
      },
    ];
  });
}
