import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { smallLedger } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { CommandBench } from './run';

jest.setTimeout(180_000);

let bench: CommandBench;

beforeAll(async () => {
  bench = await CommandBench.open();
  process.env.TMPDIR = bench.folder;
  for (const [name, ledger] of [
    ['a', threePeriods()],
    ['b', smallLedger()],
  ] as const) {
    await writeFile(bench.path(`${name}.xlsx`), await createWorkbookFiles().write(ledgerWorkbook(ledger)));
    await bench.ledger('export', `${name}.xlsx`, '--out', `${name}.${name === 'a' ? 'parquet' : 'csv'}`);
  }
});

const { TMPDIR } = process.env;
afterAll(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  return bench.close();
});

interface Found {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

test('the figures of several tables are those that the workbooks give', async () => {
  const { code, json } = await bench.ledger('query', 'a.parquet', 'b.csv', '--json');
  const totals = (json as Found).rows.filter(({ heading }) => heading === 'total');
  expect([code, totals.map(({ workbook }) => workbook)]).toEqual([0, ['a.xlsx', 'b.xlsx']]);
  for (const { workbook, measures, done, overdue, completion_rate: completionRate } of totals) {
    const { json: summary } = await bench.ledger('summary', String(workbook), '--json');
    expect(summary).toMatchObject({ total: { measures, done, overdue, completionRate } });
  }
  const { json: own } = await bench.ledger('scores', 'a.xlsx', '--json');
  const { json: asked } = await bench.ledger('query', 'a.parquet', '--figures', 'scores', '--json');
  const scored = (document: {
    readonly units: readonly { readonly unit: string; readonly score: number }[];
  }) => document.units.map(({ unit, score }) => ({ unit, score }));
  expect((asked as Found).rows.map(({ unit, score }) => ({ unit, score }))).toEqual(scored(own as never));
  expect(await bench.ledger('query', 'a.parquet', '--figures', 'trend')).toMatchObject({ code: 0 });
});

test('all ledgers are looked at on the day that is asked for, and added up by place', async () => {
  const { code, json } = await bench.ledger(
    ...['query', 'a.parquet', 'b.csv', '--figures', 'places', '--as-of', '2020-12-31', '--json'],
  );
  const totals = await Promise.all(
    ['a.xlsx', 'b.xlsx'].map(async (name) => {
      const { json: summary } = await bench.ledger('summary', name, '--as-of', '2020-12-31', '--json');
      return (summary as { readonly total: { readonly overdue: number } }).total.overdue;
    }),
  );
  const overdue = Number(totals[0]) + Number(totals[1]);
  expect([code, (json as Found).rows[0]]).toEqual([
    0,
    expect.objectContaining({ place: '', ledgers: 2, overdue }),
  ]);
  expect(overdue).toBeGreaterThan(0);
});

test('a query that gives nothing prints its columns, and a document without rows', async () => {
  await writeFile(bench.path('none.sql'), 'SELECT workbook FROM ledgers WHERE FALSE');
  expect(await bench.ledger('query', 'a.parquet', '--sql', 'none.sql')).toMatchObject({ out: 'workbook\n' });
  expect((await bench.ledger('query', 'a.parquet', '--sql', 'none.sql', '--json')).json).toEqual({
    columns: ['workbook'],
    rows: [],
  });
});

test('a query of one’s own prints a line a row', async () => {
  await writeFile(
    bench.path('own.sql'),
    "SELECT workbook, COUNT(*) AS plans FROM records WHERE kind = 'plan' GROUP BY workbook ORDER BY 1",
  );
  const { code, out } = await bench.ledger('query', 'a.parquet', 'b.csv', '--sql', 'own.sql');
  expect([code, out]).toEqual([0, 'workbook\tplans\na.xlsx\t1\nb.xlsx\t1\n']);
});

test('what cannot be asked is said in one line', async () => {
  await bench.ledger('export', 'a.xlsx', '--out', 'a2.csv');
  await writeFile(bench.path('plain.csv'), '单位,状态\r\n市编办,已完成\r\n');
  await writeFile(
    bench.path('newer.csv'),
    (await readFile(bench.path('b.csv'), 'utf8')).replaceAll('\r\n2,', '\r\n3,'),
  );
  await writeFile(bench.path('two.sql'), 'SELECT 1; SELECT 2');
  await writeFile(bench.path('drop.sql'), 'DROP VIEW records');
  await writeFile(bench.path('wrong.sql'), 'SELECT nothing FROM records');
  // Where the engine worked is there as well, while it works.
  const before = await readdir(bench.folder);
  const refused = async (...args: readonly string[]) => {
    const { code, err } = await bench.ledger('query', ...args, '--lang', 'en');
    expect(err.trim().split('\n')).toHaveLength(1);
    return [code, err];
  };
  expect(await refused('a.parquet', 'a2.csv')).toEqual([2, expect.stringContaining('counted twice')]);
  expect(await refused('plain.csv')).toEqual([2, expect.stringContaining('ledger export')]);
  expect(await refused('newer.csv')).toEqual([2, expect.stringContaining('newer version')]);
  expect(await refused('a.xlsx')).toEqual([2, expect.stringContaining('.parquet or .csv')]);
  expect(await refused('b.csv', '--sql', 'two.sql')).toEqual([2, expect.stringContaining('one SELECT')]);
  expect(await refused('b.csv', '--sql', 'drop.sql')).toEqual([2, expect.stringContaining('one SELECT')]);
  expect(await refused('b.csv', '--sql', 'wrong.sql')).toEqual([2, expect.stringContaining('nothing')]);
  expect(await refused('b.csv', '--as-of', '2020-13-01')).toEqual([2, expect.stringContaining('2020-13-01')]);
  expect(await refused('b.csv', '--figures', 'pie')).toEqual([2, expect.stringContaining('“pie”')]);
  expect(await refused('b.csv', '--figures', 'trend', '--sql', 'two.sql')).toEqual([
    2,
    expect.stringContaining('not both'),
  ]);
  expect(await readdir(bench.folder)).toEqual(before);
});
