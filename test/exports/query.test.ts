import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { must } from '../../src/base/invariant';
import { placeOf } from '../../src/plan/units/place';
import { completionRate } from '../../src/ledger/figures/completion-rate';
import { scoreUnits } from '../../src/ledger/figures/scores';
import { summarise, type Tally } from '../../src/ledger/figures/summary';
import { trend } from '../../src/ledger/figures/trend';
import type { Ledger } from '../../src/ledger/ledger';
import { ledgerRows } from '../../src/exports/ledger-to-table';
import { COLUMNS, FIRST_COLUMN_NAMES, type ColumnName, type TableRow } from '../../src/exports/long-table';
import { FIGURES, type FiguresName, type OpenedTables } from '../../src/exports/query-engine';
import { day } from '../ledger/builders';
import { randomLedger } from '../ledger/random-ledger';
import { withLevels } from '../ledger/random-levels';
import { threePeriods } from '../ledger/three-periods';
import { allRows, withTables } from './tables-opened';
import { asCsv, asParquet } from './table-bytes';

jest.setTimeout(300_000);

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'ledger-query-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const figures = (group: Tally) => ({
  measures: group.measures,
  done: group.done,
  done_late: group.doneLate,
  in_progress: group.inProgress,
  not_started: group.notStarted,
  ongoing: group.ongoing,
  not_reported: group.notReported,
  overdue: group.overdue,
  due_soon: group.dueSoon,
  completion_rate: completionRate(group),
});

/** What `summary` says, as the query has it. */
function summaryOf(ledger: Ledger) {
  const { total, units, sections, years } = summarise(ledger);
  const none = { submission: null };
  return [
    { heading: 'total', name: '', ...figures(total), ...none },
    ...units.map((one) => ({
      ...{ heading: 'unit', name: one.unit, ...figures(one) },
      submission: one.submission,
    })),
    ...sections.map((one) => ({ heading: 'section', name: one.section, ...figures(one), ...none })),
    ...years.map((one) => ({ heading: 'year', name: String(one.year ?? ''), ...figures(one), ...none })),
  ];
}

function trendOf(ledger: Ledger) {
  return trend(ledger).flatMap(({ period, asOf, total, units, sections }) => [
    { period, as_of: asOf, heading: 'total', name: '', ...figures(total) },
    ...units.map((one) => ({ period, as_of: asOf, heading: 'unit', name: one.unit, ...figures(one) })),
    ...sections.map((one) => ({
      period,
      as_of: asOf,
      heading: 'section',
      name: one.section,
      ...figures(one),
    })),
  ]);
}

function scoresOf(ledger: Ledger) {
  return scoreUnits(ledger).map((one) => ({
    unit: one.unit,
    due: one.due,
    on_time: one.onTime,
    late: one.late,
    overdue: one.overdue,
    work_score: expect.closeTo(one.workScore, 9) as number,
    late_returns: one.lateReturns,
    sent_back: one.sentBack,
    score: expect.closeTo(one.score, 9) as number,
    rank: one.rank,
    is_ranked: one.isRanked,
  }));
}

/** What says whose a row is, and what the workbooks do not say beside each figure. */
const ASIDE = {
  summary: ['ledger', 'workbook', 'place', 'title', 'as_of', 'period'],
  scores: ['ledger', 'workbook', 'place'],
  trend: ['ledger', 'workbook', 'place', 'title'],
} as const satisfies Partial<Record<FiguresName, readonly string[]>>;

/** Figures that each ledger has of its own. */
type OwnFigures = keyof typeof ASIDE;

/** The figures of each ledger. */
async function rowsOf(tables: OpenedTables, name: OwnFigures, ids: readonly string[]) {
  const rows = await allRows(tables, FIGURES[name]);
  return ids.map((id) =>
    rows
      .filter(({ ledger }) => ledger === id)
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).filter(([column]) => !(ASIDE[name] as readonly string[]).includes(column)),
        ),
      ),
  );
}

const EXPECTED: Readonly<Record<OwnFigures, (ledger: Ledger) => readonly unknown[]>> = {
  summary: summaryOf,
  scores: scoresOf,
  trend: trendOf,
};

async function compare(ledgers: readonly Ledger[]): Promise<void> {
  const tables = ledgers.map((ledger, at) => ledgerRows({ ledger, findings: [] }, `${at}.xlsx`));
  const ids = tables.map((rows) => String(rows[0]?.ledger));
  const half = Math.ceil(tables.length / 2);
  const [parquet, csv] = [join(folder, 'a.parquet'), join(folder, "b's.csv")];
  await writeFile(parquet, await asParquet(...tables.slice(0, half)));
  await writeFile(csv, await asCsv(...tables.slice(half)));
  const files = { parquet: [parquet], csv: [csv] };
  await withTables(folder, files, async (opened) => {
    expect(await opened.twice()).toEqual([]);
    for (const name of ['summary', 'scores', 'trend'] as const)
      expect([name, await rowsOf(opened, name, ids)]).toEqual([
        name,
        ledgers.map((ledger) => EXPECTED[name](ledger)),
      ]);
    expect(await allRows(opened, FIGURES.places)).toEqual(placesOf(ledgers));
  });
  await withTables(
    folder,
    files,
    async (opened) => {
      const onDay = ledgers.map((ledger) => ({ ...ledger, settings: { ...ledger.settings, asOf: LATER } }));
      expect(await rowsOf(opened, 'summary', ids)).toEqual(onDay.map(summaryOf));
      expect(await allRows(opened, FIGURES.places)).toEqual(placesOf(onDay));
    },
    LATER,
  );
}

const LATER = day('2019-03-31');

/** Figure by figure: each of them counts measures, and every measure is in one ledger. */
function addUp([first, ...others]: readonly Tally[]): Tally {
  return others.reduce(
    (sum, one) =>
      Object.fromEntries(
        Object.entries(sum).map(([name, count]) => [name, Number(count) + one[name as keyof Tally]]),
      ) as unknown as Tally,
    must(first, 'a ledger'),
  );
}

/** What the summaries come to by place, and in the first row in all. */
function placesOf(ledgers: readonly Ledger[]) {
  const totals = ledgers.map((ledger) => {
    const { stem, level } = placeOf(ledger.plan);
    return { place: `${stem}${level}`, total: summarise(ledger).total };
  });
  const places = [...new Set(totals.map(({ place }) => place))].sort();
  return ['', ...places].map((place, at) => {
    const those = totals.filter((one) => at === 0 || one.place === place).map(({ total }) => total);
    const sum = addUp(those);
    return { place, ledgers: those.length, ...figures(sum), completion_rate: completionRate(sum) };
  });
}

test('the engine’s figures are those of the ledger, for ledgers in which anything may stand', async () => {
  const several = fc.uniqueArray(fc.oneof(randomLedger, withLevels(randomLedger)), {
    minLength: 8,
    maxLength: 12,
    selector: (ledger) => String(ledgerRows({ ledger, findings: [] }, '')[0]?.ledger),
  });
  await fc.assert(fc.asyncProperty(several, compare), { numRuns: 12 });
});

test('and of one that came to be step by step', async () => {
  const ledger = threePeriods();
  expect(ledger.entries.map(({ kind }) => kind)).toContain('report');
  await compare([ledger, { ...ledger, settings: { ...ledger.settings, dueSoonDays: 400 } }]);
});

test('a query only reads, and reads nothing but the tables', async () => {
  const file = join(folder, 'c.parquet');
  await writeFile(file, await asParquet(ledgerRows({ ledger: threePeriods(), findings: [] }, 'c.xlsx')));
  await writeFile(join(folder, 'secret.csv'), 'a\n1\n');
  const fault = (name: string) => expect.objectContaining({ fault: name }) as unknown;
  await withTables(folder, { parquet: [file], csv: [] }, async (opened) => {
    const other = join(folder, 'secret.csv');
    const refused = (sql: string) => expect(allRows(opened, sql)).rejects;
    await refused(`SELECT * FROM read_csv('${other}')`).toEqual(fault('failed'));
    await refused(`COPY (SELECT 1) TO '${file}' (USE_TMP_FILE false)`).toEqual(fault('notOne'));
    await refused('SELECT 1; DROP VIEW records').toEqual(fault('notOne'));
    await refused('').toEqual(fault('notOne'));
    await refused('SELECT nothing FROM records').toEqual(fault('failed'));
    await refused('SELECT CAST(kind AS INTEGER) FROM records').toEqual(fault('failed'));
    expect(await allRows(opened, "SELECT COUNT(*) AS n FROM records WHERE kind = 'plan'")).toEqual([
      { n: 1 },
    ]);
    expect((await opened.query('SELECT 1 AS n, 2 AS n')).columns).toEqual(['n', 'n:1']);
  });
});

test('a score lies on the side of the half on which it would be with a pencil', async () => {
  const ledger = threePeriods();
  for (const late of [0.05, 33.35, 66.65, 99.95]) {
    await compare([
      {
        ...ledger,
        settings: { ...ledger.settings, weights: { ...ledger.settings.weights, onTime: late, late } },
      },
    ]);
  }
});

/** The same table as version 1 wrote it, which had no levels. */
async function asEarlierCsv(rows: readonly TableRow[]): Promise<string> {
  const bytes = await asCsv(rows);
  const { data } = Papa.parse<string[]>(Buffer.from(bytes).toString('utf8').replace('\uFEFF', ''), {
    newline: '\r\n',
    skipEmptyLines: true,
  });
  const lines = data.map((fields, index) =>
    FIRST_COLUMN_NAMES.map((_name, at) =>
      at === 0 && index > 0 ? '1' : `"${fields[at]?.replaceAll('"', '""')}"`,
    ),
  );
  const [header = [], ...body] = lines.map((fields) => fields.join(','));
  return `\uFEFF${String(header).replaceAll('"', '')}\r\n${body.map((line) => `${line.replaceAll('""', '')}\r\n`).join('')}`;
}

const EARLIER_TYPE = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
  flag: { type: 'BOOLEAN' },
} as const;

function asEarlierParquet(rows: readonly TableRow[]): Uint8Array {
  const valueOf = (name: ColumnName, row: TableRow) => {
    const value = row[name] ?? null;
    return COLUMNS[name] === 'date' && value !== null ? new Date(String(value)) : value;
  };
  return new Uint8Array(
    parquetWriteBuffer({
      schema: [
        { name: 'root', num_children: FIRST_COLUMN_NAMES.length },
        ...FIRST_COLUMN_NAMES.map((name) => ({
          name,
          repetition_type: 'OPTIONAL' as const,
          ...EARLIER_TYPE[COLUMNS[name]],
        })),
      ],
      columnData: FIRST_COLUMN_NAMES.map((name) => ({ name, data: rows.map((row) => valueOf(name, row)) })),
      kvMetadata: [{ key: 'measures-ledger.table', value: '1' }],
    }),
  );
}

test('tables of the first version are read beside those of this one', async () => {
  const of = (ledger: Ledger) => ledgerRows({ ledger, findings: [] }, 'c.xlsx');
  const ledgers = [3, 4, 5].map((dueSoonDays) => {
    const ledger = threePeriods();
    return { ...ledger, settings: { ...ledger.settings, dueSoonDays } };
  });
  const [first = [], second = [], third = []] = ledgers.map(of);
  const [csv, parquet, now] = [join(folder, 'v1.csv'), join(folder, 'v1.parquet'), join(folder, 'v2.csv')];
  await writeFile(csv, await asEarlierCsv(first));
  await writeFile(parquet, asEarlierParquet(second));
  await writeFile(now, await asCsv(third));
  await withTables(folder, { parquet: [parquet], csv: [now], earlierCsv: [csv] }, async (opened) => {
    const ids = [first, second, third].map((rows) => String(rows[0]?.ledger));
    expect(await rowsOf(opened, 'summary', ids)).toEqual(ledgers.map((ledger) => summaryOf(ledger)));
  });
});
