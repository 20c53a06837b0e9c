import { appended } from '../../base/once-for';
import { assignmentKey } from '../units/assignments';
import { entriesInForce, liveEntries, reportsOfPeriod, undoneBatches } from '../entries';
import { LETTER_WORD, letterNumber } from '../letters';
import { levelsOf, nextBatch, nextEntryId, type Ledger } from '../ledger';
import { assignmentsHeld, officesOfPeriod } from '../units/offices';
import { comparePeriods } from '../period';
import { reopenedRecords } from './reopened';
import { liveSubmissions } from '../figures/submissions';
import type {
  Entry,
  LedgerSettings,
  LogRecord,
  PeriodCode,
  Report,
  ReportEntry,
  SubmissionRecord,
} from '../records';

/** What one returned file brings in: its sound rows. */
export interface AcceptedReturn {
  /** The office that reports: a lead unit, or the successor in charge of its measures. */
  readonly office: string;
  readonly period: PeriodCode;
  readonly file: string;
  readonly sha256: string;
  readonly returnedOn: SubmissionRecord['returnedOn'];
  readonly verdict: SubmissionRecord['verdict'];
  readonly findings: number;
  readonly reports: readonly { readonly measure: number; readonly report: Report }[];
}

export interface Change {
  readonly ledger: Ledger;
  /** `null` when nothing changed. */
  readonly batch: string | null;
  readonly added: readonly Entry[];
  /** Reports that said what the ledger already holds. */
  readonly unchanged: number;
}

/** One cell of a status column that differs from the fold, settled for one unit. */
export interface HandEdit {
  readonly measure: number;
  readonly unit: string;
  readonly report: Report;
}

export function sameReport(a: Report, b: Report): boolean {
  return (Object.keys(a) as (keyof Report)[]).every((field) => a[field] === b[field]);
}

/**
 * Takes returns in as one batch. A report is unchanged when this very file already brought it in, or when the period's
 * report in force says the same: so taking a file in twice, in any order, adds nothing. An import that was written half way
 * goes on under its own batch, so that undoing it takes all of it back.
 */
export function importReturns(ledger: Ledger, returns: readonly AcceptedReturn[], at: string): Change {
  const batch = interruptedBatch(ledger, returns) ?? nextBatch(ledger);
  const added: ReportEntry[] = [];
  let unchanged = 0;
  let id = nextEntryId(ledger);
  const known = knownReports(ledger);
  const inForce = new Map(entriesInForce(ledger.entries));
  for (const accepted of returns) {
    for (const { measure, unit, report } of assignmentsAnswered(ledger, accepted)) {
      const key = assignmentKey(measure, unit);
      if (known.holds(key, accepted, report)) {
        unchanged++;
        continue;
      }
      added.push({
        kind: 'report',
        id: id++,
        batch,
        at,
        origin: 'return',
        measure,
        unit,
        period: accepted.period,
        report,
        previousStatus: inForce.get(key)?.report.status ?? null,
        file: accepted.file,
        sha256: accepted.sha256,
      });
    }
  }
  const submissions = newSubmissions(ledger, returns, { batch, at, added });
  if (added.length === 0 && submissions.length === 0) return { ledger, batch: null, added, unchanged };
  const log = submissions.map((record): LogRecord => ({
    at,
    batch,
    action: 'import',
    file: record.file,
    detail: record.office,
  }));
  const entries = appended(ledger.entries, added);
  return {
    ledger: {
      ...ledger,
      settings: { ...ledger.settings, period: latestPeriod(ledger.settings, returns) },
      entries,
      submissions: [...ledger.submissions, ...submissions],
      log: [...ledger.log, ...log, ...reopenedRecords(ledger.entries, entries, { batch, at })],
    },
    batch,
    added,
    unchanged,
  };
}

/** The batch whose rows of these files are there, and the record that they were handed in is not. */
function interruptedBatch(ledger: Ledger, returns: readonly AcceptedReturn[]): string | undefined {
  const files = new Set(returns.map(({ sha256 }) => sha256));
  const recorded = new Set(ledger.submissions.map(({ batch }) => batch));
  return liveEntries(ledger.entries).findLast(
    (entry) =>
      entry.kind === 'report' &&
      entry.origin === 'return' &&
      files.has(entry.sha256) &&
      !recorded.has(entry.batch),
  )?.batch;
}

/** What a return says of each assignment: an office that took over from two units answers for both in one row. */
function assignmentsAnswered(ledger: Ledger, { office, period, reports }: AcceptedReturn) {
  const held = assignmentsHeld(officesOfPeriod(ledger, period), office);
  return reports.flatMap(({ measure, report }) =>
    (held.get(measure) ?? []).map(({ unit }) => ({ measure, unit, report })),
  );
}

/** The assignments for which each returned file brought in a report, by its digest. */
export function keysByFile(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const entry of entries) {
    if (entry.kind !== 'report' || entry.origin !== 'return') continue;
    const key = assignmentKey(entry.measure, entry.unit);
    const known = keys.get(entry.sha256);
    if (known === undefined) keys.set(entry.sha256, new Set([key]));
    else known.add(key);
  }
  return keys;
}

function knownReports(ledger: Ledger) {
  const fromFiles = keysByFile(liveEntries(ledger.entries));
  const ofPeriod = new Map<PeriodCode, ReadonlyMap<string, ReportEntry>>();
  return {
    holds(key: string, accepted: AcceptedReturn, report: Report): boolean {
      if (fromFiles.get(accepted.sha256)?.has(key) === true) return true;
      const { period } = accepted;
      const reports = ofPeriod.get(period) ?? reportsOfPeriod(ledger.entries, period);
      ofPeriod.set(period, reports);
      const current = reports.get(key);
      return current !== undefined && sameReport(current.report, report);
    },
  };
}

/**
 * What was handed in goes on record once; and once more where a correction agreed to since has brought in more of it, or has made it
 * sound.
 */
function newSubmissions(
  ledger: Ledger,
  returns: readonly AcceptedReturn[],
  { batch, at, added }: Pick<SubmissionRecord, 'batch' | 'at'> & { readonly added: readonly ReportEntry[] },
): readonly SubmissionRecord[] {
  const keyOf = ({ sha256, office, period }: Pick<SubmissionRecord, 'sha256' | 'office' | 'period'>) =>
    `${sha256} ${office} ${period}`;
  const recorded = new Map(liveSubmissions(ledger).map((record) => [keyOf(record), record.verdict]));
  const bringing = new Set(added.map(({ sha256 }) => sha256));
  return returns
    .filter((one) => recorded.get(keyOf(one)) !== one.verdict || bringing.has(one.sha256))
    .map(({ office, period, file, sha256, returnedOn, verdict, findings }) => ({
      office,
      period,
      file,
      sha256,
      returnedOn,
      verdict,
      findings,
      batch,
      at,
    }));
}

/** The ledger moves on to the latest period it has seen, never back. */
function latestPeriod(settings: LedgerSettings, returns: readonly AcceptedReturn[]): PeriodCode {
  return returns.reduce(
    (latest, { period }) => (comparePeriods(period, latest) > 0 ? period : latest),
    settings.period,
  );
}

/** Takes in what the clerk typed into the status columns, as one batch for the ledger's current period. */
export function takeHandEdits(ledger: Ledger, edits: readonly HandEdit[], at: string): Change {
  const inForce = entriesInForce(ledger.entries);
  const changed = edits.filter(({ measure, unit, report }) => {
    const current = inForce.get(assignmentKey(measure, unit));
    return current === undefined || !sameReport(current.report, report);
  });
  const unchanged = edits.length - changed.length;
  if (changed.length === 0) return { ledger, batch: null, added: [], unchanged };
  const batch = nextBatch(ledger);
  const firstId = nextEntryId(ledger);
  const added = changed.map(({ measure, unit, report }, index): ReportEntry => {
    const current = inForce.get(assignmentKey(measure, unit));
    return {
      kind: 'report',
      id: firstId + index,
      batch,
      at,
      origin: 'handEdit',
      measure,
      unit,
      period: laterPeriod(ledger.settings.period, current?.period),
      report,
      previousStatus: current?.report.status ?? null,
      file: '',
      sha256: '',
    };
  });
  const measures = [...new Set(changed.map(({ measure }) => measure))].join('、');
  const record: LogRecord = { at, batch, action: 'handEdit', file: '', detail: measures };
  const entries = appended(ledger.entries, added);
  const log = [...ledger.log, record, ...reopenedRecords(ledger.entries, entries, { batch, at })];
  return { ledger: { ...ledger, entries, log }, batch, added, unchanged };
}

/** An edit is newer than what it changes, so it must not fall behind it in the fold. */
function laterPeriod(current: PeriodCode, edited: PeriodCode | undefined): PeriodCode {
  return edited !== undefined && comparePeriods(edited, current) > 0 ? edited : current;
}

/**
 * Takes a batch back, for good or until the undo is undone. `undefined` when there is no such live batch.
 * @param unsent Its letters never came to be on paper.
 */
export function undoBatch(ledger: Ledger, undone: string, at: string, unsent = false): Ledger | undefined {
  const { entries, submissions, receipts } = ledger;
  const { handDowns, reports } = levelsOf(ledger);
  const exists = [entries, submissions, receipts, handDowns, reports].some((records) =>
    records.some(({ batch }) => batch === undone),
  );
  if (!exists || undoneBatches(ledger.entries).has(undone)) return undefined;
  const batch = nextBatch(ledger);
  const undo = { kind: 'undo', id: nextEntryId(ledger), batch, at, undone } as const;
  const entry: Entry = unsent ? { ...undo, unsent } : undo;
  const detail = unsent ? [undone, ...numbersOf(ledger, undone)].join(' ') : undone;
  const record: LogRecord = { at, batch, action: 'undo', file: '', detail };
  return { ...ledger, entries: appended(ledger.entries, [entry]), log: [...ledger.log, record] };
}

/** The numbers that a batch's letters bore. */
function numbersOf(ledger: Ledger, batch: string): readonly string[] {
  const letters = ledger.entries.filter((entry) => entry.kind === 'letter');
  const own = letters.filter((letter) => letter.batch === batch);
  return [...new Set(own.map((letter) => `${LETTER_WORD[letter.letter]}${letterNumber(letter)}`))];
}

/** Notes something done that adds no entry: the ledger was built, forms were issued, settings changed. */
export function logged(
  ledger: Ledger,
  action: LogRecord['action'],
  detail: string,
  at: string,
  file = '',
): Ledger {
  const record: LogRecord = { at, batch: nextBatch(ledger), action, file, detail };
  return { ...ledger, log: [...ledger.log, record] };
}
