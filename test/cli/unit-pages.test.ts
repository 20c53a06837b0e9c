import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { officesOn } from '../../src/ledger/units/offices';
import { createLedger, type Ledger } from '../../src/ledger/ledger';
import { parsePlan } from '../../src/plan/parse';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { day } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { CommandBench } from './run';

jest.setTimeout(120_000);

const files = createWorkbookFiles();
const ledger = threePeriods();
let bench: CommandBench;

beforeAll(async () => {
  bench = await CommandBench.open();
  await keep('L.xlsx', ledger);
});

afterAll(() => bench.close());

async function keep(name: string, of: Ledger): Promise<void> {
  await writeFile(bench.path(name), await files.write(ledgerWorkbook(of)));
}

interface Pages {
  readonly asOf: string;
  readonly pages: readonly {
    readonly unit: string;
    readonly file: string;
    readonly sheet: string;
    readonly measures: readonly number[];
  }[];
}

/** The sheets of a workbook with what stands in the first column, to find a paper by. */
async function sheetsIn(file: string) {
  const { sheets } = await files.read(await readFile(bench.path(file)), file);
  return sheets.map(({ name, rows }) => ({
    name,
    head: rows.flatMap(({ cells }) => cells.filter(({ column }) => column === 1).map(({ value }) => value)),
  }));
}

test('a workbook for each office in charge on the day, with just its measures', async () => {
  const { code, json } = await bench.ledger('unit-pages', 'L.xlsx', '--out', 'pages', '--json');
  const { asOf, pages } = json as Pages;
  expect([code, asOf]).toEqual([0, ledger.settings.asOf]);
  const owned = officesOn(ledger, ledger.settings.asOf).map(({ office, assignments }) => [
    office,
    assignments.map(({ measure }) => measure).toSorted((a, b) => a - b),
  ]);
  expect(pages.map(({ unit, measures }) => [unit, measures])).toEqual(owned);
  expect((await readdir(bench.path('pages'))).toSorted()).toEqual(
    pages.map(({ file }) => file.replace('pages/', '')).toSorted(),
  );
  for (const { unit, file, sheet } of pages) {
    expect(file).toBe(`pages/${unit}_${asOf}_反馈确认单.xlsx`);
    const [one, ...others] = await sheetsIn(file);
    expect([one?.name, others]).toEqual([sheet, []]);
    expect(one?.head[2]).toContain(`单位：${unit}`);
  }
});

test('as one workbook, a tab an office under its name', async () => {
  const { json } = await bench.ledger('unit-pages', 'L.xlsx', '--out', 'one', '--one-workbook', '--json');
  const { asOf, pages } = json as Pages;
  expect(await readdir(bench.path('one'))).toEqual([`${asOf}_全部单位页.xlsx`]);
  const sheets = await sheetsIn(`one/${asOf}_全部单位页.xlsx`);
  expect(sheets.map(({ name }) => name)).toEqual(pages.map(({ sheet }) => sheet));
  for (const [index, { unit, sheet }] of pages.entries()) {
    expect(sheet).toBe(unit);
    expect(sheets[index]?.head[2]).toContain(`单位：${unit}`);
  }
});

test('another day has the offices of that day; the ledger stays as it is', async () => {
  const before = await readFile(bench.path('L.xlsx'));
  const { json } = await bench.ledger(
    ...['unit-pages', 'L.xlsx', '--out', 'then', '--as-of', '2017-12-31', '--json'],
  );
  expect((json as Pages).pages.map(({ unit }) => unit)).toEqual(
    officesOn(ledger, day('2017-12-31')).map(({ office }) => office),
  );
  expect((json as Pages).pages.map(({ unit }) => unit)).toContain('市物价局');
  expect(await readFile(bench.path('L.xlsx'))).toEqual(before);
});

test('one office by name, a dissolved one’s successor by the old name; words say what was made', async () => {
  const { json } = await bench.ledger(
    ...['unit-pages', 'L.xlsx', '--out', 'some', '--unit', '财政局', '--json'],
  );
  expect((json as Pages).pages.map(({ unit }) => unit)).toEqual(['市财政局']);
  const { out } = await bench.ledger('unit-pages', 'L.xlsx', '--out', 'words', '--unit', '市司法局');
  expect(out).toMatch(/^已生成 1 个单位截至 .* 的反馈确认单，保存在 words。\n市司法局：2 项/u);
});

test('what cannot be done is one sentence, and nothing is written', async () => {
  const plan = parsePlan(
    '某市实施方案\n(2016—2020年)\n二、工作措施\n(一)落实责任\n1.落实责任\n(1)加强协调。(各牵头单位落实)\n',
  );
  await keep(
    'nobody.xlsx',
    createLedger(plan, { units: [], groups: [{ name: '各牵头单位', members: [] }] }, ledger.settings),
  );
  await mkdir(bench.path('taken'));
  await writeFile(bench.path('taken', '2018-04-20_全部单位页.xlsx'), '别人的');
  const cases = [
    [['unit-pages', 'L.xlsx', '--out', 'no', '--unit', '市交通局'], /市交通局/],
    [['unit-pages', 'L.xlsx', '--out', 'no', '--as-of', '昨天'], /昨天/],
    [['unit-pages', 'missing.xlsx', '--out', 'no'], /missing\.xlsx/],
    [['unit-pages', 'L.xlsx', '--out', 'taken', '--one-workbook'], /--force/],
    [['unit-pages', 'nobody.xlsx', '--out', 'no'], /截至 2018-04-20，没有单位承担措施/],
  ] as const;
  for (const [args, says] of cases) {
    const ran = await bench.ledger(...args);
    expect([args, ran.code, ran.out, ran.err.trim().split('\n').length]).toEqual([args, 2, '', 1]);
    expect(ran.err).toMatch(says);
  }
  expect(await readdir(bench.folder)).not.toContain('no');
});
