import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { makeDemo } from '../../src/app/demo/make-demo';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { BuiltPages } from './built-pages';
import { ExcelPage } from './excel-page';

/** Thirty-three returned files, five of them with faults. */
let returned: { name: string; mimeType: string; buffer: Buffer }[];
let pages: BuiltPages;

beforeAll(async () => {
  const plan = readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8');
  const demo = await makeDemo(plan, createWorkbookFiles(), { seed: 2017 });
  returned = demo.returns.map(({ fileName, bytes }) => ({
    name: fileName,
    mimeType: '',
    buffer: Buffer.from(bytes),
  }));
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

const VERDICTS = '共 33 份：合格 28，需更正 5，未采用 0。';

/** No worker answers before the test lets it: what the page can do meanwhile, it does while files are in hand. */
const HELD_WORKERS = `
  const Genuine = window.Worker;
  window.held = [];
  window.isHolding = true;
  window.release = () => { window.isHolding = false; for (const send of window.held.splice(0)) send(); };
  window.Worker = class extends Genuine {
    postMessage(message) {
      if (window.isHolding) window.held.push(() => super.postMessage(message));
      else super.postMessage(message);
    }
  };`;

/** Workers that are started and die over the third file. */
const DYING_WORKERS = `
  const Genuine = window.Worker;
  let files = 0;
  window.Worker = class extends Genuine {
    postMessage(message) {
      if ('bytes' in message && ++files > 2) this.dispatchEvent(new ErrorEvent('error', { message: 'gone', cancelable: true }));
      else super.postMessage(message);
    }
  };`;

async function onReturns(script: string): Promise<Page> {
  const page = await pages.page(1280, 800, { script });
  await page.getByRole('button', { name: '用示例数据试一遍' }).click();
  await page.getByText('示例已就绪').waitFor();
  await page.getByRole('tab', { name: '回收' }).click();
  await page.getByRole('button', { name: '选择文件' }).waitFor();
  return page;
}

function pick(page: Page): Promise<void> {
  return page.locator('main input[type=file]').setInputFiles(returned);
}

/** The browser tells a moment later that a worker has ended. */
async function untilNoWorker(page: Page): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS && checkWorkers(page) > 0; looks += 1) await page.waitForTimeout(50);
  expect(checkWorkers(page)).toBe(0);
}

const MOST_LOOKS = 400;

/** Those that check; the one that will make the file of the ledger stays. */
function checkWorkers(page: Page): number {
  return page.workers().filter((worker) => worker.url().includes('check-worker')).length;
}

test('while files are checked the page hears every click, says which file is at hand, and cancels at once', async () => {
  const page = await onReturns(HELD_WORKERS);
  await pick(page);
  await page.getByText(/^第 \d+\/33 份：市/).waitFor();
  await page.getByRole('tab', { name: '预警' }).click();
  await page.getByRole('heading', { name: '逾期预警' }).waitFor();
  await page.getByRole('gridcell').nth(20).click();
  expect(checkWorkers(page)).toBeGreaterThan(0);
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByText('已取消').waitFor();
  await untilNoWorker(page);

  await page.getByRole('tab', { name: '回收' }).click();
  await pick(page);
  await page.getByText(/^第 \d+\/33 份：市/).waitFor();
  await page.evaluate(() => (window as unknown as { release: () => void }).release());
  await page.getByText(VERDICTS).waitFor();
  await untilNoWorker(page);
  expect(pages.faults).toEqual([]);
  await page.close();
});

test.each([
  ['there are none', 'delete window.Worker;'],
  ['they are forbidden', 'window.Worker = class { constructor() { throw new Error("forbidden"); } };'],
  ['they die over the files', DYING_WORKERS],
])('the files are checked on the page where workers are wanted and %s', async (_, script) => {
  const page = await onReturns(script);
  await pick(page);
  await page.getByText(VERDICTS).waitFor();
  await page.close();
});

test('where the worker’s own file is missing the files are checked on the page', async () => {
  const page = await onReturns('');
  await page.route('**/check-worker*.js', (route) => route.abort());
  await pick(page);
  await page.getByText(VERDICTS).waitFor();
  await page.close();
  pages.faults.length = 0;
});

test('inside Excel too the files are checked beside the pane', async () => {
  const excel = await ExcelPage.open(pages);
  const { page } = excel;
  await page.addInitScript(HELD_WORKERS);
  await page.reload();
  await page.getByRole('button', { name: '用示例数据试一遍' }).click();
  await page.getByText('示例已就绪').waitFor();
  await page.getByRole('tab', { name: '回收' }).click();
  await pick(page);
  await page.getByText(/^第 \d+\/33 份：市/).waitFor();
  expect(checkWorkers(page)).toBeGreaterThan(0);
  await page.evaluate(() => (window as unknown as { release: () => void }).release());
  await page.getByText(VERDICTS).waitFor();
  await excel.close();
});
