import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { withMeasures } from './beginnings';
import { BuiltPages } from './built-pages';
import { growLedger, keptLedger, untilKept } from './kept-session';
import { turnTo } from './sides';

const ENTRIES = 100_000;

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

async function withLedger(width = 1280): Promise<Page> {
  const page = await withMeasures(pages, width);
  await turnTo(page, '台账');
  await page.getByRole('button', { name: '部分、任务列' }).click();
  return page;
}

function cell(page: Page, row: number, column: number) {
  return page.locator(`[role=row][aria-rowindex="${row}"] [aria-colindex="${column}"]`);
}

/** Where the keyboard is, as a screen reader would say it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    return [
      element?.closest('[role=row]')?.getAttribute('aria-rowindex'),
      element?.getAttribute('aria-colindex'),
    ].join(':');
  });
}

async function isInView(page: Page, row: number, column: number): Promise<boolean> {
  const inner = await cell(page, row, column).boundingBox();
  const outer = await page.getByRole('grid').locator('..').boundingBox();
  if (inner === null || outer === null) return false;
  return (
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y + inner.height <= outer.y + outer.height + 1
  );
}

test('a screen reader finds a grid: its size, its headers, rows by their number in the sheet', async () => {
  const page = await withLedger();
  const grid = page.getByRole('grid', { name: '台账' });
  expect(await grid.getAttribute('aria-rowcount')).toBe('143');
  expect(await grid.getAttribute('aria-colcount')).toBe('16');
  expect(await page.getByRole('columnheader').allInnerTexts()).toContain('填报状态');
  expect(await cell(page, 4, 1).getAttribute('role')).toBe('rowheader');
  expect(await cell(page, 4, 7).getAttribute('aria-readonly')).toBeNull();
  expect(await cell(page, 4, 4).getAttribute('aria-readonly')).toBe('true');
  expect(await page.getByRole('row').count()).toBeLessThan(40);
  await page.close();
});

test('the keyboard goes everywhere, and where it is stays in view', async () => {
  const page = await withLedger();
  await cell(page, 4, 1).click();
  for (const [keys, place] of [
    ['ArrowRight ArrowDown', '5:2'],
    ['End', '5:16'],
    ['Control+End', '143:16'],
    ['Home', '143:1'],
    ['Control+Home', '1:1'],
    ['ArrowDown ArrowDown ArrowDown', '4:1'],
    ['Control+ArrowDown', '143:1'],
    ['PageUp', null],
  ] as const) {
    for (const key of keys.split(' ')) await page.keyboard.press(key);
    if (place !== null) expect(await focused(page)).toBe(place);
    const [row = 0, column = 0] = (await focused(page)).split(':').map(Number);
    if (row > 3) expect(await isInView(page, row, column)).toBe(true);
  }
  expect(await focused(page)).not.toBe('143:1');
  await page.close();
});

test('the keyboard keeps its cell when the mouse wheel takes it out of sight', async () => {
  const page = await withLedger();
  await cell(page, 5, 4).click();
  await page.getByRole('grid').hover();
  await page.mouse.wheel(0, 6000);
  await page.waitForTimeout(200);
  expect(await focused(page)).toBe('5:4');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('6:4');
  expect(await isInView(page, 6, 4)).toBe(true);
  await page.close();
});

test('a range by Shift or by dragging is copied as text and as a table', async () => {
  const page = await withLedger();
  await page.evaluate(() => {
    document.addEventListener('copy', (event) => {
      const at = (kind: string) => event.clipboardData?.getData(kind) ?? '';
      Object.assign(window, { copied: { text: at('text/plain'), html: at('text/html') } });
    });
  });
  const copied = async () => {
    await page.keyboard.press('Control+c');
    return page.evaluate(() => (window as unknown as { copied: { text: string; html: string } }).copied);
  };
  await cell(page, 4, 1).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  const byKeys = await copied();
  expect(byKeys.text).toBe('1\t(一)依法全面履行政府职能\r\n2\t(一)依法全面履行政府职能');
  expect(byKeys.html).toContain('<td>1</td>');

  const [from, to] = await Promise.all([cell(page, 4, 1).boundingBox(), cell(page, 5, 2).boundingBox()]);
  if (from === null || to === null) throw new Error('not in view');
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 5, to.y + 5, { steps: 4 });
  await page.mouse.up();
  expect(await copied()).toEqual(byKeys);
  expect(await page.locator('[role=row] [aria-selected=true]').count()).toBe(4);
  await page.close();
});

test('an edit from the drop-down is an entry and shows at once; it can be undone', async () => {
  const page = await withLedger();
  await cell(page, 5, 7).click();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: '推进中' }).click();
  await page.getByText('已记入手工修改。').waitFor();
  expect(await cell(page, 5, 7).innerText()).toBe('推进中');
  expect(await focused(page)).toBe('5:7');
  expect((await keptLedger(page))?.entries).toMatchObject([
    { kind: 'report', origin: 'handEdit', measure: 2 },
  ]);
  await page.keyboard.press('Control+z');
  await page.getByText('已撤销上次修改。').waitFor();
  expect(await cell(page, 5, 7).innerText()).toBe('');
  await page.close();
});

test('a wrong number is refused in a sentence, stays to be put right, and is then taken', async () => {
  const page = await withLedger();
  await cell(page, 5, 8).click();
  await page.keyboard.type('160');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('“160”不能作为进度。').waitFor();
  const field = page.getByRole('textbox', { name: '修改 H5' });
  expect(await field.inputValue()).toBe('160');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await field.fill('60');
  await page.keyboard.press('Enter');
  await page.getByText('已记入手工修改。').waitFor();
  expect(await cell(page, 5, 8).innerText()).toBe('60%');
  expect(await focused(page)).toBe('6:8');

  await cell(page, 5, 9).dblclick();
  await page.getByLabel('修改 I5').fill('1999-01-01');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('不能作为完成日期').waitFor();
  await page.keyboard.press('Escape');
  expect(await cell(page, 5, 9).innerText()).toBe('');

  await cell(page, 5, 4).dblclick();
  await page.getByText('D5 不能修改。').waitFor();
  await page.close();
});

test('a column of statuses is pasted as one edit', async () => {
  const page = await withLedger();
  await cell(page, 4, 7).click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '已完成\t100\r\n未启动\t0\r\n');
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  await page.getByText('已记入手工修改：2 条').waitFor();
  expect(await cell(page, 5, 7).innerText()).toBe('未启动');
  await page.getByRole('button', { name: '撤销修改' }).click();
  expect(await cell(page, 4, 7).innerText()).toBe('');
  expect(await cell(page, 5, 8).innerText()).toBe('');
  await page.close();
});

test('a hundred thousand rows: only those in view are drawn, the last is one key away', async () => {
  const page = await withLedger();
  await cell(page, 4, 8).click();
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await page.getByText('已记入手工修改。').waitFor();
  await untilKept(page, 'edits');
  await growLedger(page, ENTRIES);
  await page.reload();
  const grid = page.getByRole('grid', { name: '填报明细' });
  await grid.waitFor({ timeout: 60_000 });
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(ENTRIES + 3));
  expect(await page.getByRole('row').count()).toBeLessThan(80);
  await cell(page, 4, 1).click();
  await page.keyboard.press('Control+End');
  expect(await focused(page)).toBe(`${ENTRIES + 3}:23`);
  await page.keyboard.press('Home');
  expect(await cell(page, ENTRIES + 3, 1).innerText()).toBe(String(ENTRIES));
  expect(await isInView(page, ENTRIES + 3, 1)).toBe(true);
  await page.close();
});

test.each([
  ['a wide page', 1280, 'light'],
  ['a narrow one in the dark', 320, 'dark'],
] as const)('nothing for axe to find in the grid of %s', async (_, width, colorScheme) => {
  const page = await withLedger(width);
  await page.emulateMedia({ colorScheme });
  await cell(page, 5, 8).click();
  await page.keyboard.type('160');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(where: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run({ include: ['section'], exclude: ['[data-tabster-dummy]'] })).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`,
    );
  });
  expect(violations).toEqual([]);
  await page.close();
});

test('nothing of this was a fault of the page or broke its content security policy', () => {
  expect(pages.faults).toEqual([]);
  expect(pages.foreignRequests).toEqual([]);
});
