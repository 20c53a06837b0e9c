import type { Page } from 'playwright-core';
import { violations } from './accessibility';
import { withCollected } from './beginnings';
import { BuiltPages } from './built-pages';
import { turnTo } from './sides';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

async function withList(width = 1280): Promise<Page> {
  const page = await withCollected(pages, width);
  await turnTo(page, '台账');
  return page;
}

function cell(page: Page, line: number, column: number) {
  return page.locator(`[role=row][data-row="${line}"] [data-column="${column}"]`);
}

function nameBox(page: Page) {
  return page.getByRole('textbox', { name: '名称框' });
}

async function rowsShown(page: Page): Promise<number> {
  return Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 3;
}

async function copied(page: Page): Promise<string> {
  await page.evaluate(() => {
    document.addEventListener('copy', (event) => {
      Object.assign(window, { copiedText: event.clipboardData?.getData('text/plain') });
    });
  });
  await page.keyboard.press('Control+c');
  return page.evaluate(() => (window as unknown as { copiedText: string }).copiedText);
}

test('a chip shows the measures it counts, they alone are copied, and the choice outlives loading the page again', async () => {
  const page = await withList();
  const chip = page.getByRole('button', { name: /^逾期 \d+$/ });
  const count = Number((await chip.innerText()).replace(/\D/g, ''));
  await chip.click();
  expect(await rowsShown(page)).toBe(count);
  await page.getByText(`显示 ${count} 行，共 140 行。`).waitFor();
  await cell(page, 4, 1).click();
  await page.keyboard.press('Control+Shift+End');
  const lines = (await copied(page)).split('\r\n').filter((line) => /^\d+\t/.test(line));
  expect(lines).toHaveLength(count);
  await page.waitForTimeout(500);
  await page.reload();
  await page.getByText(`显示 ${count} 行，共 140 行。`).waitFor();
  await page.getByRole('button', { name: '清除筛选和排序' }).click();
  expect(await rowsShown(page)).toBe(140);
  await page.close();
});

test('▾ filters by values with their counts, found by searching, and a row that is edited stays until it is filtered again', async () => {
  const page = await withList();
  await page.getByRole('button', { name: '筛选和排序：牵头单位' }).click();
  const search = page.getByRole('textbox', { name: '搜索值' });
  await search.fill('市编办');
  expect(await page.getByRole('checkbox', { name: /^市编办/ }).isChecked()).toBe(true);
  await search.press('Enter');
  await page.getByText(/显示 \d+ 行，共 140 行。/).waitFor();
  const shown = await rowsShown(page);
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(140);
  expect(await cell(page, 4, 5).innerText()).toContain('市编办');

  await page.getByRole('button', { name: /筛选和排序：填报状态/ }).click();
  await page.getByRole('checkbox', { name: /^全选/ }).click();
  await page.getByRole('checkbox', { name: /^推进中/ }).click();
  await page.getByRole('button', { name: '确定' }).click();
  const running = await rowsShown(page);
  expect(running).toBeLessThan(shown);
  await cell(page, 4, 7).click();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: '未启动' }).click();
  await page.getByText(/已记入手工修改/).waitFor();
  expect(await rowsShown(page)).toBe(running);
  await page.getByRole('button', { name: '重新筛选' }).click();
  expect(await rowsShown(page)).toBe(running - 1);
  await page.close();
});

test('a column is sorted up and down and as in the workbook; the selected cell goes with its row', async () => {
  const page = await withList();
  await cell(page, 4, 8).click();
  const open = () => page.getByRole('button', { name: '筛选和排序：序号' }).click();
  await open();
  await page.getByRole('button', { name: '降序' }).click();
  expect(await cell(page, 4, 1).innerText()).toBe('140');
  expect(await page.locator('[aria-sort=descending]').innerText()).toContain('序号');
  await page.getByText('按“序号”降序。').waitFor();
  await open();
  await page.getByRole('button', { name: '按工作簿中的顺序' }).click();
  expect(await cell(page, 4, 1).innerText()).toBe('1');
  await page.close();
});

test('Ctrl+F finds cells that are not drawn, one after the other, on the tab and in the whole workbook', async () => {
  const page = await withList();
  await cell(page, 4, 1).click();
  await page.keyboard.press('Control+f');
  const find = page.getByRole('search');
  const field = find.getByRole('textbox', { name: '查找内容' });
  await field.fill('组织保障');
  await find.getByText(/^1\/\d+$/).waitFor();
  const [, count = '0'] = (await find.getByRole('status').innerText()).split('/');
  expect(Number(count)).toBeGreaterThan(1);
  await expectInView(page);
  await field.press('Enter');
  await find.getByText(`2/${count}`).waitFor();
  await field.press('Shift+Enter');
  await field.press('Shift+Enter');
  await find.getByText(`${count}/${count}`).waitFor();
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);

  await field.fill('报送日期');
  await find.getByText('没有找到').waitFor();
  await find.getByRole('button', { name: '整个工作簿' }).click();
  await find.getByText(/^1\/\d+$/).waitFor();
  expect(await page.getByRole('grid').getAttribute('aria-label')).not.toBe('台账');
  await field.press('Escape');
  expect(await page.getByRole('search').count()).toBe(0);
  await page.close();
});

test('what is typed before 查找 has come is sought and put into no cell; asked for again it is typed over', async () => {
  const page = await withList();
  await cell(page, 4, 7).click();
  const text = await cell(page, 4, 7).innerText();
  await page.route('**/*.js', async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
    await route.continue();
  });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('abc');
  const field = page.getByRole('search').getByRole('textbox', { name: '查找内容' });
  await field.waitFor();
  expect(await field.inputValue()).toBe('abc');
  await page.keyboard.type('d');
  expect(await field.inputValue()).toBe('abcd');
  expect(await cell(page, 4, 7).innerText()).toBe(text);

  await cell(page, 4, 7).click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('e');
  expect(await field.inputValue()).toBe('e');
  await page.close();
});

/** The cell that is selected is drawn, and seen. */
async function expectInView(page: Page): Promise<void> {
  const inner = await page.locator('[role=grid] [tabindex="0"]').boundingBox();
  const outer = await page.getByRole('grid').locator('..').boundingBox();
  if (inner === null || outer === null) throw new Error('not drawn');
  expect(inner.y).toBeGreaterThanOrEqual(outer.y - 1);
  expect(inner.y).toBeLessThan(outer.y + outer.height);
}

test('the name box goes to a cell, a range and a tab, and says where there is none', async () => {
  const page = await withList();
  await nameBox(page).fill('g120');
  await nameBox(page).press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-column') === '7');
  await expectInView(page);
  await nameBox(page).fill('填报明细!B4:C6');
  await nameBox(page).press('Enter');
  await page.getByRole('grid', { name: '填报明细' }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[role=row] [aria-selected=true]').length === 6);
  await nameBox(page).fill('没有');
  await nameBox(page).press('Enter');
  await page.getByRole('alert').getByText('没有“没有”这个位置').waitFor();
  await page.close();
});

test('a selection is counted and added up, filled down by Ctrl+D, taken back by Ctrl+Z and done again by Ctrl+Y', async () => {
  const page = await withList();
  await cell(page, 4, 1).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('求和 6', { exact: true }).waitFor();
  await page.getByText('平均 2', { exact: true }).waitFor();
  await page.getByText('计数 3', { exact: true }).waitFor();

  await cell(page, 4, 11).click();
  await page.keyboard.type('funds missing');
  await page.keyboard.press('Enter');
  await page.getByText(/已记入手工修改/).waitFor();
  await cell(page, 4, 11).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await page.getByText(/已记入手工修改/).waitFor();
  expect(await cell(page, 5, 11).innerText()).toBe('funds missing');
  await page.keyboard.press('Control+z');
  await page.getByText('已撤销上次修改。').waitFor();
  expect(await cell(page, 5, 11).innerText()).not.toBe('funds missing');
  await page.keyboard.press('Control+y');
  await page.getByText('已恢复刚才撤销的修改。').waitFor();
  expect(await cell(page, 5, 11).innerText()).toBe('funds missing');
  await page.close();
});

test('of pasted cells the bad one is named, and the corner of a cell is drawn over those below', async () => {
  const page = await withList();
  await cell(page, 4, 8).click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '50\r\n60\r\n170\r\n');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  });
  await page.getByText('H6：“170”不能作为进度。').waitFor();

  await cell(page, 10, 11).click();
  await page.keyboard.type('under review');
  await page.keyboard.press('Enter');
  await page.getByText(/已记入手工修改/).waitFor();
  await cell(page, 10, 11).click();
  const corner = await page.locator('[data-fill]').boundingBox();
  const below = await cell(page, 11, 11).boundingBox();
  if (corner === null || below === null) throw new Error('not in view');
  await page.mouse.move(corner.x + 4, corner.y + 4);
  await page.mouse.down();
  await page.mouse.move(below.x + 20, below.y + 20, { steps: 5 });
  await page.mouse.up();
  await page.waitForFunction(
    () => document.querySelector('[data-row="11"] [data-column="11"]')?.textContent === 'under review',
  );
  await page.close();
});

test('a letter selects its column, and its edge makes it wider, for this page alone', async () => {
  const page = await withList();
  const letter = page.locator('[data-letter="6"]');
  await letter.click();
  expect(await nameBox(page).inputValue()).toBe('F3:F143');
  const before = await letter.boundingBox();
  if (before === null) throw new Error('not in view');
  await page.mouse.move(before.x + before.width - 2, before.y + 8);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width + 58, before.y + 8, { steps: 4 });
  await page.mouse.up();
  const after = await letter.boundingBox();
  expect(Math.round((after?.width ?? 0) - before.width)).toBe(60);
  await page.close();
});

test('Ctrl+S saves, and F6 goes from the workbook to the pane and back', async () => {
  const page = await withList();
  await cell(page, 5, 4).click();
  const isInPane = () => page.evaluate(() => document.activeElement?.closest('main') !== null);
  await page.keyboard.press('F6');
  expect(await isInPane()).toBe(true);
  await page.keyboard.press('F6');
  expect(await isInPane()).toBe(false);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await page.close();
});

test.each([
  ['a wide page', 1280, 'light'],
  ['a narrow one in the dark', 320, 'dark'],
] as const)('nothing for axe to find in the filter and the search of %s', async (_, width, colorScheme) => {
  const page = await withList(width);
  await page.emulateMedia({ colorScheme });
  await page.getByRole('button', { name: '查找（Ctrl+F）' }).click();
  await page.getByRole('textbox', { name: '查找内容' }).fill('市');
  await page
    .getByRole('search')
    .getByText(/^1\/\d+$/)
    .waitFor();
  await page.getByRole('button', { name: '填报状态', exact: true }).click();
  await page.getByRole('textbox', { name: '搜索值' }).waitFor();
  await page.waitForTimeout(400);
  expect(await violations(page, 'body')).toEqual([]);
  await page.close();
});

test('nothing of this was a fault of the page or broke its content security policy', () => {
  expect(pages.faults).toEqual([]);
  expect(pages.foreignRequests).toEqual([]);
});
