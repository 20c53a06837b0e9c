import fc from 'fast-check';
import Papa from 'papaparse';
import { ledgerFromTable } from '../../src/exports/ledger-from-table';
import { ledgerRows } from '../../src/exports/ledger-to-table';
import { COLUMN_NAMES, TABLE_VERSION, type TableRow } from '../../src/exports/long-table';
import { randomFindings, randomLedger } from '../ledger/random-ledger';
import { withLevels } from '../ledger/random-levels';
import { smallLedger } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { asCsv, asParquet, fromCsv, fromParquet } from './table-bytes';

const RUNS = { numRuns: 60 };

/** What a column that is not there and one that is empty have in common. */
const said = (rows: readonly TableRow[], empty: readonly unknown[]) =>
  rows.map((row) =>
    Object.fromEntries(
      COLUMN_NAMES.flatMap((name) => (empty.includes(row[name]) ? [] : [[name, row[name]]])),
    ),
  );

const exported = fc.record({
  ledger: fc.oneof(randomLedger, withLevels(randomLedger)),
  findings: randomFindings,
});

test('a ledger comes back from Parquet as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(exported, async (one) => {
      const rows = ledgerRows(one, 'L.xlsx');
      const read = await fromParquet(await asParquet(rows));
      expect(said(read, [undefined, null])).toEqual(said(rows, [undefined, null]));
      expect(ledgerFromTable(read)).toEqual(one);
    }),
    RUNS,
  );
});

test('a ledger comes back from .csv as it went in, whatever its texts begin with and wherever the file is cut', async () => {
  await fc.assert(
    fc.asyncProperty(exported, fc.integer({ min: 1, max: 700 }), async (one, piece) => {
      const rows = ledgerRows(one, 'L.xlsx');
      const read = await fromCsv(await asCsv(rows), piece);
      expect(said(read, [undefined, null, ''])).toEqual(said(rows, [undefined, null, '']));
      expect(ledgerFromTable(read)).toEqual(one);
    }),
    RUNS,
  );
});

test('rows in any order make the same ledger', () => {
  fc.assert(
    fc.property(exported, fc.infiniteStream(fc.nat()), (one, chances) => {
      const rows = ledgerRows(one, 'L.xlsx')
        .map((row) => ({ row, at: chances.next().value as number }))
        .sort((a, b) => a.at - b.at);
      expect(ledgerFromTable(rows.map(({ row }) => row))).toEqual(one);
    }),
    RUNS,
  );
});

test('the same ledgers give the same bytes, and a ledger is known by what is in it, not by the name of its file', async () => {
  const [one, other] = [
    ledgerRows({ ledger: threePeriods(), findings: [] }, 'a.xlsx'),
    ledgerRows({ ledger: smallLedger(), findings: [] }, 'b.xlsx'),
  ];
  expect(await asParquet(one, other)).toEqual(await asParquet(one, other));
  expect(await asCsv(one, other)).toEqual(await asCsv(one, other));
  const renamed = ledgerRows({ ledger: threePeriods(), findings: [] }, 'c.xlsx');
  expect(renamed[0]?.ledger).toBe(one[0]?.ledger);
  expect(other[0]?.ledger).not.toBe(one[0]?.ledger);
});

const ATTACKS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  "'=1",
  "'",
  '"',
  'a,b\r\n"c"',
];

test('no text of a .csv is a formula, and all of them come back', async () => {
  const rows = ATTACKS.map((text, id): TableRow => ({ schema: 1, ledger: 'a', kind: 'note', id, text }));
  const bytes = await asCsv(rows);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const cells = Papa.parse<string[]>(Buffer.from(bytes).toString('utf8')).data.flat();
  expect(cells).toContain("'=1+1");
  expect(cells.filter((cell) => /^[=+\-@\t\r\n＝]/u.test(cell))).toEqual([]);
  expect((await fromCsv(bytes)).map(({ text }) => text)).toEqual(ATTACKS);
});

test('what is no table, comes of a newer version or is damaged is told apart', async () => {
  const row: TableRow = { schema: 1, ledger: 'a', kind: 'note', id: 1 };
  const newer = { ...row, schema: TABLE_VERSION + 1 };
  const fault = (name: string) => expect.objectContaining({ fault: name }) as unknown;
  await expect(fromCsv(await asCsv([newer]))).rejects.toEqual(fault('newer'));
  await expect(fromCsv(Buffer.from('单位,状态\r\n市编办,已完成\r\n'))).rejects.toEqual(fault('notTable'));
  await expect(fromCsv(Buffer.from(''))).rejects.toEqual(fault('notTable'));
  await expect(fromCsv(Buffer.from('schema,ledger,id\r\n1,a,x\r\n'))).rejects.toEqual(fault('damaged'));
  await expect(fromCsv(Buffer.from('schema,ledger,id\r\n1,a\r\n'))).rejects.toEqual(fault('damaged'));
  await expect(fromParquet(Buffer.from('no parquet at all'))).rejects.toEqual(fault('notTable'));
  const whole = await asParquet([row]);
  await expect(fromParquet(whole.slice(0, -20))).rejects.toEqual(fault('notTable'));
  expect(() => ledgerFromTable([row])).toThrow(fault('damaged') as Error);
});
