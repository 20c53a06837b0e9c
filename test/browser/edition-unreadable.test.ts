import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { violations } from './accessibility';
import { SAMPLE_ENTRIES, withCollected } from './beginnings';
import { BuiltPages } from './built-pages';
import { keptLedger, openDatabase, putIntoKept, untilEntries } from './kept-session';

let pages: BuiltPages;

beforeEach(async () => {
  pages = await BuiltPages.open();
});

afterEach(() => pages.close());

const UNREADABLE = '上次保存在浏览器里的内容无法读取';
const NEWER = '这个浏览器里存有较新版本的内容';

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

async function warnsOnLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });
}

/** A page that finds a kept ledger of the sample’s entries whose `log` is no list. */
async function withStray(): Promise<Page> {
  const page = await withCollected(pages);
  const ledger = await keptLedger(page);
  await putIntoKept(page, 'ledger', { ...ledger, log: 'torn' });
  await page.reload();
  await page.getByText(UNREADABLE).waitFor();
  return page;
}

test('a kept session that cannot be read is left as it is while the clerk works on, and can be saved as a file', async () => {
  const page = await withStray();
  expect(await violations(page, 'main')).toEqual([]);
  await button(page, '载入140项措施').click();
  await page.getByText('已载入 140 项措施。').waitFor();
  await page.waitForTimeout(300);
  expect((await keptLedger(page))?.entries).toHaveLength(SAMPLE_ENTRIES);
  expect(await warnsOnLeaving(page)).toBe(true);

  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '存为文件').click()]);
  expect(download.suggestedFilename()).toBe('措施台账_未能读取的内容.json');
  const saved = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    ledger: { entries: unknown[]; log: unknown };
  };
  expect(saved.ledger).toMatchObject({ entries: { length: SAMPLE_ENTRIES }, log: 'torn' });
  await page.reload();
  await page.getByText(UNREADABLE).waitFor();
  expect(pages.faults).toEqual([]);
});

test('dropped by a button it is gone, and from then on the page is kept: what was done before the button too', async () => {
  const page = await withStray();
  await button(page, '载入140项措施').click();
  await page.getByText('已载入 140 项措施。').waitFor();
  await button(page, '丢弃这些内容').click();
  await page.getByText(UNREADABLE).waitFor({ state: 'detached' });
  await untilEntries(page, 0);
  expect(await warnsOnLeaving(page)).toBe(false);
  await page.reload();
  await page.getByRole('grid', { name: '台账' }).waitFor();
  expect(await page.getByText(UNREADABLE).count()).toBe(0);
  expect(pages.faults).toEqual([]);
});

test('a database of a newer build is told as such and left alone; the page works, and leaving warns', async () => {
  const page = await withCollected(pages);
  await page.goto(`${pages.origin}/nothing.html`);
  await openDatabase(page, 4);
  await page.goto(`${pages.origin}/`);
  await page.getByText(NEWER).waitFor();
  expect(await violations(page, 'main')).toEqual([]);
  await button(page, '载入140项措施').click();
  await page.getByText('已载入 140 项措施。').waitFor();
  expect(await warnsOnLeaving(page)).toBe(true);
  await page.waitForTimeout(300);
  expect((await keptLedger(page))?.entries).toHaveLength(SAMPLE_ENTRIES);
});

test('a page of a newer build does not wait for one of this build that is still open, which says what it is from then on', async () => {
  const page = await withCollected(pages);
  const newer = await page.context().newPage();
  await newer.goto(`${pages.origin}/nothing.html`);
  await openDatabase(newer, 4);
  await page.getByText(NEWER).waitFor();
  await page.getByRole('tab', { name: '台账', exact: true }).click();
  await page.locator('[aria-rowindex="4"] [aria-colindex="8"]').click();
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await page.getByText('已记入手工修改。').waitFor();
  await page.getByText(NEWER).waitFor();
  expect(await warnsOnLeaving(page)).toBe(true);
  expect((await keptLedger(newer))?.entries).toHaveLength(SAMPLE_ENTRIES);
  expect(pages.faults).toEqual([]);
});
