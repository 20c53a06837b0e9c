import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { writeRaw } from '../returns/kinds/write-raw';
import { DONE, filledReturn, ledger } from '../returns/builder';
import { formText } from '../../src/returns/typed/form-text';
import { formContent } from '../../src/sheets/tabs/form-measures';
import { oldWorkbook } from '../hosts/file/other-formats/old-workbook';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { run } from '../../src/cli/program';
import { CommandBench } from './run';

jest.setTimeout(120_000);

let bench: CommandBench;
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);

beforeAll(async () => {
  bench = await CommandBench.open();
  await writeFile(bench.path('L.xlsx'), await createWorkbookFiles().write(ledgerWorkbook(ledger)));
});

beforeEach(async () => {
  await rm(bench.path('in'), { recursive: true, force: true });
  await mkdir(bench.path('in'));
  const form = filledReturn({ 5: { ...DONE, evidence: '审计报告（终稿）.pdf' }, 6: { claimedStatus: '' } });
  await writeFile(bench.path('in', '市审计局.xlsx'), await writeRaw(form, 'shared strings'));
  await writeFile(bench.path('in', '市编办填报表.jpg'), JPEG);
  await writeFile(bench.path('in', '审计报告（终稿）.pdf'), '%PDF-1.7');
});

afterAll(() => bench.close());

interface Board {
  readonly counts: Readonly<Record<string, number>>;
  readonly offices: readonly {
    readonly office: string | null;
    readonly state: string;
    readonly papers: readonly { readonly kind: string; readonly measures: readonly number[] }[];
    readonly kept: readonly { readonly kind: string }[];
  }[];
}

function lineOf({ offices }: Board, name: string) {
  return offices.find(({ office }) => office === name);
}

test('a folder is listed as the board does, and the ledger is not written', async () => {
  const before = await readFile(bench.path('L.xlsx'));
  const { code, json } = await bench.ledger('inbox', 'L.xlsx', 'in', '--json');
  const board = json as Board;
  expect(code).toBe(1);
  expect(lineOf(board, '市审计局')).toMatchObject({
    state: 'faulty',
    papers: [{ kind: 'evidence', measures: [48] }],
  });
  expect(lineOf(board, '市编办')).toMatchObject({
    state: 'pictured',
    papers: [{ kind: 'picture', measures: [] }],
  });
  expect(board.counts).toMatchObject({ faulty: 1, pictured: 1 });
  expect(await readFile(bench.path('L.xlsx'))).toEqual(before);
  const { out } = await bench.ledger('inbox', 'L.xlsx', 'in');
  expect(out).toMatch(/^需更正　市审计局：市审计局\.xlsx、审计报告（终稿）\.pdf（\d+ 处需更正或核实）$/mu);
});

test('collect records photos and evidence by name, digest and day, never what they hold', async () => {
  const { json } = await bench.ledger('collect', 'L.xlsx', 'in', '--out', 'L2.xlsx', '--json');
  expect(json).toMatchObject({
    accepted: 0,
    needsCorrection: 1,
    rejected: 0,
    papers: [
      { kind: 'evidence', unit: '市审计局', measures: [48] },
      { kind: 'picture', unit: '市编办', measures: [] },
    ],
  });
  await rm(bench.path('in'), { recursive: true });
  await mkdir(bench.path('in'));
  const after = (await bench.ledger('inbox', 'L2.xlsx', 'in', '--json')).json as Board;
  expect(lineOf(after, '市编办')).toMatchObject({
    state: 'pictured',
    kept: [{ kind: 'picture', on: '2017-12-12' }],
  });
  expect(lineOf(after, '市审计局')?.kept.map(({ kind }) => kind)).toEqual(['evidence']);
});

test('a ledger and a plan in the folder are told for what they are, with what can be done', async () => {
  await writeFile(bench.path('in', '台账.xlsx'), await readFile(bench.path('L.xlsx')));
  const plan =
    '江口市实施方案\n一、压减审批\n1.全面压减审批环节。（责任单位：市审计局；完成时限：2018年6月底前）\n';
  await writeFile(bench.path('in', '方案.txt'), plan);
  const { out } = await bench.ledger('inbox', 'L.xlsx', 'in');
  expect(out).toMatch(/^“台账\.xlsx”是台账，不是填报表，.*ledger summary/mu);
  expect(out).toMatch(/^“方案\.txt”是实施方案，不是填报表，.*ledger init/mu);
});

test('a folder that is not there is said', async () => {
  const { code, err } = await bench.ledger('inbox', 'L.xlsx', 'nowhere');
  expect([code, err]).toEqual([2, '没有这个文件夹：“nowhere”。\n']);
});

test('a watched folder is listed again once what is saved into it is written to its end', async () => {
  const stopping = new AbortController();
  const lists: Board[] = [];
  const whole = await writeRaw(filledReturn(), 'shared strings');
  let begun = (): void => undefined;
  const isWatching = new Promise<void>((resolve) => (begun = resolve));
  const ended = run(['inbox', 'L.xlsx', 'in', '--watch', '--json'], {
    stdout: (text) => {
      lists.push(JSON.parse(text) as Board);
      if (lists.length === 2) stopping.abort();
    },
    stderr: () => begun(),
    now: () => ({ day: '2017-12-12', minute: '2017-12-12 10:00', instant: '2017-12-12T02:00:00.000Z' }),
    ticks: () => 0,
    cwd: bench.folder,
    stopped: stopping.signal,
  });
  await isWatching;
  await rm(bench.path('in', '市审计局.xlsx'));
  await writeFile(bench.path('in', '新.xlsx'), whole.subarray(0, 1000));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await writeFile(bench.path('in', '新.xlsx'), whole);
  expect(await ended).toBe(0);
  expect(lists.map((board) => lineOf(board, '市审计局')?.state)).toEqual(['faulty', 'received']);
});

test('whatever a unit can send is looked at in a folder, the text of a form and a table of a web page among it', async () => {
  const content = formContent(ledger, '市编办', ledger.settings.period);
  const rows = content.measures.map(({ no }) => ({
    measure: no,
    answers: { claimedStatus: '推进中', percent: '40', progress: '已印发工作方案，正在征求意见' },
  }));
  const foot = { 填报人: '王建国', 审核人: '李晓燕', 联系电话: '0724-2345678', 填报日期: '2017-12-05' };
  const { plan, unit } = content;
  const text = formText({ plan, unit, period: content.period, rows, foot });
  await writeFile(bench.path('in', '市编办.txt'), text);
  await writeFile(bench.path('in', '市财政局.html'), oldWorkbook(filledReturn(), 'html'));
  await writeFile(
    bench.path('in', '市民政局.doc'),
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  );
  const { json } = await bench.ledger('validate', 'in', '--ledger', 'L.xlsx', '--json');
  const { files } = json as { files: readonly { file: string; verdict: string }[] };
  expect(files.map(({ file, verdict }) => [basename(file), verdict])).toEqual([
    ['市审计局.xlsx', expect.anything()],
    ['市民政局.doc', 'rejected'],
    ['市编办.txt', 'accepted'],
    ['市财政局.html', expect.anything()],
  ]);
});
