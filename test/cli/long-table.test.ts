import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import type { Ledger } from '../../src/ledger/ledger';
import { readWorkbook } from '../../src/hosts/file/reading/xlsx/read-xlsx';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { smallLedger } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { CommandBench } from './run';

jest.setTimeout(180_000);

let bench: CommandBench;

beforeAll(async () => {
  bench = await CommandBench.open();
  await write('a.xlsx', threePeriods());
  await write('b.xlsx', smallLedger());
});

afterAll(() => bench.close());

async function write(name: string, ledger: Ledger): Promise<void> {
  await writeFile(bench.path(name), await createWorkbookFiles().write(ledgerWorkbook(ledger)));
}

const bytesOf = (name: string) => readFile(bench.path(name));

async function ledgerIn(name: string): Promise<Ledger> {
  return readLedger(readWorkbook(await bytesOf(name), name)).ledger;
}

test.each(['parquet', 'csv'])(
  'ledgers become one .%s, and each becomes its workbook again',
  async (format) => {
    const table = `both.${format}`;
    const { code, json } = await bench.ledger('export', 'a.xlsx', 'b.xlsx', '--out', table, '--json');
    expect([code, json]).toMatchObject([
      0,
      { file: table, schema: 2, ledgers: [{ file: 'a.xlsx' }, { file: 'b.xlsx' }] },
    ]);
    for (const name of ['a.xlsx', 'b.xlsx']) {
      const again = `${format}-${name}`;
      expect(await bench.ledger('restore', table, '--ledger', name, '--out', again)).toMatchObject({
        code: 0,
      });
      expect(await ledgerIn(again)).toEqual(await ledgerIn(name));
    }
    await mkdir(bench.path(format));
    await writeFile(bench.path(format, 'a.xlsx'), await bytesOf(`${format}-a.xlsx`));
    await writeFile(bench.path(format, 'b.xlsx'), await bytesOf(`${format}-b.xlsx`));
    await bench.ledger('export', `${format}/a.xlsx`, `${format}/b.xlsx`, '--out', `again.${format}`);
    expect((await bytesOf(`again.${format}`)).equals(await bytesOf(table))).toBe(true);
  },
);

test('what cannot be exported is said in one line, and nothing is written', async () => {
  await writeFile(bench.path('plain.xlsx'), 'no workbook');
  await writeFile(bench.path('copy.xlsx'), await bytesOf('a.xlsx'));
  await writeFile(bench.path('there.csv'), 'of somebody');
  const before = (await readdir(bench.folder)).sort();
  const refused = async (...args: readonly string[]) => {
    const { code, err } = await bench.ledger('export', ...args, '--lang', 'en');
    expect(err.trim().split('\n')).toHaveLength(1);
    return [code, err];
  };
  expect(await refused('a.xlsx', '--out', 'a.txt')).toEqual([2, expect.stringContaining('.parquet or .csv')]);
  expect(await refused('a.xlsx', 'plain.xlsx', '--out', 'x.csv')).toEqual([
    2,
    expect.stringContaining('“plain.xlsx”'),
  ]);
  expect(await refused('a.xlsx', 'none.xlsx', '--out', 'x.csv')).toEqual([
    2,
    expect.stringContaining('“none.xlsx”'),
  ]);
  expect(await refused('a.xlsx', 'copy.xlsx', '--out', 'x.csv')).toEqual([
    2,
    expect.stringContaining('the same ledger as “a.xlsx”'),
  ]);
  expect(await refused('a.xlsx', '--out', 'there.csv')).toEqual([2, expect.stringContaining('--force')]);
  expect((await readdir(bench.folder)).sort()).toEqual(before);
  expect(await bench.ledger('export', 'a.xlsx', '--out', 'there.csv', '--force')).toMatchObject({ code: 0 });
});

test('a ledger is never written over, whatever it is called', async () => {
  await writeFile(bench.path('odd.csv'), await bytesOf('a.xlsx'));
  const { code } = await bench.ledger('export', 'odd.csv', '--out', 'odd.csv', '--force');
  expect(code).toBe(2);
  expect((await bytesOf('odd.csv')).equals(await bytesOf('a.xlsx'))).toBe(true);
});

test('what is no table is not restored, and of several ledgers one has to be named', async () => {
  await bench.ledger('export', 'a.xlsx', 'b.xlsx', '--out', 'two.csv');
  const table = await readFile(bench.path('two.csv'), 'utf8');
  await writeFile(bench.path('newer.csv'), table.replaceAll('\r\n2,', '\r\n3,'));
  await writeFile(
    bench.path('damaged.csv'),
    table.replace(',2017Q3,', ',2017Q9,').replaceAll('"2017Q3"', '"2017Q9"'),
  );
  await writeFile(bench.path('short.parquet'), 'PAR1');
  const refused = async (...args: readonly string[]) => {
    const { code, err } = await bench.ledger('restore', ...args, '--out', 'never.xlsx', '--lang', 'en');
    expect(err.trim().split('\n')).toHaveLength(1);
    return [code, err];
  };
  expect(await refused('two.csv')).toEqual([2, expect.stringMatching(/2 ledgers.*a\.xlsx.*b\.xlsx/u)]);
  expect(await refused('two.csv', '--ledger', 'c.xlsx')).toEqual([2, expect.stringContaining('--ledger')]);
  expect(await refused('newer.csv', '--ledger', 'a.xlsx')).toEqual([
    2,
    expect.stringContaining('newer version'),
  ]);
  expect(await refused('damaged.csv', '--ledger', 'a.xlsx')).toEqual([2, expect.stringContaining('2017Q9')]);
  expect(await refused('short.parquet')).toEqual([2, expect.stringContaining('ledger export')]);
  expect(await refused('a.xlsx')).toEqual([2, expect.stringContaining('.parquet or .csv')]);
  expect(await refused('none.csv')).toEqual([2, expect.stringContaining('cannot be read')]);
  expect(await readdir(bench.folder)).not.toContain('never.xlsx');
});
