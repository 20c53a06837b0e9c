import { grouped } from '../base/grouped';
import { parsePlan } from '../plan/parse';
import type {
  Entry,
  LogRecord,
  PeriodCode,
  ReceiptRecord,
  ReportEntry,
  SubmissionRecord,
  Unit,
  UnitDirectory,
} from '../ledger/records';
import {
  EXTENSION_WORD,
  LETTER_STAGE_WORD,
  LOG_SOURCE_WORD,
  LOG_WORD,
  RECEIPT_WORD,
  VERIFICATION_WORD,
} from '../sheets/words';
import { SEVERITY_WORD, type FindingLine } from '../sheets/tabs/findings-tab';
import { VERDICT_WORD } from '../sheets/tabs/submissions-tab';
import { levelsFromTable } from './level-rows';
import type { ExportedLedger } from './ledger-to-table';
import type { KeptKind, TableRow } from './long-table';
import { isEmpty, keysOf, oneOf, periodIn, required, textIn, unreadable, wholeIn } from './read-values';
import { settingsOf } from './setting-texts';

type RowsByKind = (kind: KeptKind) => readonly TableRow[];

/**
 * The ledger that `ledgerRows` wrote. Rows of kinds that follow from others are passed over, and an empty text is the same
 * whether its column is empty or not.
 * @param rows Of one ledger. @throws TableError
 */
export function ledgerFromTable(rows: readonly TableRow[]): ExportedLedger {
  const kinds = grouped(rows, ({ kind }) => kind);
  const of: RowsByKind = (kind) => kinds.get(kind) ?? [];
  const [plan] = of('plan');
  const levels = levelsFromTable(of);
  const settings = new Map(of('setting').map((row) => [textIn(row, 'item'), textIn(row, 'text')]));
  return {
    ledger: {
      plan: parsePlan(plan === undefined ? unreadable('kind', 'plan') : textIn(plan, 'text')),
      directory: { units: unitsOf(of), groups: groupsOf(of('member')) },
      settings: settingsOf((name) => settings.get(name) ?? unreadable('item', name)),
      entries: entriesOf(of),
      submissions: inOrder(of('submission')).map(submissionOf),
      receipts: inOrder(of('receipt')).map(receiptOf),
      ...(levels === undefined ? {} : { levels }),
      log: inOrder(of('log')).map(logOf),
    },
    findings: findingsOf(of('finding')),
  };
}

/** By number, then by place among those of one number: whoever wrote the file anew may have put its rows otherwise. */
function inOrder(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.toSorted((a, b) => required(a, 'id') - required(b, 'id') || (a.serial ?? 0) - (b.serial ?? 0));
}

function unitsOf(of: RowsByKind): readonly Unit[] {
  const shortNames = grouped(of('short_name'), ({ unit }) => unit);
  const splits = grouped(of('split'), ({ unit }) => unit);
  const successors = new Map(of('successor').map((row) => [row.unit, row]));
  return inOrder(of('unit')).map((row): Unit => {
    const name = textIn(row, 'unit');
    const successor = successors.get(name);
    return {
      name,
      shortNames: inOrder(shortNames.get(name) ?? []).map((one) => textIn(one, 'text')),
      successor:
        successor === undefined
          ? null
          : { name: textIn(successor, 'office'), from: required(successor, 'on_date') },
      splits: runsOf(splits.get(name) ?? []).map(([first, all]) => ({
        office: textIn(first, 'office'),
        measures: all.map((part) => required(part, 'measure')),
      })),
      contact: textIn(row, 'text'),
      ...(row.is_ordered == null ? {} : { isOrdered: row.is_ordered }),
    };
  });
}

function groupsOf(rows: readonly TableRow[]): UnitDirectory['groups'] {
  return runsOf(rows).map(([first, all]) => ({
    name: textIn(first, 'item'),
    members: all.map((row) => textIn(row, 'unit')).filter((unit) => unit !== ''),
  }));
}

/** Rows of one number together, with the first of them. */
function runsOf(rows: readonly TableRow[]): readonly (readonly [TableRow, readonly TableRow[]])[] {
  return [...grouped(inOrder(rows), ({ id }) => id).values()].flatMap((run) => {
    const [first] = run;
    return first === undefined ? [] : [[first, run] as const];
  });
}

const ENTRY_KINDS = ['report', 'verification', 'extension', 'letter', 'note', 'undo'] as const;

function entriesOf(of: RowsByKind): readonly Entry[] {
  const measures = grouped(inOrder(of('letter_measure')), ({ id }) => id);
  return inOrder(ENTRY_KINDS.flatMap(of)).map((row) => {
    const { id, batch, at } = placed(row);
    const base = { id, batch, at };
    const kind = oneOf(row, 'kind', ENTRY_KINDS);
    const act = () => ({
      ...base,
      unit: textIn(row, 'unit'),
      period: periodOf(row),
      on: required(row, 'on_date'),
    });
    switch (kind) {
      case 'report':
        return { ...base, kind, ...reportEntryOf(row) };
      case 'note':
        return {
          ...base,
          kind,
          measure: required(row, 'measure'),
          item: textIn(row, 'item'),
          text: textIn(row, 'text'),
        };
      case 'undo':
        return {
          ...base,
          kind,
          undone: textIn(row, 'undone'),
          ...(row.is_unsent === true ? { unsent: true } : {}),
        };
      case 'letter':
        return {
          ...act(),
          kind,
          letter: oneOf(row, 'letter', LETTER_KINDS),
          stage: oneOf(row, 'stage', keysOf(LETTER_STAGE_WORD)),
          year: required(row, 'year'),
          serial: required(row, 'serial'),
          office: textIn(row, 'office'),
          measures: (measures.get(id) ?? []).map((one) => required(one, 'measure')),
        };
      case 'verification':
        return {
          ...act(),
          kind,
          measure: required(row, 'measure'),
          verification: oneOf(row, 'verification', keysOf(VERIFICATION_WORD)),
          reason: textIn(row, 'reason'),
        };
      case 'extension':
        return {
          ...act(),
          kind,
          measure: required(row, 'measure'),
          decision: oneOf(row, 'decision', keysOf(EXTENSION_WORD)),
          oldDeadline: required(row, 'old_deadline'),
          newDeadline: required(row, 'deadline'),
          reason: textIn(row, 'reason'),
        };
    }
  });
}

const LETTER_KINDS = ['supervision', 'request', 'circular', 'sendBack'] as const;
const STATUSES = ['done', 'inProgress', 'notStarted', 'ongoing'] as const;

function reportEntryOf(row: TableRow): Omit<ReportEntry, 'kind' | 'id' | 'batch' | 'at'> {
  const statusIn = (column: 'status' | 'previous_status') =>
    isEmpty(row, column) ? null : oneOf(row, column, STATUSES);
  return {
    origin: oneOf(row, 'origin', ['return', 'handEdit']),
    measure: required(row, 'measure'),
    unit: textIn(row, 'unit'),
    period: periodOf(row),
    report: {
      status: statusIn('status'),
      percent: row.percent ?? null,
      completedOn: row.completed_on ?? null,
      progress: textIn(row, 'progress'),
      problems: textIn(row, 'problems'),
      nextSteps: textIn(row, 'next_steps'),
      evidence: textIn(row, 'evidence'),
      remark: textIn(row, 'remark'),
    },
    previousStatus: statusIn('previous_status'),
    file: textIn(row, 'file'),
    sha256: textIn(row, 'sha256'),
  };
}

function placed(row: TableRow): { readonly id: number; readonly batch: string; readonly at: string } {
  return { id: required(row, 'id'), batch: textIn(row, 'batch'), at: textIn(row, 'at_time') };
}

function periodOf(row: TableRow): PeriodCode {
  return periodIn('period', textIn(row, 'period'));
}

function handedIn(
  row: TableRow,
): Pick<SubmissionRecord, 'office' | 'period' | 'file' | 'sha256' | 'at' | 'batch'> {
  const { at, batch } = placed(row);
  const [office, file, sha256] = [textIn(row, 'office'), textIn(row, 'file'), textIn(row, 'sha256')];
  return { office, period: periodOf(row), file, sha256, at, batch };
}

function submissionOf(row: TableRow): SubmissionRecord {
  return {
    ...handedIn(row),
    returnedOn: required(row, 'on_date'),
    verdict: oneOf(row, 'verdict', keysOf(VERDICT_WORD)),
    findings: required(row, 'findings'),
  };
}

function receiptOf(row: TableRow): ReceiptRecord {
  return {
    ...handedIn(row),
    kind: oneOf(row, 'receipt', keysOf(RECEIPT_WORD)),
    on: required(row, 'on_date'),
  };
}

function logOf(row: TableRow): LogRecord {
  const { at, batch } = placed(row);
  return {
    at,
    batch,
    action: oneOf(row, 'action', keysOf(LOG_WORD)),
    detail: textIn(row, 'text'),
    file: textIn(row, 'file'),
    ...(isEmpty(row, 'source') ? {} : { source: oneOf(row, 'source', keysOf(LOG_SOURCE_WORD)) }),
  };
}

function findingsOf(rows: readonly TableRow[]): readonly FindingLine[] {
  return runsOf(rows).map(([, parts]) => {
    const texts = new Map(parts.map((part) => [textIn(part, 'item'), textIn(part, 'text')]));
    const text = (item: keyof FindingLine) => texts.get(item) ?? unreadable('item', item);
    return {
      file: text('file'),
      office: text('office'),
      severity: oneOf({ text: text('severity') }, 'text', keysOf(SEVERITY_WORD)),
      measure: text('measure') === '' ? null : wholeIn('measure', text('measure')),
      field: text('field'),
      sheet: text('sheet'),
      cell: text('cell'),
      value: text('value'),
      message: text('message'),
      suggestion: text('suggestion'),
    };
  });
}
