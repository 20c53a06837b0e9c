import type { Page } from 'playwright-core';
import { violations } from './accessibility';
import { withCollected } from './beginnings';
import { BuiltPages } from './built-pages';
import { untilKeptText } from './kept-session';
import { PaneActions } from './pane-actions';
import { bringInFront, turnTo } from './sides';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

function main(page: Page) {
  return page.locator('main');
}

function grid(page: Page, name: string) {
  return page.getByRole('grid', { name });
}

function followBar(page: Page) {
  return page.getByRole('toolbar', { name: '随窗格显示' });
}

/** Rows of 台账 that are shown below its heads. */
async function rowsShown(page: Page): Promise<number> {
  return Number(await grid(page, '台账').getAttribute('aria-rowcount')) - 3;
}

function isInPane(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.closest('main') !== null);
}

test('the workbook shows what the pane is about, its rows alone, and all of them again by the chip; kept over a reload', async () => {
  const page = await withCollected(pages, 1280);
  const pane = new PaneActions(page);
  await pane.go('pane.screen.overdue');
  await main(page)
    .getByText(/^逾期 \d+ 条/)
    .waitFor();
  const chip = followBar(page).getByRole('button', { name: /^预警：\d+ 项措施$/ });
  const count = Number((await chip.innerText()).replace(/\D/g, ''));
  expect(await rowsShown(page)).toBe(count);
  await main(page).getByLabel('查找').fill('市编办');
  await page.waitForFunction(
    (before) => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 3 < before,
    count,
  );
  await main(page).getByLabel('查找').fill('');
  await chip.click();
  expect(await rowsShown(page)).toBe(140);
  await untilKeptText(page, 'screenState', '"isOff":true');
  await page.reload();
  await grid(page, '台账').waitFor();
  expect(await rowsShown(page)).toBe(140);
  await chip.click();
  expect(await rowsShown(page)).toBe(count);

  await pane.go('pane.screen.report');
  await main(page)
    .getByRole('tablist', { name: '督办事项' })
    .getByRole('tab', { name: '核实', exact: true })
    .click();
  const claims = followBar(page).getByRole('button', { name: /^核实：填报已完成/ });
  const claimed = Number((await claims.innerText()).replace(/\D/g, ''));
  expect(await rowsShown(page)).toBeLessThanOrEqual(claimed);
  expect(await rowsShown(page)).toBeGreaterThan(0);
  await pane.go('pane.screen.returns');
  await grid(page, '报送情况').waitFor();
  await pane.go('pane.screen.summary');
  await grid(page, '汇总').waitFor();
  await main(page).getByRole('button', { name: '全部措施：逾期 6', exact: true }).click();
  await grid(page, '台账').waitFor();
  expect(await rowsShown(page)).toBe(6);
  await pane.go('pane.screen.home');
  expect(await rowsShown(page)).toBe(140);
  await page.close();
});

test('a returned file lies beside the pane as soon as its office is opened, and the keyboard stays in the pane', async () => {
  const page = await withCollected(pages, 1280);
  await new PaneActions(page).go('pane.screen.returns');
  await main(page)
    .getByRole('button', { name: /市人大常委会法工委/ })
    .first()
    .click();
  await page.getByRole('grid', { name: /^市人大常委会法工委 · / }).waitFor();
  expect(await isInPane(page)).toBe(true);
  await page.close();
});

test('from a located cell a button and F6 lead back to what led there', async () => {
  const page = await withCollected(pages, 1280);
  await new PaneActions(page).go('pane.screen.overdue');
  const locate = main(page).getByRole('button', { name: /^定位/ }).nth(3);
  const isBack = () => locate.evaluate((button) => button === document.activeElement);
  await locate.click();
  await page.waitForFunction(() => document.activeElement?.closest('[role=grid]') !== null);
  await page.keyboard.press('F6');
  expect(await isBack()).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.closest('[role=grid]') !== null);
  await followBar(page).getByRole('button', { name: '回到“预警”' }).click();
  expect(await isBack()).toBe(true);
  expect(await followBar(page).getByRole('button', { name: '回到“预警”' }).count()).toBe(0);
  await page.close();
});

test('the status stands in the first view of 台账; what is folded for it comes back by a press, or when it is asked for', async () => {
  const page = await withCollected(pages, 1280);
  await turnTo(page, '台账');
  const status = page.locator('[data-letter="7"]');
  const [seen, room] = [await status.boundingBox(), await grid(page, '台账').locator('..').boundingBox()];
  if (seen === null || room === null) throw new Error('not drawn');
  expect(seen.x + seen.width).toBeLessThanOrEqual(room.x + room.width);
  expect(await page.locator('[data-letter="2"], [data-letter="3"]').count()).toBe(0);
  await page.getByRole('button', { name: '部分、任务列' }).click();
  expect(await page.locator('[data-letter="2"], [data-letter="3"]').count()).toBe(2);
  await page.getByRole('button', { name: '部分、任务列' }).click();
  await page.getByRole('textbox', { name: '名称框' }).fill('C8');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-column') === '3');
  await page.close();
});

test('the pane is made wider by arrows and by drawing, folded away and unfolded; kept over a reload', async () => {
  const page = await withCollected(pages, 1280);
  await turnTo(page, '台账');
  const width = async () => Math.round((await main(page).boundingBox())?.width ?? 0);
  const line = page.getByRole('separator', { name: /^窗格宽度/ });
  expect(await width()).toBe(380);
  await line.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await width()).toBe(404);
  expect(await line.getAttribute('aria-valuenow')).toBe('404');
  const at = await line.boundingBox();
  if (at === null) throw new Error('no line');
  await page.mouse.move(at.x + 5, at.y + 300);
  await page.mouse.down();
  await page.mouse.move(at.x - 95, at.y + 300, { steps: 4 });
  await page.mouse.up();
  expect(await width()).toBe(504);
  await untilKeptText(page, 'screenState', '"beside.width":504');
  await page.reload();
  await grid(page, '台账').waitFor();
  expect(await width()).toBe(504);
  await page.getByRole('button', { name: '收起窗格' }).click();
  expect(await main(page).isVisible()).toBe(false);
  await grid(page, '台账').locator('[data-row="5"] [data-column="4"]').click();
  await page.keyboard.press('F6');
  expect(await isInPane(page)).toBe(true);
  await page.close();
});

test('in a narrow window pane and workbook are two views: 定位 shows the cell, and the way back what led there', async () => {
  const page = await withCollected(pages, 600);
  expect(await page.getByRole('grid').count()).toBe(0);
  await turnTo(page, '台账');
  expect(await main(page).isVisible()).toBe(false);
  await page.keyboard.press('F6');
  expect(await main(page).isVisible()).toBe(true);
  await new PaneActions(page).go('pane.screen.overdue');
  await main(page).getByRole('button', { name: /^定位/ }).first().click();
  await page.waitForFunction(() => document.activeElement?.closest('[role=grid]') !== null);
  const cell = await page.locator('[role=grid] [tabindex="0"]').boundingBox();
  if (cell === null) throw new Error('not drawn');
  expect(cell.x).toBeGreaterThanOrEqual(0);
  // The line between two cells lies half outside.
  expect(cell.x + cell.width).toBeLessThanOrEqual(601);
  expect(cell.y + cell.height).toBeLessThanOrEqual(800);
  await page.getByRole('button', { name: '回到“预警”' }).click();
  expect(await main(page).isVisible()).toBe(true);
  expect(await isInPane(page)).toBe(true);
  await page.close();
});

test.each([
  [320, 'light'],
  [320, 'dark'],
  [900, 'light'],
  [1440, 'dark'],
] as const)(
  'nothing for axe to find at %i px, %s, and nothing wider than the page',
  async (width, colorScheme) => {
    const page = await withCollected(pages, width);
    await page.emulateMedia({ colorScheme });
    await new PaneActions(page).go('pane.screen.overdue');
    const found = [...(await violations(page, 'body'))];
    if (width < 900) await bringInFront(page, '工作簿');
    await followBar(page).waitFor();
    found.push(...(await violations(page, 'body')));
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  },
);

test('nothing of this was a fault of the page', () => {
  expect(pages.faults).toEqual([]);
});
