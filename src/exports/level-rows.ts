import { grouped } from '../base/grouped';
import { undoneBatches } from '../ledger/entries';
import { levelsOf, type Ledger } from '../ledger/ledger';
import type { HandDownRecord, LevelReportRecord, LevelRow, Levels } from '../ledger/levels/levels';
import { STANDING_WORD, TIMELINESS_WORD, VERIFICATION_WORD } from '../sheets/words';
import { periodColumns } from './derived-rows';
import type { KeptKind, TableRow } from './long-table';
import { isEmpty, keysOf, oneOf, periodIn, required, textIn } from './read-values';

type LevelKind = 'hand_down' | 'level_report' | 'level_place' | 'level_row';
type KeptRow = TableRow & { readonly kind: LevelKind };

/** What a ledger knows of the places below it, as rows of the long table. */
export function levelTableRows(ledger: Ledger): readonly KeptRow[] {
  const { handDowns, reports } = levelsOf(ledger);
  const undone = undoneBatches(ledger.entries);
  const recorded = ({ batch, at }: { readonly batch: string; readonly at: string }) => ({
    batch,
    at_time: at,
    is_undone: undone.has(batch),
  });
  return [
    ...handDowns.flatMap((one, index) =>
      one.measures.map(({ handed, now }, serial): KeptRow => ({
        ...{ kind: 'hand_down', id: index + 1, serial, ...recorded(one) },
        ...{ place_path: one.place, plan_above: one.plan, on_date: one.on, file: one.file },
        ...{ measure: now, place_measure: handed },
      })),
    ),
    ...reports.flatMap((one): readonly KeptRow[] => [
      {
        ...{ kind: 'level_report', id: one.id, ...recorded(one), ...periodColumns(one.period) },
        ...{ place_path: one.place, plan_below: one.plan, item: one.title, plan_above: one.upperPlan },
        ...{ hand_down: one.handDown, on_date: one.asOf, edition: one.edition, is_matched: one.isMatched },
        ...{ file: one.file, sha256: one.sha256, digest: one.digest },
      },
      ...one.places.map(({ path, asOf, digest }, serial): KeptRow => ({
        ...{ kind: 'level_place', id: one.id, serial, place_path: path, on_date: asOf, digest },
        ...recorded(one),
      })),
      ...one.rows.map((row, serial): KeptRow => ({
        ...{ kind: 'level_row', id: one.id, serial, ...recorded(one), ...rowColumns(row) },
      })),
    ]),
  ];
}

function rowColumns(row: LevelRow): Omit<TableRow, 'kind'> {
  return {
    ...{ place_path: row.path, measure: row.upper, place_measure: row.measure, text: row.text },
    ...{ standing: row.standing, timeliness: row.timeliness, deadline: row.deadline },
    ...{ unit: row.unit, office: row.office, status: row.status, percent: row.percent },
    ...{ completed_on: row.completedOn, progress: row.progress, problems: row.problems },
    ...{ verification: row.verification, ...(row.period === null ? {} : periodColumns(row.period)) },
  };
}

/** What `levelTableRows` wrote; `undefined` where there is none of it. @throws TableError */
export function levelsFromTable(of: (kind: KeptKind) => readonly TableRow[]): Levels | undefined {
  const [handed, reported] = [grouped(inOrder(of('hand_down')), idOf), inOrder(of('level_report'))];
  if (handed.size === 0 && reported.length === 0) return undefined;
  const places = grouped(inOrder(of('level_place')), idOf);
  const rows = grouped(inOrder(of('level_row')), idOf);
  return {
    handDowns: [...handed.values()].flatMap((all) => {
      const [first] = all;
      return first === undefined ? [] : [handDownOf(first, all)];
    }),
    reports: reported.map((row): LevelReportRecord => ({
      ...reportOf(row),
      places: (places.get(idOf(row)) ?? []).map((one) => ({
        path: textIn(one, 'place_path'),
        asOf: one.on_date ?? null,
        digest: textIn(one, 'digest'),
      })),
      rows: (rows.get(idOf(row)) ?? []).map(rowOf),
    })),
  };
}

function inOrder(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.toSorted((a, b) => idOf(a) - idOf(b) || (a.serial ?? 0) - (b.serial ?? 0));
}

function idOf(row: TableRow): number {
  return required(row, 'id');
}

function handDownOf(first: TableRow, all: readonly TableRow[]): HandDownRecord {
  return {
    batch: textIn(first, 'batch'),
    at: textIn(first, 'at_time'),
    on: required(first, 'on_date'),
    place: textIn(first, 'place_path'),
    plan: textIn(first, 'plan_above'),
    measures: all.map((row) => ({
      handed: required(row, 'place_measure'),
      now: required(row, 'measure'),
    })),
    file: textIn(first, 'file'),
  };
}

function reportOf(row: TableRow): Omit<LevelReportRecord, 'places' | 'rows'> {
  return {
    id: idOf(row),
    batch: textIn(row, 'batch'),
    at: textIn(row, 'at_time'),
    place: textIn(row, 'place_path'),
    plan: textIn(row, 'plan_below'),
    title: textIn(row, 'item'),
    upperPlan: textIn(row, 'plan_above'),
    handDown: textIn(row, 'hand_down'),
    period: periodIn('period', textIn(row, 'period')),
    asOf: required(row, 'on_date'),
    edition: required(row, 'edition'),
    file: textIn(row, 'file'),
    sha256: textIn(row, 'sha256'),
    digest: textIn(row, 'digest'),
    isMatched: row.is_matched === true,
  };
}

const STATUSES = ['done', 'inProgress', 'notStarted', 'ongoing'] as const;

function rowOf(row: TableRow): LevelRow {
  return {
    path: textIn(row, 'place_path'),
    upper: row.measure ?? null,
    measure: required(row, 'place_measure'),
    text: textIn(row, 'text'),
    standing: oneOf(row, 'standing', keysOf(STANDING_WORD)),
    timeliness: oneOf(row, 'timeliness', keysOf(TIMELINESS_WORD)),
    unit: textIn(row, 'unit'),
    office: textIn(row, 'office'),
    deadline: row.deadline ?? null,
    status: isEmpty(row, 'status') ? null : oneOf(row, 'status', STATUSES),
    percent: row.percent ?? null,
    completedOn: row.completed_on ?? null,
    progress: textIn(row, 'progress'),
    problems: textIn(row, 'problems'),
    verification: isEmpty(row, 'verification') ? null : oneOf(row, 'verification', keysOf(VERIFICATION_WORD)),
    period: isEmpty(row, 'period') ? null : periodIn('period', textIn(row, 'period')),
  };
}
