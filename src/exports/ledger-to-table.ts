import { fileDigest } from '../base/file-digest';
import { must } from '../base/invariant';
import { placeOf } from '../plan/units/place';
import { entriesInForce, undoneBatches, verdictsInForce } from '../ledger/entries';
import type { Ledger } from '../ledger/ledger';
import { returnDue } from '../ledger/period';
import type { Entry, Report, ReportEntry } from '../ledger/records';
import { assignmentKey } from '../ledger/units/assignments';
import { orderRule } from '../ledger/units/addressee';
import { officeInCharge } from '../ledger/units/offices';
import type { FindingLine } from '../sheets/tabs/findings-tab';
import { derivedRows, periodColumns } from './derived-rows';
import { levelTableRows } from './level-rows';
import { settingTexts } from './setting-texts';
import { TABLE_VERSION, type KeptKind, type TableRow } from './long-table';

/** A ledger as its workbook has it. */
export interface ExportedLedger {
  readonly ledger: Ledger;
  /** Of the last check. */
  readonly findings: readonly FindingLine[];
}

type KeptRow = TableRow & { readonly kind: KeptKind };

/** How many letters of a SHA-256 tell one ledger from another. */
const ID_LENGTH = 16;

/**
 * A ledger as rows of the long table, every row with what tells whose it is. Equal ledgers give equal rows, and the same
 * `ledger`, whatever their file is called.
 */
export function ledgerRows(exported: ExportedLedger, workbook: string): readonly TableRow[] {
  const { plan } = exported.ledger;
  const { stem, level } = placeOf(plan);
  const kept = keptRows(exported);
  const ledger = fileDigest(new TextEncoder().encode(JSON.stringify(kept))).slice(0, ID_LENGTH);
  const common = { schema: TABLE_VERSION, ledger, workbook, place: `${stem}${level}`, plan: plan.id };
  const rows = [...kept, ...derivedRows(exported.ledger)];
  // Rows that nobody else has yet: filling them in takes a third of the time of copying them.
  for (const row of rows) Object.assign(row, common);
  return rows;
}

/** What a ledger is made from again. */
function keptRows({ ledger, findings }: ExportedLedger): readonly KeptRow[] {
  const undone = undoneBatches(ledger.entries);
  const recordRow = <Kind extends KeptKind>(
    kind: Kind,
    { batch, at }: { readonly batch: string; readonly at: string },
    id: number,
  ) => ({ kind, id, batch, at_time: at, is_undone: undone.has(batch) });
  return [
    { kind: 'plan', item: ledger.plan.title, text: ledger.plan.text },
    ...Object.entries(settingTexts(ledger.settings)).map(([item, text]): KeptRow => ({
      kind: 'setting',
      item,
      text,
    })),
    ...directoryRows(ledger),
    ...ledger.entries.flatMap((entry) =>
      entryRows(ledger, entry).map((row) => ({ ...recordRow(row.kind, entry, entry.id), ...row })),
    ),
    ...ledger.submissions.map((one, index): KeptRow => {
      const { office, file, sha256, verdict, findings: found } = one;
      return {
        ...recordRow('submission', one, index + 1),
        ...periodColumns(one.period),
        ...{ office, file, sha256, verdict, findings: found, on_date: one.returnedOn },
      };
    }),
    ...ledger.receipts.map((one, index): KeptRow => {
      const { office, file, sha256, kind: receipt, on } = one;
      return {
        ...recordRow('receipt', one, index + 1),
        ...periodColumns(one.period),
        ...{ office, file, sha256, receipt, on_date: on },
      };
    }),
    ...levelTableRows(ledger),
    ...ledger.log.map((one, index): KeptRow => {
      const { action, file, detail, source } = one;
      return { ...recordRow('log', one, index + 1), action, file, text: detail, source: source ?? null };
    }),
    ...findings.flatMap((line, index) =>
      Object.entries(line).map(([item, value]): KeptRow => ({
        kind: 'finding',
        id: index + 1,
        item,
        text: String(value ?? ''),
      })),
    ),
  ];
}

function directoryRows(ledger: Ledger): readonly KeptRow[] {
  const { directory } = ledger;
  const isRanked = orderRule(ledger);
  const units = directory.units.flatMap((one, index): readonly KeptRow[] => {
    const { name: unit, shortNames, successor, splits, contact, isOrdered } = one;
    return [
      {
        kind: 'unit',
        id: index + 1,
        unit,
        text: contact,
        is_ordered: isOrdered ?? null,
        is_ranked: isRanked(unit),
      },
      ...shortNames.map((text, at): KeptRow => ({ kind: 'short_name', id: at + 1, unit, text })),
      ...(successor === null
        ? []
        : [{ kind: 'successor', unit, office: successor.name, on_date: successor.from } as const]),
      ...splits.flatMap(({ office, measures }, at) =>
        measures.map((measure, serial): KeptRow => ({
          kind: 'split',
          id: at + 1,
          serial,
          unit,
          office,
          measure,
        })),
      ),
    ];
  });
  const members = directory.groups.flatMap(({ name, members: units }, index) => [
    { kind: 'member', id: index + 1, serial: 0, item: name } as const,
    ...units.map((unit, at): KeptRow => ({
      kind: 'member',
      id: index + 1,
      serial: at + 1,
      item: name,
      unit,
    })),
  ]);
  return [...units, ...members];
}

function entryRows(ledger: Ledger, entry: Entry): readonly KeptRow[] {
  switch (entry.kind) {
    case 'report':
      return [reportRow(ledger, entry)];
    case 'note':
      return [{ kind: 'note', measure: entry.measure, item: entry.item, text: entry.text }];
    case 'undo':
      return [{ kind: 'undo', undone: entry.undone, is_unsent: entry.unsent ?? null }];
    case 'letter': {
      const { letter, stage, year, serial, office } = entry;
      const act: KeptRow = { kind: 'letter', ...actColumns(entry), letter, stage, year, serial, office };
      const { unit } = entry;
      return [
        act,
        ...entry.measures.map((measure, at): KeptRow => ({
          kind: 'letter_measure',
          serial: at,
          unit,
          measure,
        })),
      ];
    }
    case 'verification': {
      const { measure, verification, reason } = entry;
      return [{ kind: 'verification', ...actColumns(entry), measure, verification, reason }];
    }
    case 'extension': {
      const { measure, decision, oldDeadline, newDeadline, reason } = entry;
      const days = { old_deadline: oldDeadline, deadline: newDeadline };
      return [{ kind: 'extension', ...actColumns(entry), measure, decision, reason, ...days }];
    }
  }
}

function actColumns({ unit, period, on }: Extract<Entry, { readonly on: unknown }>): Omit<TableRow, 'kind'> {
  return { unit, ...periodColumns(period), on_date: on };
}

/** The column of each field of a report. */
const REPORT_COLUMNS = {
  status: 'status',
  percent: 'percent',
  completedOn: 'completed_on',
  progress: 'progress',
  problems: 'problems',
  nextSteps: 'next_steps',
  evidence: 'evidence',
  remark: 'remark',
} as const satisfies Record<keyof Report, keyof TableRow>;

/** 承接单位 is who is in charge on the last day for returns of the period; the verdict stands beside the report it is on. */
function reportRow(ledger: Ledger, entry: ReportEntry): KeptRow {
  const { directory, plan, settings, entries } = ledger;
  const { measure, unit, period, origin, file, sha256 } = entry;
  const key = assignmentKey(measure, unit);
  const isInForce = entriesInForce(entries).get(key) === entry;
  return {
    kind: 'report',
    measure,
    section: plan.measures.find(({ no }) => no === measure)?.section ?? null,
    unit,
    office: officeInCharge(directory, entry, returnDue(period, settings.returnWithinDays)),
    ...periodColumns(period),
    origin,
    previous_status: entry.previousStatus,
    ...Object.fromEntries(
      Object.entries(REPORT_COLUMNS).map(([field, column]) => [column, entry.report[field as keyof Report]]),
    ),
    verification: isInForce
      ? must(verdictsInForce(entries).get(key), `verdict on ${key}`).verification
      : null,
    file,
    sha256,
  };
}
