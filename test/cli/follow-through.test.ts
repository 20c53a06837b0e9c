import { readFile, writeFile } from 'node:fs/promises';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { threePeriods } from '../ledger/three-periods';
import { CommandBench } from './run';

jest.setTimeout(120_000);

let bench: CommandBench;

beforeAll(async () => {
  bench = await CommandBench.open();
  await writeFile(bench.path('L.xlsx'), await createWorkbookFiles().write(ledgerWorkbook(threePeriods())));
});

afterAll(() => bench.close());

test('reminders are messages to paste, one to the group and one to each office, or to those named', async () => {
  const words = await bench.ledger('reminders', 'L.xlsx', '--period', '2018Q1');
  expect([words.code, words.out.split('\n\n').map((text) => text.split('\n')[0])]).toEqual([
    0,
    [
      '各单位：截至2018年4月20日，2018年第一季度进展情况填报和措施推进情况如下。',
      '市编办：',
      '市发改委：',
      '市司法局：',
    ],
  ]);
  const { json } = await bench.ledger(
    ...['reminders', 'L.xlsx', '--period', '2018Q1', '--unit', '市司法局', '--json'],
  );
  expect(json).toMatchObject({
    period: '2018Q1',
    asOf: '2018-04-20',
    due: '2018-04-10',
    reminders: [{ office: '市司法局', notReturned: true, findings: null, sentBack: [], dueSoon: [] }],
  });
  const june = await bench.ledger(
    'reminders',
    'L.xlsx',
    '--period',
    '2018Q1',
    '--as-of',
    '2018-06-10',
    '--json',
  );
  expect(june.json).toMatchObject({ reminders: [{ dueSoon: [{ measure: 2, daysLeft: 20 }] }, {}, {}] });
});

test('scores are those of the tab, in words by rank', async () => {
  const { json } = await bench.ledger('scores', 'L.xlsx', '--json');
  expect(json).toMatchObject({
    asOf: '2018-04-20',
    weights: { onTime: 100, late: 60, overdue: 0, lateReturn: 2, sentBack: 1 },
    units: [{ score: 0 }, { score: 0 }, { score: 98 }, { score: 54, deductions: { length: 4 } }],
  });
  const words = await bench.ledger('scores', 'L.xlsx');
  expect(words.out.split('\n').slice(0, 3)).toEqual([
    '考核得分，统计截止日 2018-04-20',
    '1. 市财政局：98.0 分，扣分 1 处',
    '2. 市司法局：54.0 分，扣分 4 处',
  ]);
});

test('an earlier period is summed up as it was', async () => {
  const { json } = await bench.ledger('summary', 'L.xlsx', '--period', '2017Q4', '--json');
  expect(json).toMatchObject({
    asOf: '2017-12-31',
    period: '2017Q4',
    total: { done: 2, notStarted: 2, overdue: 1, dueSoon: 0 },
  });
});

test('forms of a later period go to the successors', async () => {
  const { json } = await bench.ledger('forms', 'L.xlsx', '--period', '2018Q1', '--out', 'forms', '--json');
  expect(json).toMatchObject({
    forms: [
      { unit: '市编办' },
      { unit: '市发改委', measures: [3, 7] },
      { unit: '市市场监管局', measures: [4] },
      { unit: '市财政局' },
      { unit: '市司法局' },
    ],
  });
});

test('a claim is closed, an extension applied for and approved, each in the log of what is written', async () => {
  const closed = await bench.ledger(
    ...[
      'verify',
      'L.xlsx',
      '--measure',
      '5',
      '--unit',
      '市司法局',
      '--as',
      'closed',
      '--out',
      'A.xlsx',
      '--json',
    ],
  );
  expect(closed).toMatchObject({
    code: 0,
    json: {
      entries: [{ kind: 'verification', measure: 5, unit: '市司法局', on: '2018-04-20' }],
      file: 'A.xlsx',
    },
  });
  const applied = await bench.ledger(
    ...[
      'extend',
      'A.xlsx',
      '--measure',
      '4',
      '--to',
      '2019-06-30',
      '--reason',
      '职责交接',
      '--out',
      'A.xlsx',
    ],
  );
  expect(applied.out).toBe(
    '第 4 项（市物价局）申请延期（2018-12-31 至 2019-06-30）：职责交接\n登记 1 条，已写入 A.xlsx\n',
  );
  const decided = await bench.ledger(
    ...[
      'extend',
      'A.xlsx',
      '--measure',
      '4',
      '--decide',
      'approved',
      '--on',
      '2018-05-02',
      '--out',
      'A.xlsx',
    ],
  );
  expect(decided.out).toContain('批准延期');
  const both = await bench.ledger(
    'verify',
    'A.xlsx',
    '--measure',
    '5',
    '--as',
    'pending',
    '--out',
    'B.xlsx',
    '--json',
  );
  expect(both.json).toMatchObject({ entries: { length: 2 } });
});

describe('what cannot be entered is one sentence, and nothing is written', () => {
  const out = ['--out', 'never.xlsx'] as const;
  test.each<[readonly string[], string]>([
    [['verify', 'L.xlsx', '--measure', '99', '--as', 'closed', ...out], '方案中没有序号为“99”的措施'],
    [['verify', 'L.xlsx', '--measure', '1', '--as', 'done', ...out], '--as 只能是'],
    [['verify', 'L.xlsx', '--measure', '1', '--as', 'sent-back', ...out], '都要写明理由'],
    [
      ['verify', 'L.xlsx', '--measure', '1', '--unit', '联合国', '--as', 'closed', ...out],
      '台账中没有“联合国”',
    ],
    [['extend', 'L.xlsx', '--measure', '1', ...out], '二者选一'],
    [['extend', 'L.xlsx', '--measure', '1', '--decide', 'maybe', ...out], '--decide 只能是'],
    [['extend', 'L.xlsx', '--measure', '5', '--to', '2019-01-01', ...out], '请用 --unit 写明'],
    [
      ['extend', 'L.xlsx', '--measure', '1', '--to', '2019-01-01', '--reason', '忙', ...out],
      '完成时限 2016-12-31 已过',
    ],
    [['summary', 'L.xlsx', '--period', '2017Q4', ...out], '--period 只用于查看往期'],
    [['reminders', 'L.xlsx', '--period', '2018Q1', '--unit', '联合国'], '台账中没有“联合国”'],
  ])('%j', async (args, sentence) => {
    const ran = await bench.ledger(...args);
    expect([ran.code, ran.out, ran.err.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(ran.err).toContain(sentence);
    await expect(readFile(bench.path('never.xlsx'))).rejects.toThrow();
  });
});
