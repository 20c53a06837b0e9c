import type { Page } from 'playwright-core';
import { violations } from './accessibility';
import { withCollected } from './beginnings';
import { BuiltPages } from './built-pages';
import { PaneActions } from './pane-actions';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

/** The sample with its returns taken in, on 汇总 · 透视. */
async function onPivot(width: number): Promise<Page> {
  const page = await withCollected(pages, width);
  await new PaneActions(page).go('pane.screen.summary');
  await page.getByRole('tablist', { name: '汇总内容' }).getByRole('tab', { name: '透视' }).click();
  await page.getByRole('table', { name: /^应报：按单位和填报状态$/ }).waitFor();
  return page;
}

test('the pivot is turned, opens the rows of a figure and comes back, and stays as it is turned', async () => {
  const page = await onPivot(1280);
  const total = (name: string) => page.getByRole('button', { name, exact: true });
  await total('合计: 205').waitFor();
  await page.getByLabel('行', { exact: true }).selectOption('section');
  await page.getByLabel('列', { exact: true }).selectOption('timeliness');
  await page.getByRole('table', { name: '应报：按部分和时限状态' }).waitFor();
  await total('合计: 205').press('Enter');
  await page.getByRole('heading', { name: '合计：205 项' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '返回透视表' }).click();
  const pane = new PaneActions(page);
  await pane.go('pane.screen.home');
  await pane.go('pane.screen.summary');
  await page.getByRole('table', { name: '应报：按部分和时限状态' }).waitFor();
  await page.close();
});

test.each([320, 1280])(
  'axe has nothing to say of it at %i px, and the page does not move sideways',
  async (width) => {
    const page = await onPivot(width);
    expect(await violations(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    await page.close();
  },
);
