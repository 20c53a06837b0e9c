import type { Page } from 'playwright-core';
import { translator } from '../../src/locales/translate';
import { violations } from './accessibility';
import { withCollected, withSample } from './beginnings';
import { BuiltPages } from './built-pages';
import { ExcelPage } from './excel-page';
import { PaneActions, goToScreen, screenNames } from './pane-actions';

const words = translator('zh-CN');
const ALL = ['首页', '下发', '回收', '预警', '汇总', '督办', '方案', '设置'];

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

const main = (page: Page) => page.locator('main');

/** How high the row of screens is: in one line, whatever stands in it. */
async function rowHeight(page: Page): Promise<number> {
  return (await page.getByRole('tablist', { name: '功能' }).boundingBox())?.height ?? 0;
}

test.each([270, 320, 380])(
  'at %i px the screens stand in one line, those without room in a menu',
  async (width) => {
    const page = await withSample(pages, width);
    expect([...(await screenNames(page))].sort()).toEqual([...ALL].sort());
    expect(await rowHeight(page)).toBeLessThan(40);
    await goToScreen(page, '设置');
    await page.getByRole('tab', { name: '设置', selected: true }).waitFor();
    expect(await rowHeight(page)).toBeLessThan(40);
    expect(await violations(page)).toEqual([]);
    await page.close();
  },
);

test('in Excel the screens stand in one line as well, and the menu goes by keyboard', async () => {
  const excel = await ExcelPage.open(pages, { width: 320, today: '2017-12-12' });
  const { page } = excel;
  await new PaneActions(page).press('pane.first.demo');
  const more = page.getByRole('button', { name: /^更多功能/ });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '设置' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: '设置', selected: true }).waitFor();
  expect(await rowHeight(page)).toBeLessThan(40);
  await excel.close();
});

test('a day is typed as clerks type it, and what cannot be read is said and left as it stands', async () => {
  const page = await withSample(pages, 320);
  const day = main(page).getByLabel('统计截止日');
  for (const typed of ['2018-1-5', '2018年1月5日', '2018/1/5']) {
    await day.fill('2017-12-12');
    await day.fill(typed);
    await day.press('Enter');
    expect(await day.inputValue()).toBe('2018-01-05');
  }
  await day.fill('明天');
  await day.press('Tab');
  await page.getByText(words('pane.date.unread')).waitFor();
  expect(await day.inputValue()).toBe('明天');
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('the calendar speaks the language of the page, whatever the browser’s, and is worked by keyboard', async () => {
  const page = await withSample(pages, 320);
  expect(await page.evaluate(() => navigator.language)).toBe('en-US');
  const day = main(page).getByLabel('统计截止日');
  await day.focus();
  await page.keyboard.press('Alt+ArrowDown');
  const calendar = page.getByRole('dialog');
  await calendar.getByText('2017年12月').first().waitFor();
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  await calendar.getByRole('gridcell', { selected: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await calendar.waitFor({ state: 'detached' });
  expect(await day.inputValue()).toBe('2017-12-13');
  expect(await day.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.close();
});

test('the trend is followed for everything, a section or a unit; each period says its figures to pointer and keyboard', async () => {
  const page = await withCollected(pages, 320);
  await goToScreen(page, '汇总');
  const table = main(page).getByRole('table', { name: '各报送期趋势' });
  await table.waitFor();
  const measures = () => table.getByRole('row').last().getByRole('cell').nth(1).innerText();
  const ofAll = await measures();
  const columns = main(page).getByRole('group', { name: '各报送期趋势' }).getByRole('button');
  expect(await columns.count()).toBe(3);
  await columns.first().hover();
  await page
    .getByRole('tooltip')
    .getByText(/^2017年9月：措施 140，/)
    .waitFor();
  await columns.first().focus();
  await page.keyboard.press('ArrowRight');
  await page
    .getByRole('tooltip')
    .getByText(/^2017年10月：/)
    .waitFor();
  await main(page).getByLabel('趋势范围').selectOption({ label: '市编办' });
  await page.waitForFunction((all) => !document.querySelector('main')?.textContent.includes(all), ofAll);
  expect(await violations(page)).toEqual([]);
  await page.waitForTimeout(500);
  await page.reload();
  await table.waitFor();
  expect(await main(page).getByLabel('趋势范围').inputValue()).toBe('unit 市编办');
  await page.close();
});

test('what is not imported says why', async () => {
  const page = await withSample(pages);
  const pane = new PaneActions(page);
  await pane.go('pane.screen.returns');
  await pane.press('pane.returns.sample');
  await page.getByRole('button', { name: /^不汇入/ }).click();
  const lines = main(page).locator('section').first().getByRole('listitem');
  await lines.first().waitFor();
  for (const line of await lines.all()) expect(await line.innerText()).toMatch(/。$/);
  await page.close();
});
