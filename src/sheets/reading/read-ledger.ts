import { parsePlan } from '../../plan/parse';
import type { Plan } from '../../plan/plan';
import { compareBatches, type Ledger } from '../../ledger/ledger';
import { parsePeriod } from '../../ledger/period';
import type { LogRecord, ReceiptRecord, SubmissionRecord } from '../../ledger/records';
import type { RawWorkbook } from '../../base/raw-sheet';
import { isHalfChanged, planDigest, readDrawn } from './drawn';
import { LEVELS_SCHEMA, PRODUCT, SCHEMA_VERSION } from '../tabs/hidden-tabs';
import { LedgerFormatError, damaged, unlessDamaged } from './ledger-format-error';
import { readDirectory } from './read-directory';
import { readTable, type ReadRow } from './read-table';
import { readEntries } from './read-entries';
import { readLevels } from './read-levels';
import { readSettings } from './read-settings';
import { withShownOffice } from './read-shown-office';
import { cellAt, cellText, sheetNamed } from './raw-table';
import { FINDINGS, SEVERITY_WORD, type FindingColumn, type FindingLine } from '../tabs/findings-tab';
import { ENTRIES } from '../tabs/entries-tab';
import { LOG } from '../tabs/log-tab';
import { SUBMISSIONS, VERDICT_WORD } from '../tabs/submissions-tab';
import { LOG_SOURCE_WORD, LOG_WORD, RECEIPT_WORD, TAB, keyOfWord } from '../words';

/** A ledger workbook as opened. */
export interface LedgerBook {
  readonly ledger: Ledger;
  /** Of the last check. */
  readonly findings: readonly FindingLine[];
  /** Sheets that are the clerk's own. */
  readonly foreignSheets: readonly string[];
}

/** Reads a ledger workbook back. @throws LedgerFormatError */
export function readLedger(workbook: RawWorkbook): LedgerBook {
  const identity = readIdentityTab(workbook);
  const plan = readPlanTab(workbook);
  // A revision of the plan that was not written to the end: which number an entry goes by, nobody can tell.
  const drawn = readDrawn(workbook);
  if (drawn !== undefined && drawn.plan !== planDigest(plan)) damaged('unfinished', { sheet: TAB.plan });
  const directory = readDirectory(workbook, plan);
  const settings = readSettings(workbook, identity);
  const finished = isHalfChanged(workbook) ? drawn?.entry : undefined;
  const entries = readEntries(workbook, identity.schema, finished);
  if (drawn !== undefined && identity.schema >= SCHEMA_VERSION) refuseLost(entries, drawn.entry);
  const levels = readLevels(workbook, plan, identity.schema);
  const ledger: Ledger = {
    plan,
    directory,
    settings,
    entries,
    ...readHandedIn(workbook),
    ...(levels === undefined ? {} : { levels }),
    log: readLog(workbook),
  };
  return {
    ledger: withShownOffice(ledger, workbook),
    findings: readFindings(workbook),
    foreignSheets: foreignSheetsOf(workbook),
  };
}

/** Names of the sheets that are the clerk's own. */
export function foreignSheetsOf({ sheets }: RawWorkbook): readonly string[] {
  const own = new Set<string>(Object.values(TAB));
  return sheets.map(({ name }) => name).filter((name) => !own.has(name));
}

/** Entries are numbered without a gap up to the last one written; those after it may be of a write that was interrupted. */
function refuseLost(entries: Ledger['entries'], last: number): void {
  const known = new Set(entries.map(({ id }) => id));
  for (let id = 1; id <= last; id += 1) {
    if (!known.has(id)) damaged('entry-missing', { sheet: ENTRIES.name, name: String(id), value: TAB.acts });
  }
}

export function isLedgerWorkbook(workbook: RawWorkbook): boolean {
  const sheet = sheetNamed(workbook, TAB.identity);
  return sheet !== undefined && cellText(cellAt(sheet, 1, 2)) === PRODUCT;
}

/** Version of the layout in which a workbook was drawn; `undefined` for one that is no ledger. */
export function schemaOf(workbook: RawWorkbook): number | undefined {
  return isLedgerWorkbook(workbook) ? readIdentityTab(workbook).schema : undefined;
}

function readIdentityTab(workbook: RawWorkbook): { sample: boolean; schema: number } {
  const sheet = sheetNamed(workbook, TAB.identity);
  if (sheet === undefined || !isLedgerWorkbook(workbook)) throw new LedgerFormatError('not-a-ledger');
  const schema = Number(cellAt(sheet, 2, 2));
  if (schema > LEVELS_SCHEMA) throw new LedgerFormatError('newer-version');
  return { schema, sample: cellAt(sheet, 4, 2) === 1 };
}

/** A plan has no more lines than a sheet has rows. */
const MOST_LINES = 1_048_576;

function readPlanTab(workbook: RawWorkbook): Plan {
  const sheet = sheetNamed(workbook, TAB.plan);
  if (sheet === undefined) return damaged('tab-missing', { sheet: TAB.plan });
  const lines = new Map<number, string>();
  for (const { row, cells } of sheet.rows) {
    const number = Number(cells.find((cell) => cell.column === 1)?.value);
    if (!Number.isInteger(number) || number < 1 || number > MOST_LINES) {
      damaged('cell-unreadable', { sheet: TAB.plan, row, cell: `A${row}`, value: String(number) });
    }
    const piece = cellText(cells.find((cell) => cell.column === 2)?.value);
    lines.set(number, (lines.get(number) ?? '') + piece);
  }
  // A line without a row is an empty one.
  const last = [...lines.keys()].reduce((most, line) => Math.max(most, line), 0);
  return parsePlan(Array.from({ length: last }, (_, index) => lines.get(index + 1) ?? '').join('\n'));
}

/** 已报 and the like say again what is read from elsewhere: a row without a batch is nothing handed in. */
function readHandedIn(workbook: RawWorkbook): Pick<Ledger, 'submissions' | 'receipts'> {
  const submissions: SubmissionRecord[] = [];
  const receipts: ReceiptRecord[] = [];
  for (const row of readTable(workbook, SUBMISSIONS)) {
    const [batch, sha256] = [row.text('batch'), row.text('sha256')];
    if (batch === '' && sha256 === '') continue;
    const on = row.date('returnedOn') ?? row.unreadable('returnedOn');
    const record = {
      office: row.text('office') === '' ? row.unreadable('office') : row.text('office'),
      period: parsePeriod(row.text('period')) ?? row.unreadable('period'),
      file: row.text('file'),
      sha256,
      at: row.time('at'),
      batch: batch === '' ? row.unreadable('batch') : batch,
    };
    const kind = keyOfWord(RECEIPT_WORD, row.text('verdict'));
    if (kind !== undefined) {
      receipts.push({ ...record, kind, on });
      continue;
    }
    const verdict = keyOfWord(VERDICT_WORD, row.text('verdict')) ?? row.unreadable('verdict');
    submissions.push({ ...record, returnedOn: on, verdict, findings: row.number('findings') ?? 0 });
  }
  const inOrder = (a: { readonly batch: string }, b: { readonly batch: string }) =>
    compareBatches(a.batch, b.batch);
  return { submissions: submissions.sort(inOrder), receipts: receipts.sort(inOrder) };
}

/** Lines whose 操作 is none of ours are the clerk's remarks and stay where they stand. */
function readLog(workbook: RawWorkbook): readonly LogRecord[] {
  return readTable(workbook, LOG).flatMap((row): LogRecord[] => {
    const action = keyOfWord(LOG_WORD, row.text('action'));
    const source = keyOfWord(LOG_SOURCE_WORD, row.text('source'));
    if (action === undefined) return [];
    return [
      {
        at: row.time('at'),
        batch: row.text('batch'),
        action,
        detail: row.text('detail'),
        file: row.text('file'),
        ...(source === undefined ? {} : { source }),
      },
    ];
  });
}

/** Findings are only shown again, so a missing or edited tab is no damage: the next check fills it anew. */
function readFindings(workbook: RawWorkbook): readonly FindingLine[] {
  const sheet = sheetNamed(workbook, FINDINGS.name);
  if (sheet === undefined) return [];
  return unlessDamaged(() => readTable(workbook, FINDINGS).flatMap(findingLine)) ?? [];
}

function findingLine(row: ReadRow<FindingColumn>): readonly FindingLine[] {
  const severity = keyOfWord(SEVERITY_WORD, row.text('severity'));
  if (severity === undefined) return [];
  const [sheet = '', cell = ''] = row.text('place').split('!');
  const measure = Number(row.text('measure'));
  return [
    {
      office: row.text('office'),
      severity,
      measure: measure > 0 ? measure : null,
      field: row.text('field'),
      sheet,
      cell,
      value: row.text('value'),
      message: row.text('message'),
      suggestion: row.text('suggestion'),
      file: row.text('file'),
    },
  ];
}
