import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { summarise } from '../../src/ledger/figures/summary';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { day, done, report } from '../ledger/builders';
import { lookIn } from '../support/ledger-in';
import { openXmlErrors } from '../support/open-xml';
import { LookedAt } from './looked-at';
import { checkedReturn, runStep } from './use-cases';

jest.setTimeout(120_000);

/**
 * A ledger as the first format had it, with four returns collected. Then a clerk has added by openpyxl: a column 领导批示 with an
 * answer to measure 3, a note at measure 2, a yellow fill at measure 5, a width, a sentence under 汇总 and a sheet 会议记录.
 */
const OLD = new Uint8Array(readFileSync(join(__dirname, 'fixtures/ledger-of-format-1.xlsx')));

const DRAW = { name: 'drawTabs', input: {} } as const;
const ROWS = [
  [5, done('2017-08-01')],
  [7, report({ status: 'ongoing', progress: '每月调度一次' })],
] as const;
const COLLECT = { name: 'collect', input: { checked: [checkedReturn('市司法局', '2017Q4', ROWS)] } } as const;

function keepsTheClerks(book: LookedAt): void {
  const row = (measure: number) => book.rowOf(measure);
  const at = (text: string) => book.cells('台账').find(({ value }) => value === text)?.row;
  expect(at('请抓紧办理')).toBe(row(3));
  expect(at('领导批示')).toBe(row(1) - 1);
  expect(book.hanging('台账', 'comments').join()).toContain('记得催办');
  expect(book.part('台账')).toContain('width="71"');
  expect(book.parts(/styles\.xml$/).join()).toContain('FFFFFF00');
  expect(book.has('汇总', '数据截至会前')).toBe(true);
  expect(book.has('会议记录', '十二月例会')).toBe(true);
}

test('a ledger of the first format opens with the figures it had', async () => {
  const { ledger } = await lookIn(await FileWorkbookHost.open(OLD, '台账.xlsx'));
  const { total } = summarise(ledger, ledger.settings.asOf);
  expect(total).toMatchObject({ measures: 7, done: 2, doneLate: 1, inProgress: 4, ongoing: 1, overdue: 0 });
  expect(ledger.entries).toHaveLength(11);
  // It has them as the world's clocks had them, with milliseconds.
  expect(new Set([...ledger.entries, ...ledger.log].map(({ at }) => at.slice(10)))).toEqual(
    new Set([' 16:31', ' 16:32']),
  );
});

test("it is carried over once: what is the clerk's stays, and a second run changes nothing", async () => {
  const before = new LookedAt(OLD);
  const first = await runStep(OLD, DRAW);
  const book = new LookedAt(first.bytes);
  expect(first.repairs).toEqual([{ kind: 'carriedOver' }]);
  keepsTheClerks(book);
  expect(book.has('台账', '公布行政审批事项目录清单')).toBe(true);
  expect(book.cells('台账').filter(({ value }) => value === '序号')).toHaveLength(1);
  expect(book.raw.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(before.raw.sheets.map(({ name }) => name)),
  );
  expect(book.has('_ledger', 'schema')).toBe(true);
  // The PivotTable that the old format wrote wrongly is drawn anew.
  const errors = await openXmlErrors(first.bytes);
  expect((await openXmlErrors(OLD)).filter((error) => !/pivotTable1\.xml/.test(error))).toEqual(errors);
  const again = await runStep(first.bytes, DRAW);
  expect(book.partsUnlike(again.bytes)).toEqual([]);
  expect(again.repairs).toEqual([]);
});

test('the first use case may be any: figures are those of the ledger, and the day is told', async () => {
  const { bytes, ledger } = await runStep(OLD, COLLECT);
  keepsTheClerks(new LookedAt(bytes));
  expect(summarise(ledger, day('2018-01-20')).total).toMatchObject({ measures: 7, done: 2 });
  const { ledger: reread } = await lookIn(await FileWorkbookHost.open(bytes, '台账.xlsx'));
  // Its log has no column yet for who asked.
  const log = ledger.log.map(({ source: _source, ...line }) => line);
  expect(reread).toEqual({ ...ledger, log });
});
