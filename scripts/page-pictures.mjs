// Takes the pictures of the pane and the page that docs/ shows, from the built pages. Needs Chromium.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const file = join('dist', path === '/' ? 'index.html' : path);
  readFile(file).then(
    (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(bytes),
    () => response.writeHead(404).end(),
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});

const GALLERY = 'screens/';
const SCREENS = [
  ...[
    'start',
    'guide',
    'home',
    'issue',
    'returns',
    'preview',
    'findings',
    'located',
    'imported',
    'overdue',
    'summary',
  ],
  ...['reminders', 'verify', 'extension', 'letters', 'year', 'plan', 'settings', 'homeAfter'],
];

/** A page on its first screen; language and theme as a clerk would have left them. */
async function open({ width, height = 720, theme = 'light', locale = 'zh-CN' }) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.addInitScript(
    (kept) => globalThis.localStorage.setItem('measures-ledger/preferences', kept),
    JSON.stringify({ locale, theme }),
  );
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.locator('main').getByRole('button').first().waitFor();
  return page;
}

/** What the pages show as it is, without loss; the gallery of every screen is many times larger and bears some. */
async function take(page, name) {
  // In a narrow window the workbook may be in front of it.
  await page
    .locator('main')
    .getByRole('heading', { level: 2, includeHidden: true })
    .waitFor({ state: 'attached' });
  await page.waitForTimeout(700);
  const shot = name.startsWith(GALLERY) ? { type: 'jpeg', quality: 55 } : { type: 'png' };
  const end = name.startsWith(GALLERY) ? 'jpg' : 'png';
  await page.screenshot({ path: `docs/images/${name}.${end}`, ...shot });
}

/** To a screen by its tab, or out of the menu where the tab has no room. */
async function go(page, words, screen) {
  const name = words[`pane.screen.${screen}`];
  const tab = page.locator('main').getByRole('tablist').first().getByRole('tab', { name, exact: true });
  if (await tab.isVisible()) await tab.click();
  else {
    await page.locator('main header').getByRole('button').last().click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  }
}

const primary = (page, text) => page.locator('main').getByRole('button', { name: text }).first();

const REPORT_PARTS = ['reminders', 'verify', 'extension', 'letters', 'year'];

/** The parts of 督办报告, with two claims closed, an extension applied for and the letters made. */
async function followThrough(page, words, shoot) {
  const main = page.locator('main');
  const part = (id) => main.getByRole('tab', { name: words[`pane.report.part.${id}`], exact: true });
  await part('reminders').waitFor();
  for (const id of REPORT_PARTS) {
    await part(id).click();
    if (id === 'verify') {
      await main.getByRole('list').first().getByRole('checkbox').first().check();
      await main.getByRole('list').first().getByRole('checkbox').nth(1).check();
    }
    if (id === 'extension') {
      await main.getByLabel(words['pane.report.extension.measure']).fill('7');
      await main.getByLabel(words['pane.report.extension.newDeadline']).fill('2018-06-30');
      await main.getByLabel(words['pane.report.extension.reason']).fill('配套文件尚待省级部门印发');
    }
    await shoot(id);
  }
}

/** From a cell that was looked at in the workbook: where there is room for one side, the pane is brought in front again. */
async function backToThePane(page, words) {
  const sides = page.getByRole('tablist', { name: words['pane.sides'] });
  if (await sides.isVisible()) await sides.getByRole('tab', { name: words['pane.sides.pane'] }).click();
}

/** From the first screen through the cycle; `take` is called on every screen with its name. */
async function walk(options, names) {
  const { locale = 'zh-CN' } = options;
  const words = JSON.parse(await readFile(`src/locales/${locale}.json`, 'utf8'));
  const page = await open(options);
  const shoot = async (screen) => {
    if (names[screen] !== undefined) await take(page, names[screen]);
  };
  await shoot('start');
  await primary(page, words['pane.first.demo']).click();
  const end = page.getByRole('button', { name: words['pane.guide.end'] });
  await end.waitFor();
  await shoot('guide');
  await end.click();
  await shoot('home');
  await go(page, words, 'issue');
  await shoot('issue');
  await go(page, words, 'returns');
  await page.locator('main input[type=file]').waitFor({ state: 'attached' });
  await shoot('returns');
  await primary(page, words['pane.returns.sample']).click();
  await page.getByText('200').first().waitFor();
  await shoot('preview');
  await primary(page, /市编办/).click();
  await primary(page, /市编办/).evaluate((one) => one.scrollIntoView({ block: 'start' }));
  await shoot('findings');
  await page
    .locator('main')
    .getByRole('button', { name: / F\d+$/ })
    .first()
    .click();
  await shoot('located');
  await backToThePane(page, words);
  await primary(page, /200/).evaluate((one) => one.scrollIntoView());
  await page.locator('main section').first().getByRole('button', { name: /200/ }).last().click();
  await page.locator('main').getByRole('heading', { level: 3 }).first().waitFor();
  await page.locator('main').evaluate((one) => one.scrollIntoView());
  await shoot('imported');
  await go(page, words, 'overdue');
  await shoot('overdue');
  await go(page, words, 'summary');
  await shoot('summary');
  await go(page, words, 'report');
  await followThrough(page, words, shoot);
  await go(page, words, 'plan');
  await shoot('plan');
  await go(page, words, 'settings');
  await shoot('settings');
  await go(page, words, 'home');
  await shoot('homeAfter');
  await page.close();
}

const PLAN = 'test/plan/corpus/documents/09-shared-and-inherited.txt';

/** A plan of another office on its way to a ledger, one of its measures open. */
async function readPlan(options, name) {
  const words = JSON.parse(await readFile(`src/locales/${options.locale ?? 'zh-CN'}.json`, 'utf8'));
  const page = await open(options);
  await primary(page, words['pane.first.ownPlan']).click();
  await page.locator('main input[type=file]').setInputFiles(PLAN);
  const measures = page.locator('main').locator('ol [aria-expanded]');
  await measures.nth(1).click();
  await take(page, name);
  await page.close();
}

/** A plan whose years are over, as it is met on the first screen of its ledger. */
async function buildPast(options, name) {
  const words = JSON.parse(await readFile(`src/locales/${options.locale ?? 'zh-CN'}.json`, 'utf8'));
  const page = await open(options);
  await primary(page, words['pane.first.build']).click();
  await page.locator('main').getByRole('combobox').first().waitFor();
  await take(page, name);
  await page.close();
}

try {
  await buildPast({ width: 320 }, 'pane-past');
  await readPlan({ width: 320 }, 'pane-plan');
  await readPlan({ width: 1280 }, 'page-plan');
  await readPlan({ width: 1280, theme: 'dark', locale: 'en-US' }, 'page-plan-dark-en');
  await walk(
    { width: 320 },
    {
      start: 'pane-start',
      guide: 'pane-guide',
      home: 'pane-home',
      issue: 'pane-issue',
      returns: 'pane-returns',
      preview: 'pane-preview',
      findings: 'pane-findings',
      imported: 'pane-imported',
      overdue: 'pane-overdue',
      summary: 'pane-summary',
      settings: 'pane-settings',
      reminders: 'pane-reminders',
      verify: 'pane-verify',
      extension: 'pane-extension',
      letters: 'pane-letters',
      year: 'pane-year',
      homeAfter: 'pane-home-after',
    },
  );
  await walk(
    { width: 320, theme: 'dark' },
    { preview: 'pane-preview-dark', overdue: 'pane-overdue-dark', homeAfter: 'pane-home-dark' },
  );
  await walk({ width: 320, locale: 'en-US' }, { homeAfter: 'pane-home-en', findings: 'pane-findings-en' });
  await walk(
    { width: 1280 },
    {
      start: 'page-start',
      preview: 'page-returns',
      located: 'page-located',
      summary: 'page-summary',
      letters: 'page-letters',
    },
  );
  await walk({ width: 1280, theme: 'dark', locale: 'en-US' }, { overdue: 'page-dark-en' });
  for (const width of [320, 1280])
    for (const theme of ['light', 'dark'])
      for (const locale of ['zh-CN', 'en-US']) {
        const folder = `${GALLERY}${width}-${theme}-${locale.slice(0, 2)}`;
        await walk(
          { width, theme, locale },
          Object.fromEntries(SCREENS.map((id) => [id, `${folder}/${id}`])),
        );
      }
} finally {
  await browser.close();
  server.close();
}
