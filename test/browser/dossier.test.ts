import type { Page } from 'playwright-core';
import { violations } from './accessibility';
import { withCollected } from './beginnings';
import { BuiltPages } from './built-pages';
import { ExcelPage } from './excel-page';
import { PaneActions } from './pane-actions';

jest.setTimeout(240_000);

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

function main(page: Page) {
  return page.locator('main');
}

function heading(page: Page, name: string) {
  return main(page).getByRole('heading', { name, level: 2, exact: true });
}

test('from a warning to its measure, its unit and another measure, by the keyboard, and back to where the clerk was', async () => {
  const page = await withCollected(pages, 1280);
  await new PaneActions(page).go('pane.screen.overdue');
  const link = main(page).getByRole('button', { name: '第 83 项' }).first();
  await link.focus();
  await page.keyboard.press('Enter');
  await heading(page, '第 83 项').waitFor();
  await main(page).getByText('历次填报').waitFor();
  expect(await heading(page, '第 83 项').evaluate((one) => one === document.activeElement)).toBe(true);
  const unit = main(page).getByRole('button', { name: /^市/ }).first();
  const name = (await unit.textContent()) ?? '';
  await unit.click();
  await heading(page, name).waitFor();
  await main(page)
    .getByText(/^承担的措施（\d+）$/)
    .waitFor();
  await page.waitForTimeout(400);
  await page.reload();
  await heading(page, name).waitFor();
  await main(page).getByRole('button', { name: '返回第 83 项' }).click();
  await heading(page, '第 83 项').waitFor();
  await main(page).getByRole('button', { name: '返回预警' }).click();
  await heading(page, '逾期预警').waitFor();
  await link.click();
  await heading(page, '第 83 项').waitFor();
  await new PaneActions(page).go('pane.screen.overdue');
  await heading(page, '逾期预警').waitFor();
  await page.close();
});

test.each([
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
] as const)(
  'at %i px, %s, axe finds nothing about either and nothing is wider than the page',
  async (width, colorScheme) => {
    const page = await withCollected(pages, width);
    await page.emulateMedia({ colorScheme });
    await new PaneActions(page).go('pane.screen.overdue');
    await main(page).getByRole('button', { name: '第 83 项' }).first().click();
    await main(page).getByText('历次填报').waitFor();
    const found = [...(await violations(page))];
    await main(page).getByRole('button', { name: /^市/ }).first().click();
    await main(page).getByText('报送情况').first().waitFor();
    found.push(...(await violations(page)));
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  },
);

test('inside Excel the names lead to the same', async () => {
  const excel = await ExcelPage.open(pages, { language: 'zh-CN' });
  const pane = new PaneActions(excel.page);
  await pane.press('pane.first.demo');
  await pane.says('pane.next.issue');
  await pane.go('pane.screen.summary');
  await main(excel.page).getByRole('button', { name: '市编办', exact: true }).click();
  await heading(excel.page, '市编办').waitFor();
  await excel.close();
});
