import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Ledger } from '../../src/ledger/ledger';
import { ledgerRows } from '../../src/exports/ledger-to-table';
import { COLUMNS } from '../../src/exports/long-table';
import { FIGURES, type FiguresName, type ResultRow } from '../../src/exports/query-engine';
import states from '../../src/exports/sql/states.sql';
import { randomLedger } from '../ledger/random-ledger';
import { threePeriods } from '../ledger/three-periods';
import { asCsv } from './table-bytes';
import { allRows, withTables } from './tables-opened';

jest.setTimeout(300_000);

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'ledger-engines-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the product's SQL gives there, as it stands in its files. */
function onPostgres(file: string): Readonly<Record<FiguresName, readonly ResultRow[]>> {
  const sql = { states, figures: FIGURES, columns: COLUMNS };
  const said = execFileSync(process.execPath, [join(__dirname, 'on-postgres.mjs'), file], {
    input: JSON.stringify(sql),
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  return JSON.parse(said) as Record<FiguresName, readonly ResultRow[]>;
}

const precise = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value);

/** Rows without their order, which differs with the order of letters. */
function plain(rows: readonly ResultRow[]): readonly string[] {
  return rows
    .map((row) => JSON.stringify(Object.entries(row).map(([name, value]) => [name, precise(value)])))
    .sort();
}

async function compare(ledgers: readonly Ledger[]): Promise<void> {
  const csv = await asCsv(...ledgers.map((ledger, at) => ledgerRows({ ledger, findings: [] }, `${at}.xlsx`)));
  const file = join(folder, 'ledgers.csv');
  await writeFile(file, csv);
  const there = onPostgres(file);
  await withTables(folder, { parquet: [], csv: [file] }, async (opened) => {
    for (const name of Object.keys(FIGURES) as FiguresName[]) {
      expect(there[name].length).toBeGreaterThan(0);
      expect([name, plain(there[name])]).toEqual([name, plain(await allRows(opened, FIGURES[name]))]);
    }
  });
}

test('the SQL runs unchanged on PostgreSQL and gives the same figures', async () => {
  await compare([threePeriods()]);
});

test('of ledgers in which anything may stand', async () => {
  const several = fc.uniqueArray(randomLedger, {
    minLength: 6,
    maxLength: 10,
    selector: (ledger) => String(ledgerRows({ ledger, findings: [] }, '')[0]?.ledger),
  });
  await fc.assert(fc.asyncProperty(several, compare), { numRuns: 3 });
});
