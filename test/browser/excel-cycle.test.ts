import { buildLedger } from '../../src/app/changes/build-ledger';
import { demoReturns } from '../../src/app/demo/make-demo';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import type { Ledger } from '../../src/ledger/ledger';
import { FIRST_ROW } from '../../src/sheets/tab-builder';
import { TAB } from '../../src/sheets/words';
import { AT, day, period } from '../ledger/builders';
import { JINGMEN } from '../plan/support';
import { BuiltPages } from './built-pages';
import { ExcelPage } from './excel-page';
import { PaneActions } from './pane-actions';

const TODAY = '2017-12-12';
const FORM_TAB = '市编办_2017-11';
const files = createWorkbookFiles();

let pages: BuiltPages;
let excel: ExcelPage;
let pane: PaneActions;

/** What the pane builds, to fill its forms from. */
let ledger: Ledger;

beforeAll(async () => {
  pages = await BuiltPages.open();
  ledger = buildLedger(JINGMEN, { asOf: day(TODAY), period: period('2017-11'), at: AT });
  excel = await ExcelPage.open(pages, { today: TODAY });
  pane = new PaneActions(excel.page);
  // The pane has looked whether the workbook is a ledger.
  await excel.page.getByRole('button', { name: '用示例数据试一遍' }).waitFor();
  await excel.page.waitForLoadState('networkidle');
});

afterAll(async () => {
  await excel.close();
  await pages.close();
});

/** A step of the clerk’s and what it cost: never more than the four round trips of a use case. */
async function within(work: () => Promise<void>): Promise<void> {
  await quiet();
  excel.host.traffic.reset();
  await work();
  expect(excel.host.traffic.syncs).toBeLessThanOrEqual(4);
  expect(excel.host.traffic.largestRequest).toBeLessThan(4_000_000);
}

/** The same of a step after which the pane may look by itself: the round trips up to the last that changes anything. */
async function withinUntilLastChange(work: () => Promise<void>): Promise<void> {
  await quiet();
  const { traffic } = excel.host;
  traffic.reset();
  await work();
  expect(traffic.syncsToLastChange).toBeGreaterThan(1);
  expect(traffic.syncsToLastChange).toBeLessThanOrEqual(4);
  expect(traffic.largestRequest).toBeLessThan(4_000_000);
}

/** Until the pane has looked again at what was written before: it does so once nothing has happened for 1.5 s. */
async function quiet(): Promise<void> {
  const { host, page } = excel;
  let seen = -1;
  while (seen !== host.traffic.syncs) {
    seen = host.traffic.syncs;
    await page.waitForTimeout(2_500);
  }
}

/** A step that says nothing when it is done is done with its fourth round trip. */
async function written(): Promise<void> {
  const { host, page } = excel;
  for (let waited = 0; host.traffic.syncs < 4 && waited < 200; waited += 1) await page.waitForTimeout(100);
}

const statusesIn台账 = () =>
  excel.host
    .values(`${TAB.ledger}!G${FIRST_ROW}:G143`)
    .flat()
    .filter((value) => value !== '');

/** Each step goes on from where the one before it left the pane and the workbook. */
describe('the whole cycle through the pane’s own buttons, in Excel', () => {
  test('建账', async () => {
    // Excel does not say who added sheets: the pane may have looked at them by now.
    await withinUntilLastChange(async () => {
      await pane.press('pane.first.build');
      await pane.says('pane.built', { measures: 140 });
    });
    expect(excel.host.values(`${TAB.ledger}!A143`)).toEqual([[140]]);
  });

  test('下发: the forms as tabs, each protected', async () => {
    await pane.go('pane.screen.issue');
    await within(async () => {
      await excel.page.locator('main').getByLabel('报送期').selectOption('2017-11');
      await written();
    });
    await withinUntilLastChange(async () => {
      await pane.press('pane.issue.tabs', { count: 33 });
      await pane.says('pane.issuedTabs', { count: 33, kept: 0 });
    });
    expect(excel.host.sheetNames.filter((name) => name.endsWith('_2017-11'))).toHaveLength(33);
    expect(excel.host.sheet(FORM_TAB).protection).not.toBeNull();
  });

  test('校验当前表: what a unit filled in wrongly is marked in its tab', async () => {
    const { host, page } = excel;
    host.user.type(`${FORM_TAB}!F5`, '已完成');
    host.user.activate(FORM_TAB);
    await pane.go('pane.screen.returns');
    await within(async () => {
      await pane.press('pane.returns.activeSheet');
      await page.getByText(/^已校验“市编办_2017-11”：错误 [1-9]\d* 处/).waitFor();
    });
    const { comments, protection } = host.sheet(FORM_TAB);
    expect(comments.length).toBeGreaterThan(0);
    expect(protection).not.toBeNull();
    await pane.press('pane.returns.putAside');
    await pane.press('pane.putAside.yes');
  });

  test('回收: thirty-three files, some with faults, are checked in the pane and taken in', async () => {
    const { host, page } = excel;
    const returned = demoReturns(ledger, 2017);
    const picked = await Promise.all(
      returned.map(async ({ fileName, form }, index) => ({
        name: fileName,
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        // The first one was cut short on its way.
        buffer: Buffer.from(await files.write(form)).subarray(0, index === 0 ? 2_000 : undefined),
      })),
    );
    await page.locator('input[type=file][multiple]').first().setInputFiles(picked);
    await page.getByText(/^共 33 份：合格 \d+，需更正 \d+，未采用 1。/).waitFor();
    await within(async () => {
      await page.getByRole('button', { name: /^汇入 \d+ 条$/ }).click();
      await page.getByText('汇入完成').waitFor();
    });
    expect(statusesIn台账().length).toBeGreaterThan(100);
    expect(host.values(`${TAB.findings}!A${FIRST_ROW}:J${FIRST_ROW}`).flat()).toContain('错误');
  });

  test('预警: another day, and the rows overdue then say so', async () => {
    const { host, page } = excel;
    await pane.press('pane.next.overdue');
    await within(async () => {
      await page.locator('main').getByLabel('统计截止日').fill('2018-03-01');
      await written();
    });
    const timeliness = host.values(`${TAB.ledger}!L${FIRST_ROW}:L143`).flat();
    expect(timeliness.filter((word) => word === '逾期').length).toBeGreaterThan(20);
  });

  test('汇总: the tab in front, with its charts; the PivotTable beside it', async () => {
    const { host } = excel;
    await pane.go('pane.screen.summary');
    await within(async () => {
      await pane.press('pane.summary.write');
      await pane.says('pane.written');
    });
    expect(host.workbook.activeSheet.name).toBe(TAB.summary);
    expect(host.sheet(TAB.summary).charts.length).toBeGreaterThan(0);
    expect(host.sheet(TAB.pivot).pivots).toHaveLength(4);
  });

  test('撤销: the import is taken back, the entries stay and say so', async () => {
    const { host } = excel;
    await pane.go('pane.screen.returns');
    await within(async () => {
      await pane.press('pane.returns.undo');
      await pane.says('pane.undone');
    });
    expect(statusesIn台账()).toEqual([]);
    expect(host.values(`${TAB.entries}!A${FIRST_ROW}:A${FIRST_ROW + 100}`).flat()).not.toContain('');
    expect(pages.faults).toEqual([]);
  });
});
