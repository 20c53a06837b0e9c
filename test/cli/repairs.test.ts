import { readFile, writeFile } from 'node:fs/promises';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import { sheetNamed } from '../../src/sheets/reading/raw-table';
import { threePeriods } from '../ledger/three-periods';
import { hasOpenpyxl, runOpenpyxl } from '../support/openpyxl';
import { CommandBench } from './run';

jest.setTimeout(120_000);

const VERIFY = ['verify', 'L.xlsx', '--measure', '1', '--unit', '市编办', '--as', 'closed', '--json'];

let bench: CommandBench;
let plain: Uint8Array;

beforeAll(async () => {
  bench = await CommandBench.open();
  plain = await createWorkbookFiles().write(ledgerWorkbook(threePeriods()));
});

afterAll(() => bench.close());

/** The repairs told, and what 操作记录 then says of them. */
async function verified(
  edit: string,
): Promise<{ told: readonly unknown[]; log: readonly string[]; again: readonly unknown[] }> {
  await writeFile(
    bench.path('L.xlsx'),
    await runOpenpyxl(`book = openpyxl.load_workbook(path)\n${edit}\nbook.save(path)`, plain),
  );
  const first = await bench.ledger(...VERIFY, '--out', 'L2.xlsx');
  expect([first.code, first.err]).toEqual([0, '']);
  const host = await FileWorkbookHost.open(await readFile(bench.path('L2.xlsx')), 'L2.xlsx');
  const log = sheetNamed(await host.read(), TAB.log)?.rows ?? [];
  const again = await bench.ledger('verify', 'L2.xlsx', ...VERIFY.slice(2), '--out', 'L3.xlsx');
  return {
    told: (first.json as { repairs: unknown[] }).repairs,
    log: log.flatMap(({ cells }) =>
      cells.some(({ value }) => value === '恢复被改内容')
        ? cells.flatMap(({ value }) => (typeof value === 'string' && value.includes('“') ? value : []))
        : [],
    ),
    again: (again.json as { repairs: unknown[] }).repairs,
  };
}

const edits: readonly (readonly [string, string, readonly object[], string])[] = [
  [
    'a number typed over a formula',
    "book['汇总']['B5'] = 99",
    [
      {
        kind: 'cell',
        sheet: TAB.summary,
        cell: 'B5',
        found: '99',
        message: expect.stringContaining('已恢复') as string,
      },
    ],
    '汇总!B5 原为“99”',
  ],
  [
    'the text of a measure typed over',
    "book['台账']['D4'] = '改过的措施'",
    [{ kind: 'cell', sheet: TAB.ledger, cell: 'D4', found: '改过的措施' }],
    '台账!D4 原为“改过的措施”',
  ],
  [
    'a row of 台账 deleted',
    "book['台账'].delete_rows(5)",
    [{ kind: 'row', sheet: TAB.ledger, label: '2' }],
    '台账 缺“2”一行',
  ],
  [
    'a tab deleted',
    "del book['领导参阅']",
    [
      {
        kind: 'tab',
        sheet: TAB.leaders,
        reason: 'missing',
        message: expect.stringContaining('领导参阅') as string,
      },
    ],
    '工作表“领导参阅”已不在，已重新生成',
  ],
];

(hasOpenpyxl ? test.each(edits) : test.skip.each(edits))(
  '%s is put right, told with what stood there, logged, and not told again',
  async (_, edit, expected, logged) => {
    const { told, log, again } = await verified(edit);
    expect(told).toMatchObject(expected);
    expect(told).toHaveLength(expected.length);
    expect(log.join()).toContain(logged);
    expect(again).toEqual([]);
  },
);

(hasOpenpyxl ? test : test.skip)(
  'what a clerk may type, in a workbook that another program saved, is no repair',
  async () => {
    const { told } = await verified(
      "book['台账']['J6'] = '正在起草'\nfor row in book['设置'].iter_rows():\n  if '临期' in str(row[0].value): row[1].value = 45",
    );
    expect(told).toEqual([]);
  },
);
