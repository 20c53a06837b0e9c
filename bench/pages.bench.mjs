// What the pages weigh and how soon they answer: the initial scripts of each edition; first paint and first answer to a click
// on a processor four times slower, as a ratio to a page with one button of the same library; the grid at 100,000 rows as
// a ratio to 1,000; what opening, saving, editing, undoing and a thousand returns take at 20,000 entries, and the grid beside two others
// (`npm ci --prefix bench/grids` installs them). Run after a build. Needs Chromium.
/* global KeyboardEvent, MutationObserver, document, requestAnimationFrame */
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import webpack from 'webpack';
import { buildOthers, measureAtScale } from './pages/at-scale.mjs';
import { keepEntries } from './pages/kept-ledger.mjs';

const SLOWER = 4;
const ROUNDS = 5;
const FEW = 1_000;
const MANY = 100_000;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

const BARE = `
  import { createRoot } from 'react-dom/client';
  import { createElement } from 'react';
  import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
  const button = createElement(Button, null, '开始');
  createRoot(document.getElementById('root')).render(createElement(FluentProvider, { theme: webLightTheme }, button));
`;

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function weigh() {
  for (const page of ['index.html', 'taskpane.html']) {
    const html = readFileSync(join('dist', page), 'utf8');
    const scripts = [...html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)]
      .map((match) => match[1])
      .filter((address) => !address.includes('://'));
    const bytes = scripts.reduce(
      (sum, name) => sum + gzipSync(readFileSync(join('dist', name)), { level: 9 }).length,
      0,
    );
    console.log(`${page}: ${Math.round(bytes / 1000)} KB of initial JavaScript, gzip (at most 250)`);
  }
}

/** A page with one Fluent button and nothing else, built the same way. */
async function buildBare(folder) {
  const entry = join(folder, 'bare.mjs');
  await writeFile(entry, BARE);
  const resolve = { modules: [join(process.cwd(), 'node_modules')] };
  const output = { path: folder, filename: 'bare.js' };
  await new Promise((done, failed) => {
    webpack({ mode: 'production', entry, output, resolve, performance: false }, (error, stats) =>
      error || stats.hasErrors() ? failed(error ?? new Error(stats.toString('errors-only'))) : done(),
    );
  });
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><script defer src="bare.js"></script><div id="root"></div>',
  );
}

async function serve(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname));
    readFile(file).then(
      (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** Milliseconds to the first paint and to the button that can be pressed, on the slower processor. */
async function opened(browser, address) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('button') === null) return;
      observer.disconnect();
      setTimeout(() => performance.mark('ready'));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  await page.waitForFunction(
    () =>
      performance.getEntriesByName('first-contentful-paint').length > 0 &&
      performance.getEntriesByName('ready').length > 0,
  );
  const [paint, ready] = await page.evaluate(() =>
    ['first-contentful-paint', 'ready'].map((name) => performance.getEntriesByName(name)[0].startTime),
  );
  await page.close();
  return { paint, ready };
}

async function measureOpening(browser, pages, bare) {
  const times = { pages: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    times.bare.push(await opened(browser, bare));
    times.pages.push(await opened(browser, pages));
  }
  for (const [name, words] of [
    ['paint', 'first paint'],
    ['ready', 'first button that answers'],
  ]) {
    const of = (which) => median(times[which].map((time) => time[name]));
    const ratio = (of('pages') / of('bare')).toFixed(2);
    console.log(`${words}, processor ${SLOWER}× slower: ${ratio} × that of a page with one Fluent button`);
  }
}

/** Milliseconds a page of scrolling and a jump from end to end take, drawing included. */
async function gridTimes(page) {
  const grid = page.getByRole('grid', { name: '填报明细' });
  await grid.waitFor({ timeout: 300_000 });
  // Where it was scrolled to is kept over loading the page again.
  await page.evaluate(() => {
    document.querySelector('[role=grid]').parentElement.scrollTop = 0;
  });
  await grid.locator('[aria-rowindex="4"] [aria-colindex="1"]').click();
  return await page.evaluate(async () => {
    const drawn = () =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
    const scroller = document.querySelector('[role=grid]').parentElement;
    const press = (key) =>
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }),
      );
    const average = async (times, act) => {
      const begin = await drawn();
      let end = begin;
      for (let time = 0; time < times; time++) {
        act(time);
        end = await drawn();
      }
      return (end - begin) / times;
    };
    const scroll = await average(40, () => (scroller.scrollTop += scroller.clientHeight * 0.8));
    const jump = await average(20, (time) => press(time % 2 === 0 ? 'End' : 'Home'));
    return { scroll, jump };
  });
}

async function measureGrid(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(300_000);
  await page.goto(address);
  await page.getByRole('button', { name: '载入140项措施' }).click();
  await page.locator('[aria-rowindex="4"] [aria-colindex="8"]').click();
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await page.getByText('已记入手工修改').waitFor();
  await page.waitForTimeout(1000);
  const times = {};
  for (const entries of [FEW, MANY]) {
    await keepEntries(
      page,
      Array.from({ length: entries }, () => ({})),
      '填报明细',
    );
    await page.reload();
    times[entries] = await gridTimes(page);
  }
  await page.close();
  for (const [name, words] of [
    ['scroll', 'scrolling by a screen'],
    ['jump', 'jumping from end to end'],
  ]) {
    const ratio = (times[MANY][name] / times[FEW][name]).toFixed(2);
    console.log(`${words}: at ${MANY} rows ${ratio} × the time it takes at ${FEW}`);
  }
}

weigh();
const folder = await mkdtemp(join(tmpdir(), 'bare-page-'));
await buildBare(folder);
const [pages, bare] = await Promise.all([serve('dist'), serve(folder)]);
const others = await buildOthers();
const otherGrids = others === null ? null : await serve(others);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  await measureOpening(browser, pages.address, bare.address);
  await measureAtScale(browser, pages.address, otherGrids?.address ?? null);
  await measureGrid(browser, pages.address);
} finally {
  await browser.close();
  pages.server.close();
  bare.server.close();
  await rm(folder, { recursive: true });
  otherGrids?.server.close();
  if (others !== null) await rm(others, { recursive: true });
}
