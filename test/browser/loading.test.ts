import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { translator } from '../../src/locales/translate';
import { BuiltPages } from './built-pages';
import { untilKept } from './kept-session';
import { PaneActions } from './pane-actions';

/** All that is loaded until the first screen stands, gzip: the page's own script, the frame, one language, the screen. */
const FIRST_SCREEN = 225_000;

const words = translator('zh-CN');

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

/** The scripts that the page has asked for, once nothing more comes. */
async function scriptsOf(page: Page): Promise<readonly string[]> {
  await page.waitForLoadState('networkidle');
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
}

async function weight(paths: readonly string[]): Promise<number> {
  const sizes = paths.map(async (path) => gzipSync(await readFile(join('dist', path)), { level: 9 }).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Nothing that the server has is to be had from here on. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  await page.route('**/*.js', (route) => route.abort());
  return () => page.unroute('**/*.js');
}

/** What stands in place of a page of which a part did not come, in either language. */
function notOpened(page: Page) {
  return page
    .getByText(words('pane.starting.parts'))
    .or(page.getByText(translator('en-US')('pane.starting.parts')));
}

/** A browser that keeps no files of the page for the time without a network. */
const NO_WORKER = 'delete Navigator.prototype.serviceWorker;';

test('until the first screen stands little is loaded, and of one language alone', async () => {
  const page = await pages.page(1280, 800, { script: NO_WORKER });
  await page.getByRole('button', { name: words('pane.first.build') }).waitFor();
  const scripts = await scriptsOf(page);
  const text = (await Promise.all(scripts.map((path) => readFile(join('dist', path), 'utf8')))).join();
  expect(text).toContain(words('pane.first.what'));
  expect(text).not.toContain(translator('en-US')('pane.first.what'));
  expect(await weight(scripts)).toBeLessThan(FIRST_SCREEN);
  await page.close();
});

test('a screen that does not come is a sentence, and comes when it is asked for again', async () => {
  const page = await pages.page(1280, 800, { script: NO_WORKER });
  const pane = new PaneActions(page);
  await page.getByRole('button', { name: words('pane.first.build') }).waitFor();
  const connect = await cutOff(page);
  await pane.go('pane.screen.settings');
  await pane.says('pane.notLoaded.title');
  await pane.press('pane.notLoaded.retry');
  await pane.says('pane.notLoaded.title');
  await connect();
  await pane.press('pane.notLoaded.retry');
  await page.getByRole('heading', { name: words('pane.title.settings') }).waitFor();
  await page.close();
});

test('a step whose program does not come says so and has changed nothing; a language that does not come is not taken', async () => {
  const page = await pages.page(1280, 800, { script: NO_WORKER });
  const pane = new PaneActions(page);
  await pane.go('pane.screen.settings');
  await page.getByLabel('语言').waitFor();
  const connect = await cutOff(page);
  await page.getByLabel('语言').selectOption('en-US');
  await pane.says('pane.fault.notLoaded');
  await pane.go('pane.screen.start');
  await pane.press('pane.first.demo');
  await pane.says('pane.fault.notLoaded');
  await connect();
  await pane.press('pane.first.demo');
  await pane.says('pane.next.issue');
  await page.close();
});

test('a page whose parts do not come says so in place of its outline, and opens when it is tried again', async () => {
  const page = await pages.blank(1280, 800);
  const html = await readFile('dist/index.html', 'utf8');
  const own = /<script defer(?:="")? src="?([^"\s>]+)/u.exec(html)?.[1] ?? '';
  await page.addInitScript(NO_WORKER);
  await page.route(
    (url) => url.pathname.endsWith('.js') && !url.pathname.endsWith(own),
    (route) => route.abort(),
  );
  await page.goto(`${pages.origin}/`);
  await notOpened(page).waitFor();
  expect(await page.getByRole('link').count()).toBe(0);
  await page.unrouteAll();
  await page.getByRole('button').click();
  await page.getByRole('button', { name: words('pane.first.build') }).waitFor();
  await page.close();
});

test('a session that is kept is not touched while the program that reads it does not come', async () => {
  const page = await pages.page(1280, 800, { script: NO_WORKER });
  const pane = new PaneActions(page);
  await pane.press('pane.first.demo');
  await pane.says('pane.next.issue');
  await untilKept(page, 'ledger');
  await page.route('**/kept-fields.*.js', (route) => route.abort());
  await page.reload();
  await notOpened(page).waitFor();
  await page.unrouteAll();
  await page.getByRole('button').click();
  await pane.says('pane.next.issue');
  await page.close();
});

test('a webview without the newer array methods gets them', async () => {
  const script = `
    ${NO_WORKER}
    for (const name of ['toReversed', 'toSorted', 'toSpliced', 'with']) delete Array.prototype[name];`;
  const before = pages.faults.length;
  const page = await pages.page(1280, 800, { script });
  const pane = new PaneActions(page);
  await pane.press('pane.first.demo');
  await pane.says('pane.next.issue');
  await pane.go('pane.screen.returns');
  await pane.press('pane.returns.sample');
  await page.getByRole('button', { name: '汇入 200 条' }).waitFor();
  expect(pages.faults.slice(before)).toEqual([]);
  await page.close();
});
