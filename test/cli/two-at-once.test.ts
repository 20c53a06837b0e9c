import { writeFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir } from 'node:fs/promises';
import { CommandBench } from './run';

jest.setTimeout(120_000);

const LEDGER = 'demo/措施台账（示例）.xlsx';
let bench: CommandBench;

beforeAll(async () => {
  bench = await CommandBench.open();
  await bench.ledger('demo', '--out', 'demo', '--seed', '7');
  for (const folder of ['first', 'second']) await mkdir(bench.path(folder));
  const names = (await readdir(bench.path('demo/returns'))).sort();
  for (const [at, name] of names.slice(0, 8).entries()) {
    await copyFile(bench.path('demo/returns', name), bench.path(at % 2 === 0 ? 'first' : 'second', name));
  }
});

afterAll(() => bench.close());

async function entriesIn(file: string): Promise<string> {
  return (await bench.ledger('summary', file)).out;
}

test('two imports at once into one ledger: it holds both', async () => {
  await copyFile(bench.path(LEDGER), bench.path('one.xlsx'));
  await copyFile(bench.path(LEDGER), bench.path('L.xlsx'));
  await bench.ledger('collect', 'one.xlsx', 'first', 'second', '--out', 'one.xlsx');
  const collect = (folder: string) => bench.ledger('collect', 'L.xlsx', folder, '--out', 'L.xlsx', '--json');
  const both = await Promise.all([collect('first'), collect('second')]);
  expect(both.map(({ code }) => code < 2)).toEqual([true, true]);
  expect(both.filter(({ err }) => err.includes('“L.xlsx”在处理期间被改动'))).toHaveLength(1);
  expect(await entriesIn('L.xlsx')).toBe(await entriesIn('one.xlsx'));
  const again = await bench.ledger('collect', 'L.xlsx', 'first', 'second', '--out', 'L.xlsx', '--json');
  expect(again.json).toMatchObject({ entriesAdded: 0 });
});

test('a ledger somebody saves while returns are taken in keeps what they saved', async () => {
  await copyFile(bench.path(LEDGER), bench.path('L.xlsx'));
  await copyFile(bench.path(LEDGER), bench.path('saved.xlsx'));
  await bench.ledger('collect', 'saved.xlsx', 'second', '--out', 'saved.xlsx');
  const saved = await readFile(bench.path('saved.xlsx'));
  bench.meanwhile = () => writeFileSync(bench.path('L.xlsx'), saved);
  const ran = await bench.ledger('collect', 'L.xlsx', 'first', '--out', 'L.xlsx');
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('在处理期间被改动')]);
  await bench.ledger('collect', 'saved.xlsx', 'first', '--out', 'saved.xlsx');
  expect(await entriesIn('L.xlsx')).toBe(await entriesIn('saved.xlsx'));
});

test('a return is never written over, even named by --out', async () => {
  const [name = ''] = await readdir(bench.path('first'));
  const before = await readFile(bench.path('first', name));
  const ran = await bench.ledger('collect', LEDGER, 'first', '--out', `first/${name}`);
  expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('是本次读取的文件，不能被覆盖')]);
  expect((await readFile(bench.path('first', name))).equals(before)).toBe(true);
});
