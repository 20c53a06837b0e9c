// The page at the size of a monthly office's five years: opening, saving, editing, undoing, taking in a thousand returns; and its grid
// beside two others with the same rows.
/* global document, requestAnimationFrame */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import webpack from 'webpack';
import { makeCorpus } from '../corpus.mjs';
import { answerTime, longestBlock, median, scrollFrames, watchAnswer, watchBlocks } from './frames.mjs';
import { keepEntries } from './kept-ledger.mjs';
import { HEADS, entryParts, tableRows } from './rows.mjs';

const ENTRIES = 20_000;
const RETURNS = 1_000;
const ROUNDS = 3;
const FRAMES = 120;
const STEP = 120;
const GRIDS = { ag: 'AG Grid Community', glide: 'Glide Data Grid' };
const VIEW = { width: 1280, height: 800 };
const PATIENCE = 600_000;
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const whole = (ms) => `${Math.round(ms)} ms`;

async function newPage(browser, address) {
  const page = await browser.newPage({ viewport: VIEW });
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript('window.showSaveFilePicker = undefined; window.showOpenFilePicker = undefined;');
  await page.goto(address);
  return page;
}

/** How long something takes until the page says so, by the page's own clock, and the longest time for which it answered nobody meanwhile. */
async function timed(page, act, words, selector = 'body') {
  await page.evaluate(watchBlocks);
  await page.evaluate(watchAnswer, [words, selector]);
  await act();
  const ms = await page.evaluate(answerTime);
  return { ms, block: await page.evaluate(longestBlock) };
}

const told = (name, { ms, block }, aim) =>
  console.log(
    `${name}: ${seconds(ms)}, longest block ${block === 0 ? 'under 50 ms' : whole(block)} (${aim})`,
  );

const middle = (times) => ({
  ms: median(times.map(({ ms }) => ms)),
  block: median(times.map(({ block }) => block)),
});

async function editCell(page, text) {
  await page.locator('[aria-rowindex="4"] [aria-colindex="8"]').click();
  await page.keyboard.type(text);
  return timed(page, () => page.keyboard.press('Enter'), '已记入手工修改');
}

/** The page with a ledger of `ENTRIES` entries, made once through the page itself; what saving, opening, editing and undoing take. */
async function measureLedger(browser, address) {
  const page = await newPage(browser, address);
  await page.getByRole('button', { name: '载入140项措施' }).click();
  await editCell(page, '10');
  await page.waitForTimeout(1000);
  await keepEntries(page, entryParts(ENTRIES));
  await page.reload();
  await page.getByRole('grid', { name: '台账' }).waitFor();
  await page.waitForTimeout(1000);
  const edits = [];
  const undos = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    edits.push(await editCell(page, String(20 + round)));
    const undo = page.getByRole('button', { name: '撤销修改' });
    undos.push(await timed(page, () => undo.click(), '已撤销上次修改'));
  }
  await editCell(page, '55');
  const [saving, bytes] = await saved(page);
  await page.close();
  const fresh = await newPage(browser, address);
  const picker = fresh.locator('main input[type=file]').first();
  // As a hand does that is about to press it.
  await picker.locator('xpath=preceding-sibling::button').hover();
  await fresh.waitForTimeout(1000);
  const file = { name: '台账.xlsx', mimeType: SPREADSHEET, buffer: bytes };
  const opening = await timed(
    fresh,
    () => picker.setInputFiles(file),
    '已打开 台账\\.xlsx',
    '[role=grid][aria-label="台账"]',
  );
  const grid = await measureOwnGrid(fresh);
  await fresh.getByRole('tab', { name: '台账' }).first().click();
  await fresh.getByRole('grid', { name: '台账' }).waitFor();
  await editCell(fresh, '35');
  const [savingAgain] = await saved(fresh);
  await fresh.close();
  console.log(`a ledger of ${ENTRIES} entries, ${(bytes.length / 1e6).toFixed(1)} MB:`);
  told('  open', opening, 'at most 2 s');
  told('  save', saving, 'at most 2 s');
  told('  save what was opened', savingAgain, 'at most 2 s');
  told('  one edit', middle(edits), 'at most 0.1 s');
  told('  undo', middle(undos), 'at most 0.1 s');
  return { ...grid, edit: middle(edits).ms };
}

/** What saving takes, and the file. */
async function saved(page) {
  const download = page.waitForEvent('download');
  const save = page.getByRole('button', { name: '保存工作簿' });
  const saving = await timed(page, () => save.click(), '已交给浏览器下载');
  return [saving, await readFile(await (await download).path())];
}

/** The grid of 填报明细: milliseconds a frame of scrolling, to sort, to filter. */
async function measureOwnGrid(page) {
  await page.getByRole('tab', { name: '填报明细' }).click();
  const grid = page.getByRole('grid', { name: '填报明细' });
  await grid.waitFor();
  await page.evaluate(() => {
    document.querySelector('[role=grid]').parentElement.id = 'scrolled';
  });
  const scroll = await page.evaluate(scrollFrames, ['#scrolled', FRAMES, STEP]);
  const menu = (column) => page.getByRole('button', { name: new RegExp(`^筛选和排序：${column}`) }).click();
  const sorts = [];
  const filters = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await menu('进度');
    const way = round % 2 === 0 ? '降序' : '升序';
    const button = page.getByRole('button', { name: way, exact: true });
    sorts.push((await timed(page, () => button.click(), `按“进度”${way}`)).ms);
    await menu('牵头单位');
    await page.getByRole('textbox', { name: '搜索值' }).fill('市财政局');
    filters.push((await timed(page, () => page.keyboard.press('Enter'), '显示 [\\d,]+ 行，共')).ms);
    await page.getByRole('button', { name: '清除筛选和排序' }).click();
  }
  return { scroll, sort: median(sorts), filter: median(filters) };
}

/** What another grid takes for the same, drawn until the next frame. */
async function measureOther(browser, address) {
  const page = await newPage(browser, address);
  await page.evaluate(([heads, rows]) => globalThis.draw({ heads, rows }), [HEADS, tableRows(ENTRIES)]);
  await page.waitForFunction(() => globalThis.grid !== undefined);
  await page.waitForTimeout(1000);
  const scroller = await page.evaluate(() => globalThis.grid.scroller);
  const scroll = await page.evaluate(scrollFrames, [scroller, FRAMES, STEP]);
  const drawn = (act, ...values) =>
    page.evaluate(
      async ([name, args]) => {
        const begin = performance.now();
        await globalThis.grid[name](...args);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return performance.now() - begin;
      },
      [act, values],
    );
  const [sorts, filters, edits] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    sorts.push(await drawn('sort', 5, round % 2 === 0));
    filters.push(await drawn('filter', 2, '市财政局'));
    await drawn('filter', 2, null);
    edits.push(await drawn('edit', round, 7, `改 ${round}`));
  }
  await page.close();
  return { scroll, sort: median(sorts), filter: median(filters), edit: median(edits) };
}

/** A stylesheet with those it imports in their places. */
async function stylesIn(file) {
  const text = await readFile(file, 'utf8');
  const imported = [...text.matchAll(/@import "([^"]+)";/g)].map(([, path]) =>
    readFile(join(dirname(file), path), 'utf8'),
  );
  return (await Promise.all(imported)).join('\n');
}

/** Pages of nothing but another grid; `null` where they are not installed. */
export async function buildOthers() {
  const home = join(import.meta.dirname, '../grids');
  try {
    createRequire(join(home, 'package.json')).resolve('ag-grid-community');
  } catch {
    return null;
  }
  const folder = await mkdtemp(join(tmpdir(), 'other-grids-'));
  const config = {
    mode: 'production',
    entry: Object.fromEntries(Object.keys(GRIDS).map((name) => [name, join(home, `${name}.mjs`)])),
    output: { path: folder, filename: '[name].js' },
    resolve: { modules: [join(home, 'node_modules')] },
    module: { rules: [{ test: /\.css$/, type: 'asset/source' }] },
    performance: false,
  };
  await new Promise((done, failed) => {
    webpack(config, (error, stats) =>
      error || stats.hasErrors() ? failed(error ?? new Error(stats.toString('errors-only'))) : done(),
    );
  });
  const styles = await stylesIn(join(home, 'node_modules/@glideapps/glide-data-grid/dist/index.css'));
  for (const name of Object.keys(GRIDS))
    await writeFile(
      join(folder, `${name}.html`),
      `<!doctype html><meta charset="utf-8"><style>html,body,#grid{height:100%;margin:0}${name === 'glide' ? styles : ''}</style><div id="grid"></div><div id="portal"></div><script src="${name}.js"></script>`,
    );
  return folder;
}

/** A thousand returns, checked and taken in. */
async function measureImport(browser, address) {
  const folder = await mkdtemp(join(tmpdir(), 'thousand-returns-'));
  try {
    makeCorpus(folder, RETURNS);
    const page = await newPage(browser, address);
    await page.locator('main input[type=file]').first().setInputFiles(join(folder, 'L.xlsx'));
    await page.getByText('已打开 L.xlsx').waitFor();
    await page.getByRole('tab', { name: '回收' }).first().click();
    const names = await readdir(join(folder, 'returns'));
    const picker = page.locator('main input[type=file]').first();
    const files = names.map((name) => join(folder, 'returns', name));
    const checking = await timed(page, () => picker.setInputFiles(files), '汇入 [\\d,]+ 条');
    const take = page.getByRole('button', { name: /^汇入 [\d,]+ 条$/ });
    const taking = await timed(page, () => take.click(), '汇入完成');
    console.log(`${files.length} returns of 20 rows:`);
    told('  checked', checking, 'no block over 50 ms');
    told('  taken in', taking, 'no block over 50 ms');
    await page.close();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Prints what the page takes at this size, then its grid's times as ratios to those of the other grids. */
export async function measureAtScale(browser, address, others) {
  const own = await measureLedger(browser, address);
  await measureImport(browser, address);
  console.log(`the grid at ${ENTRIES} rows: scrolling ${whole(own.scroll)} a frame (95 of 100; at most 17)`);
  if (others === null) {
    console.log('the other grids are not installed: npm ci --prefix bench/grids');
    return;
  }
  for (const name of Object.keys(GRIDS)) {
    const other = await measureOther(browser, `${others}${name}.html`);
    const ratios = ['scroll', 'filter', 'sort', 'edit'].map(
      (act) => `${act} ${(own[act] / other[act]).toFixed(1)}`,
    );
    console.log(`  its times ÷ those of ${GRIDS[name]}: ${ratios.join(', ')}`);
  }
}
