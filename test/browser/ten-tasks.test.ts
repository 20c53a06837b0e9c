import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { makeDemo } from '../../src/app/demo/make-demo';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { SEND_BACK_SHEET } from '../../src/sheets/tabs/send-back-tab';
import { unzipped } from '../support/unzipped';
import { SAMPLE_ENTRIES, withChecked, withCollected, withSample } from './beginnings';
import { BuiltPages } from './built-pages';
import { untilEntries, untilInbox } from './kept-session';
import { PaneActions } from './pane-actions';
import { turnTo } from './sides';
import { CountingClerk } from './ten-tasks/counting-clerk';
import { toldTasks } from './ten-tasks/told-tasks';

const MOST_ACTIONS = 5;
/** The sample of the page is that of the command. */
const SEED = 2017;

const files = createWorkbookFiles();
let pages: BuiltPages;
let folder: string;

beforeAll(async () => {
  pages = await BuiltPages.open();
  folder = mkdtempSync(join(tmpdir(), 'ten-tasks-'));
});

afterAll(async () => {
  await pages.close();
  rmSync(folder, { recursive: true });
});

function main(page: Page) {
  return page.locator('main');
}

function button(page: Page, name: string | RegExp) {
  return main(page)
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first();
}

/** The tab of a screen, in the row of screens. */
function screen(page: Page, name: string) {
  return page.getByRole('tablist', { name: '功能' }).getByRole('tab', { name, exact: true });
}

/** The tab of a part of 督办. */
function part(page: Page, name: string) {
  return main(page).getByRole('tablist', { name: '督办事项' }).getByRole('tab', { name, exact: true });
}

function grid(page: Page, name: string) {
  return page.getByRole('grid', { name, exact: true });
}

async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What the browser prints, as text. */
async function printed(page: Page): Promise<string> {
  const file = join(folder, 'printed.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

interface Task {
  readonly name: string;
  readonly begins: (pages: BuiltPages) => Promise<Page>;
  /** The task, and that it came to what it is for. */
  readonly does: (clerk: CountingClerk) => Promise<void>;
}

const TASKS: readonly Task[] = [
  {
    name: '收一批填报表',
    begins: withSample,
    does: async (clerk) => {
      const { page } = clerk;
      const sample = await makeDemo(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'), files, {
        seed: SEED,
      });
      await clerk.drop(...sample.returns.map(({ fileName: name, bytes }) => ({ name, bytes })));
      await clerk.click(button(page, '汇入 200 条'));
      await page.getByText('汇入完成').waitFor();
      await untilEntries(page, SAMPLE_ENTRIES);
      await untilInbox(page, sample.returns.length);
    },
  },
  {
    name: '看谁没有报，发催办通知',
    begins: withSample,
    does: async (clerk) => {
      const { page } = clerk;
      await clerk.click(screen(page, '督办'));
      await main(page)
        .getByText(/未报 33 个单位/)
        .waitFor();
      await clerk.click(button(page, '复制群通知'));
      await page.getByText('已复制').first().waitFor();
      const toAll = await clipboard(page);
      for (const unit of ['市编办', '市财政局', '市教育局']) expect(toAll).toContain(unit);
      await clerk.click(button(page, '复制：市编办'));
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('市编办：'));
      expect(await clipboard(page)).toContain('填报表');
    },
  },
  {
    name: '找一项措施，看它的全部情况',
    begins: withCollected,
    does: async (clerk) => {
      const { page } = clerk;
      await clerk.press('Control+f');
      await page.locator('[role=search] input:focus').waitFor();
      await clerk.type('双随机');
      await page
        .getByRole('search')
        .getByText(/^1\/\d+$/)
        .waitFor();
      const workbook = page.getByRole('region', { name: '工作簿' });
      await clerk.click(workbook.getByRole('button', { name: /^第 \d+ 项$/ }));
      await main(page)
        .getByRole('heading', { level: 2, name: /^第 \d+ 项$/ })
        .waitFor();
      await main(page).getByText('历次填报').waitFor();
      expect(await main(page).innerText()).toContain('双随机');
    },
  },
  {
    name: '核实一项申报完成的措施',
    begins: withCollected,
    does: async (clerk) => {
      const { page } = clerk;
      await clerk.click(screen(page, '督办'));
      await clerk.click(part(page, '核实'));
      const claim = main(page).getByRole('checkbox', { name: '第 1 项　市编办', exact: true });
      await main(page).getByRole('checkbox', { name: '全选（已选 0/74）' }).waitFor();
      await clerk.click(claim);
      await clerk.click(button(page, '核实销号（1）'));
      await main(page).getByText('已登记 1 项核实结果。').waitFor();
      await main(page).getByRole('checkbox', { name: '全选（已选 0/73）' }).waitFor();
      expect(await claim.count()).toBe(0);
    },
  },
  {
    name: '登记并批准一件延期',
    begins: withCollected,
    does: async (clerk) => {
      const { page } = clerk;
      await clerk.click(page.locator('[role=row][data-row="10"] [data-column="1"]'));
      const workbook = page.getByRole('region', { name: '工作簿' });
      await clerk.click(workbook.getByRole('button', { name: '第 7 项', exact: true }));
      await clerk.fill(main(page).getByLabel('新时限'), '2018-06-30');
      await clerk.fill(main(page).getByLabel('延期理由'), '省级清单尚未印发');
      await clerk.click(button(page, '登记并批准'));
      await main(page).getByText('已批准', { exact: true }).waitFor();
      await main(page).getByText('2017-12-31 延至 2018-06-30').first().waitFor();
      await untilEntries(page, SAMPLE_ENTRIES + 2);
    },
  },
  {
    name: '改正一格填错的状态',
    begins: withCollected,
    does: async (clerk) => {
      const { page } = clerk;
      const cell = page.locator('[role=row][data-row="4"] [data-column="7"]');
      expect(await cell.innerText()).not.toContain('未启动');
      await clerk.click(cell);
      await clerk.press('Enter');
      await clerk.click(page.getByRole('option', { name: '未启动' }));
      await page.getByText(/已记入手工修改/).waitFor();
      expect(await cell.innerText()).toContain('未启动');
      await untilEntries(page, SAMPLE_ENTRIES + 1);
    },
  },
  {
    name: '打印一个单位的逾期措施',
    begins: withCollected,
    does: async (clerk) => {
      const { page } = clerk;
      await clerk.click(screen(page, '汇总'));
      const overdue = main(page).getByRole('button', { name: /^市政府应急办：逾期 \d+$/ });
      const count = Number((await overdue.innerText()).replace(/\D/g, ''));
      await clerk.click(overdue);
      await main(page)
        .getByRole('heading', { name: `市政府应急办：逾期（${count}）` })
        .waitFor();
      await page.waitForFunction(
        (rows) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === String(rows),
        count + 3,
      );
      await clerk.press('Control+p');
      const paper = await printed(page);
      const numbers = [...paper.matchAll(/^\s{0,8}(\d{1,3})\s/gmu)].map(([, no]) => Number(no));
      expect(numbers).toHaveLength(count);
      expect(paper).toContain('市政府应急办');
    },
  },
  {
    name: '出汇总表并保存',
    begins: withCollected,
    does: async (clerk) => {
      const { page } = clerk;
      await clerk.click(screen(page, '汇总'));
      await clerk.click(button(page, '查看汇总表'));
      await grid(page, '汇总').waitFor();
      const saved = await pages.downloaded(page, () => clerk.press('Control+s'));
      await page.getByText(/^已交给浏览器下载/).waitFor();
      const { sheets } = await files.read(saved, '台账.xlsx');
      const names = sheets.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['台账', '汇总', '领导参阅']));
    },
  },
  {
    name: '登记一份督办单并下载',
    begins: withCollected,
    does: async (clerk) => {
      const { page } = clerk;
      await clerk.click(screen(page, '督办'));
      await clerk.click(part(page, '发文'));
      await clerk.click(button(page, '预览：督办单　市政府应急办'));
      const paper = page.getByRole('dialog', { name: '督办单　市政府应急办' });
      await clerk.click(paper.getByRole('button', { name: '登记发文' }));
      await paper.getByText('已登记：荆法建督〔2017〕1号。').waitFor();
      const letter = await pages.downloaded(page, () =>
        clerk.click(paper.getByRole('button', { name: '下载（.docx）' })),
      );
      const text = (unzipped(letter)['word/document.xml'] ?? '').replace(/<[^>]*>|\u200d/g, '');
      expect(text).toContain('荆法建督〔2017〕1号');
      expect(text).toContain('市政府应急办');
    },
  },
  {
    name: '把有错的填报表退回单位',
    begins: withChecked,
    does: async (clerk) => {
      const { page } = clerk;
      await clerk.click(screen(page, '回收'));
      await clerk.click(button(page, /市编办/));
      const copy = await pages.downloaded(page, () => clerk.click(button(page, '下载退回件')));
      expect((await files.read(copy, '退回件.xlsx')).sheets[0]?.name).toBe(SEND_BACK_SHEET);
      await clerk.click(button(page, '复制退回说明'));
      await page.getByText('已复制').first().waitFor();
      expect(await clipboard(page)).toMatch(/^市编办：贵单位报送的2017年11月填报表需更正/u);
      await button(page, /已退回.*市编办/).waitFor();
    },
  },
];

test('the page tells of these ten tasks, each in at most five actions, and lists as many as it says', async () => {
  const told = await toldTasks();
  expect(told.map(({ name }) => name)).toEqual(TASKS.map(({ name }) => name));
  expect(told).toHaveLength(10);
  for (const { actions, steps } of told) {
    expect(actions).toBe(steps);
    expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
  }
});

test.each(TASKS)('$name: as many actions as the page says', async ({ name, begins, does }) => {
  const page = await begins(pages);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await new PaneActions(page).go('pane.screen.home');
  await turnTo(page, '台账');
  const clerk = new CountingClerk(page);
  await does(clerk);
  expect(clerk.actions).toBe((await toldTasks()).find((told) => told.name === name)?.actions);
  await page.close();
});

test('nothing of this was a fault of the page', () => {
  expect(pages.faults).toEqual([]);
});
