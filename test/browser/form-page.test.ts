import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { violations } from './accessibility';
import { startChromium } from './chromium';
import { UNIT, nextPeriod } from '../returns/forms/next-period';

const run = promisify(execFile);

/** What the page must do without in Chromium 80, as far as it can be taken away from a later one. */
const OF_CHROMIUM_80 = `
  for (const name of ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with']) delete Array.prototype[name];
  delete String.prototype.replaceAll; delete String.prototype.at; delete Element.prototype.replaceChildren;
  delete Object.hasOwn; delete Object.groupBy; delete Map.groupBy; delete window.structuredClone; delete Array.fromAsync;
  delete Promise.any; delete window.WeakRef; delete crypto.randomUUID;`;
const DENIED = `
  Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('', 'SecurityError'); } });
  Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });`;

let browser: Browser;
let folder: string;
let address: string;
const faults: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'form-page-'));
  const ledger = { ...nextPeriod(), settings: { ...nextPeriod().settings, sample: false } };
  await writeFile(join(folder, 'L.xlsx'), await createWorkbookFiles().write(ledgerWorkbook(ledger)));
  await command('forms', 'L.xlsx', '--period', '2017-12', '--out', 'forms', '--html');
  address = pathToFileURL(join(folder, 'forms', `${UNIT}_2017-12_填报表.html`)).href;
  browser = await startChromium();
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function command(...args: readonly string[]): Promise<string> {
  const program = join(process.cwd(), 'dist/cli/ledger.cjs');
  return (await run('node', [program, ...args], { cwd: folder })).stdout;
}

async function opened(
  script = OF_CHROMIUM_80,
  width = 360,
  scheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    colorScheme: scheme,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => /^(?:file|blob|data):/u.test(request.url()) || faults.push(request.url()));
  await page.clock.setFixedTime(new Date('2018-01-05T09:00:00+08:00'));
  await page.addInitScript(script);
  await page.goto(address);
  return page;
}

const inCard = (page: Page, measure: number) => page.locator(`#m${measure}`);

async function fill(page: Page): Promise<void> {
  const first = inCard(page, 48);
  await first.getByLabel('已完成', { exact: true }).check();
  await first.getByLabel('完成日期').fill('2018-01-02');
  await first.getByLabel('进度(%)').fill('100');
  await first.getByLabel('进展情况').fill('综合报告已印发，共 12 个单位');
  await first.getByLabel('佐证材料').fill('荆审发〔2018〕1号');
  await inCard(page, 127).getByLabel('无变化', { exact: true }).check();
  const third = inCard(page, 128);
  await third.getByLabel('推进中', { exact: true }).check();
  await third.getByLabel('进展情况').fill('已征求 14 个单位意见并修改成稿');
  await page.getByLabel('填报日期').fill('2018-01-04');
}

async function collected(name: string): Promise<unknown> {
  const out = await command('collect', 'L.xlsx', name, '--out', `${name}.out.xlsx`, '--json');
  const { files, entriesAdded } = JSON.parse(out) as {
    entriesAdded: number;
    files: { unit: string; verdict: string; findings: { code: string }[] }[];
  };
  return [
    entriesAdded,
    files.map(({ unit, verdict, findings }) => [unit, verdict, findings.map(({ code }) => code)]),
  ];
}

const WHOLE = [3, [[UNIT, 'accepted', ['unchanged-taken-over']]]];

test('on a phone: filled, a wrong date told at once, kept over a reload, and collected as a file and as a text', async () => {
  const page = await opened();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await fill(page);
  const first = inCard(page, 48);
  await first.getByLabel('完成日期').fill('2018-03-01');
  await first.locator('.error').getByText('2018-03-01').waitFor();
  await first.getByLabel('完成日期').fill('2018-01-02');
  await first.locator('.error').waitFor({ state: 'detached' });
  await page.reload();
  expect(await first.getByLabel('进展情况').inputValue()).toBe('综合报告已印发，共 12 个单位');
  expect(await inCard(page, 127).getByLabel('无变化').isChecked()).toBe(true);
  expect(await page.locator('.error').count()).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '生成填报表' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${UNIT}_2017-12_填报表.xlsx`);
  await download.saveAs(join(folder, 'back.xlsx'));
  expect(await collected('back.xlsx')).toEqual(WHOLE);
  await page.getByRole('button', { name: '复制填报文本' }).click();
  await writeFile(join(folder, 'back.txt'), await page.getByLabel('填报文本').inputValue());
  expect(await collected('back.txt')).toEqual(WHOLE);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('what is owed or wrong is asked about before a file is made, and led to', async () => {
  const page = await opened();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await inCard(page, 127).getByLabel('无变化', { exact: true }).check();
  await page.getByRole('button', { name: '生成填报表' }).click();
  expect(asked).toEqual(['第 48、128 项还有错误或没有填，这些行会被退回。仍要导出吗？']);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('m48-claimedStatus-0');
  await page.context().close();
});

test('a browser that keeps nothing and has no clipboard says so, and the form can still be sent', async () => {
  const page = await opened(DENIED);
  await page.getByText('此浏览器不允许保存').waitFor();
  await fill(page);
  await page.getByRole('button', { name: '复制填报文本' }).click();
  expect(await page.getByLabel('填报文本').inputValue()).toMatch(
    /^【措施台账填报 第1版】[^]*校验[0-9a-f]{8}】$/u,
  );
  await page.context().close();
});

test('every page is under 300 KB, and each looks right to axe in light and dark', async () => {
  const names = (await readdir(join(folder, 'forms'))).filter((name) => name.endsWith('.html'));
  expect(names.length).toBeGreaterThan(30);
  const sizes = await Promise.all(
    names.map(async (name) => (await readFile(join(folder, 'forms', name))).length),
  );
  expect(Math.max(...sizes)).toBeLessThanOrEqual(300_000);
  const licences = await readFile('dist/form-page/third-party-licenses.txt', 'utf8');
  expect(await readFile(join(folder, 'forms', names[0] ?? ''), 'utf8')).toContain(licences);
  for (const [width, scheme] of [
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
  ] as const) {
    const page = await opened('', width, scheme);
    await fill(page);
    await inCard(page, 48).getByLabel('完成日期').fill('2018-03-01');
    if (process.env['PICTURES'] !== undefined) {
      await page.screenshot({ path: join(process.env['PICTURES'], `form-page-${width}-${scheme}.png`) });
    }
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }
});
