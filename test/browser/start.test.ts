import type { Page } from 'playwright-core';
import { translator } from '../../src/locales/translate';
import { violations } from './accessibility';
import { withMeasures, withSample } from './beginnings';
import { BuiltPages } from './built-pages';
import { ExcelPage } from './excel-page';
import { PaneActions } from './pane-actions';

const words = translator('zh-CN');

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

function button(page: Page, name: string | RegExp) {
  return page.locator('main').getByRole('button', { name, exact: typeof name === 'string' });
}

function guide(page: Page) {
  return page.getByRole('region', { name: words('pane.guide') });
}

test.each([
  [1280, 800],
  [320, 640],
])('at %i px the first page says what it is and has three ways in', async (width, height) => {
  const page = await pages.page(width, height);
  await page.getByRole('list', { name: words('pane.home.cycle') }).waitFor();
  const ways = page.locator('main').getByRole('region');
  expect(await ways.evaluateAll((all) => all.map((one) => one.querySelector('h3')?.textContent))).toEqual([
    words('pane.way.new'),
    words('pane.way.open'),
    words('pane.way.sample'),
  ]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  if (width >= 900) {
    const last = await ways.last().boundingBox();
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeGreaterThan(width * 0.9);
  }
  await page.close();
});

test('a ledger saved to a file stands on the first page, opens from there and is saved to the same file', async () => {
  const page = await pages.page(1280, 800, { savesFiles: true });
  const pane = new PaneActions(page);
  await pane.press('pane.first.build');
  await pane.press('pane.download');
  await pane.says('pane.savedTo', { file: '新台账.xlsx' });
  await pane.press('pane.home.close');
  await pane.says('pane.first.recent', { count: 1 });
  expect(await violations(page)).toEqual([]);
  await button(page, /^新台账\.xlsx/).click();
  await pane.says('pane.opened', { file: '新台账.xlsx', edits: 0, refused: 0 });
  await page.locator('main').getByLabel('统计截止日').fill('2018-02-28');
  await button(page, words('pane.download')).click();
  await pane.says('pane.savedTo', { file: '新台账.xlsx' });
  expect(await page.evaluate(() => (window as unknown as { readonly asked: number }).asked)).toBe(1);
  await page.close();
});

test('a ledger that was moved away is said to be gone, and the page stays as it is', async () => {
  const page = await pages.page(1280, 800, { savesFiles: true });
  const pane = new PaneActions(page);
  await pane.press('pane.first.build');
  await pane.press('pane.download');
  await pane.says('pane.savedTo', { file: '新台账.xlsx' });
  await pane.press('pane.home.close');
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('新台账.xlsx'));
  await button(page, /^新台账\.xlsx/).click();
  await pane.says('pane.fault.unreadable');
  await page.close();
});

/** Six steps, the same in both editions. @param sees What the last step has to show. */
async function followGuide(page: Page, sees: () => Promise<unknown>): Promise<void> {
  const pane = new PaneActions(page);
  const step = async (now: number) => guide(page).getByText(`${now}/6`).waitFor();
  await step(1);
  expect(await violations(page)).toEqual([]);
  await pane.press('pane.guide.next');
  await step(2);
  await pane.press('pane.guide.next');
  await step(3);
  await pane.press('pane.returns.sample');
  await step(4);
  await button(page, /^汇入 \d+ 条$/).click();
  await step(5);
  await pane.press('pane.guide.go', { screen: words('pane.screen.overdue') });
  await pane.press('pane.guide.next');
  await step(6);
  await sees();
  await pane.press('pane.guide.finish');
  await guide(page).waitFor({ state: 'detached' });
}

test('the sample leads through six steps, and its three periods make a trend', async () => {
  const page = await withSample(pages);
  await followGuide(page, async () => {
    const trend = page.locator('main').getByRole('table', { name: words('pane.summary.trend') });
    await trend.waitFor();
    expect(await trend.getByRole('rowheader').allInnerTexts()).toEqual([
      '2017年9月',
      '2017年10月',
      '2017年11月',
    ]);
  });
  await page.close();
});

test('the guide stays where it was when the page is loaded again, and goes when it is ended', async () => {
  const page = await withSample(pages, 320);
  await new PaneActions(page).press('pane.guide.next');
  await guide(page).getByText('2/6').waitFor();
  await page.waitForTimeout(500);
  await page.reload();
  await guide(page).getByText('2/6').waitFor();
  await new PaneActions(page).press('pane.guide.end');
  await guide(page).waitFor({ state: 'detached' });
  await page.close();
});

test('in Excel the first page opens no files, and the sample leads through the same steps', async () => {
  const excel = await ExcelPage.open(pages, { today: '2017-12-12' });
  const { page } = excel;
  await button(page, words('pane.first.demo')).waitFor();
  expect(await page.locator('main input[type=file]').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await button(page, words('pane.first.demo')).click();
  await followGuide(page, () =>
    page
      .locator('main')
      .getByRole('table', { name: words('pane.summary.trend') })
      .waitFor(),
  );
  await excel.close();
});

test('a plan whose years are over offers the ends of its years, and one click sets day and period', async () => {
  const page = await withMeasures(pages, 320);
  await page.getByText(/^方案的年度（2016—2020 年）已经过去/).waitFor();
  expect(await violations(page)).toEqual([]);
  await button(page, '2016 年底：逾期 0 项').click();
  await page.getByText('逾期 0 项', { exact: true }).waitFor();
  expect(await page.locator('main').getByLabel('统计截止日').inputValue()).toBe('2016-12-31');
  expect(await page.locator('main').getByLabel('报送期').inputValue()).toBe('2016Q4');
  expect(await page.getByText(/^方案的年度/).count()).toBe(0);
  await page.close();
});

test('the day once kept, nothing is offered any more', async () => {
  const page = await withMeasures(pages);
  await button(page, /^仍按 /).click();
  expect(await page.getByText(/^方案的年度/).count()).toBe(0);
  await page.close();
});

test('a changed day says that the period stays, and offers the one that goes with the day', async () => {
  const page = await withSample(pages);
  const day = page.locator('main').getByLabel('统计截止日');
  await day.fill('2017-12-20');
  await page.getByText('报送期仍是2017年11月。').waitFor();
  expect(await button(page, /^报送期改为/).count()).toBe(0);
  await day.fill('2018-06-30');
  await button(page, '报送期改为2018年6月').click();
  await page.waitForFunction(() => document.querySelector('main')?.textContent.includes('已回收 0/33'));
  expect(await page.locator('main').getByLabel('报送期').inputValue()).toBe('2018-06');
  await page.close();
});
