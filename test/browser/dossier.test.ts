import type { Page } from 'playwright-core';
import { violations } from './accessibility';
import { withCollected, withThreePeriods } from './beginnings';
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

const SCREENS = ['home', 'issue', 'returns', 'overdue', 'summary', 'report', 'plan', 'settings'] as const;

/** Where a measure or a unit is named on the screen in front without a way to everything of it. */
function namedWithoutWay(page: Page): Promise<readonly string[]> {
  return main(page).evaluate((pane) => {
    const names = ['市编办', '市物价局', '市财政局', '市司法局', '市发改委', '市市场监管局'];
    const ways = 'button[title="看这个单位的全部情况"], button[title="看这一项的全部情况"]';
    const found: string[] = [];
    const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement: holder, textContent } = node;
      const text = textContent ?? '';
      if (!names.some((name) => text.includes(name)) && !/第 \d+ 项/u.test(text)) continue;
      // What is folded has its way inside, what is chosen from a list no room for one; a message is there to be pasted.
      const isAside =
        holder?.closest('[aria-expanded], option, textarea') != null || text.startsWith('各单位：');
      const hasWay =
        holder?.closest(ways) != null || holder?.closest('li:has(label)')?.querySelector(ways) != null;
      if (!isAside && !hasWay) found.push(text);
    }
    return found;
  });
}

test('wherever a measure or a unit is named on a screen there is a way to everything of it', async () => {
  const page = await withThreePeriods(pages);
  const pane = new PaneActions(page);
  const loose: string[] = [];
  const look = async (where: string) => {
    await page.waitForTimeout(500);
    loose.push(...(await namedWithoutWay(page)).map((text) => `${where}: ${text}`));
  };
  for (const screen of SCREENS) {
    await pane.go(`pane.screen.${screen}`);
    await page.waitForTimeout(500);
    const parts = main(page).getByRole('tabpanel').getByRole('tablist').getByRole('tab');
    const count = await parts.count();
    if (count === 0) await look(screen);
    for (let at = 0; at < count; at += 1) {
      await parts.nth(at).click();
      await look(`${screen} ${at}`);
    }
  }
  expect(loose).toEqual([]);
  await page.close();
});

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
