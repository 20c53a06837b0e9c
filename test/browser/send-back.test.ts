import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { demoLedger, demoReturns } from '../../src/app/demo/make-demo';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { SEND_BACK_SHEET } from '../../src/sheets/tabs/send-back-tab';
import { OWN_SHEET, foreignWorkbook } from '../hosts/file/foreign-workbook';
import { violations } from './accessibility';
import { withChecked, withSample } from './beginnings';
import { BuiltPages } from './built-pages';
import { untilKept } from './kept-session';
import { drawIn } from '../support/ledger-in';

const files = createWorkbookFiles();
let ledger: ReturnType<typeof demoLedger>;
let pages: BuiltPages;

beforeAll(async () => {
  ledger = demoLedger(await readFile('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

function button(page: Page, name: string | RegExp) {
  return page.locator('main').getByRole('button', { name, exact: typeof name === 'string' });
}

async function unfold(page: Page, unit: string): Promise<void> {
  await button(page, new RegExp(unit)).first().click();
}

/** A form of the sample whose first three statuses are misspelt. */
async function misspelt(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const [first] = demoReturns(ledger, 2017);
  if (first === undefined) throw new Error('the sample has returns');
  const sheets = first.form.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((row, index) =>
      index > 3 && index < 7 && sheet.visibility === 'visible'
        ? row.map((value, at) => (at === 5 ? '己完成' : value))
        : row,
    ),
  }));
  const bytes = await files.write({ ...first.form, sheets });
  return { name: first.fileName, mimeType: '', buffer: Buffer.from(bytes) };
}

test('a unit’s marked copy and the paragraph for it, and all of them packed', async () => {
  const page = await withChecked(pages);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await unfold(page, '市编办');
  const copy = await pages.downloaded(page, () => button(page, '下载退回件').click());
  const marked = await files.read(copy, 'x.xlsx');
  expect(marked.sheets[0]?.name).toBe(SEND_BACK_SHEET);
  await button(page, '复制退回说明').click();
  await page.getByText('已复制').waitFor();
  const words = await page.evaluate(() => navigator.clipboard.readText());
  expect(words).toMatch(
    /^市编办：贵单位报送的2017年11月填报表需更正以下 1 处：\n1\. F\d+（第\d+项）：没有填报状态。/,
  );
  const packed = await pages.downloaded(page, () => button(page, /^打包下载退回件/).click());
  const names = Object.keys(unzipSync(packed));
  expect(names).toContain('市编办_2017-11_填报表_退回.xlsx');
  expect(names).toContain('退回说明.txt');
  await page.close();
});

test('what could be meant is agreed to one by one or all at once, shown before and after, and taken back', async () => {
  const page = await withSample(pages);
  await page.getByRole('tab', { name: '回收' }).click();
  const form = await misspelt();
  await page.locator('main input[type=file]').setInputFiles(form);
  const before = Number(/\d+/.exec(await button(page, /^汇入 \d+ 条$/).innerText())?.[0]);
  await unfold(page, form.name.split('_')[0] ?? '');
  const offered = page.getByRole('region', { name: '可以采用的更正' }).getByRole('checkbox');
  expect(await offered.count()).toBe(3);
  const first = page.getByRole('checkbox', { name: /F5.*“己完成”→“已完成”/ });
  await first.click();
  await button(page, `汇入 ${before + 1} 条`).waitFor();
  await first.click();
  await button(page, `汇入 ${before} 条`).waitFor();
  await button(page, '全部采用（3）').click();
  await button(page, `汇入 ${before + 3} 条`).waitFor();
  expect(await offered.evaluateAll((boxes) => boxes.every((box) => (box as HTMLInputElement).checked))).toBe(
    true,
  );
  await page.close();
});

test('a finding is shown in the file as the unit sent it: its cell in front, filled, not to be edited', async () => {
  const page = await withChecked(pages);
  await unfold(page, '市编办');
  await button(page, /^定位到填报表 F\d+$/)
    .first()
    .click();
  const grid = page.getByRole('grid', { name: '市编办 · 填报表' });
  await grid.waitFor();
  await page.getByText('这是单位报送的原表，只供查看').waitFor();
  expect(await isWhollyShown(page.getByRole('tab', { name: '市编办 · 填报表' }))).toBe(true);
  const focused = page.locator('[role=gridcell]:focus');
  await focused.waitFor();
  expect(await focused.evaluate((cell) => getComputedStyle(cell).backgroundColor)).toBe('rgb(249, 180, 174)');
  await page.keyboard.press('Enter');
  await page.getByText(/不能修改/).waitFor();
  expect(await violations(page, 'section[aria-label="工作簿"]')).toEqual([]);
  await untilKept(page, 'returnedSheet');
  await page.reload();
  await grid.waitFor();
  await page.getByRole('tab', { name: '台账', exact: true }).click();
  await button(page, '放弃，不汇入').click();
  await button(page, '移出').click();
  await page.getByRole('tab', { name: '市编办 · 填报表' }).waitFor({ state: 'detached' });
  await page.close();
});

/** Whether nothing of a tab is cut off at either end of what shows of the row of tabs, but for the part of a pixel. */
function isWhollyShown(tab: Locator): Promise<boolean> {
  return tab.evaluate((element) => {
    const row = element.closest('[role=tablist]')?.parentElement?.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    return row !== undefined && own.left > row.left - 1 && own.right < row.right + 1;
  });
}

/** Drops a file on a part of the page, as a hand would. */
async function drop(page: Page, where: string, name: string, bytes: Uint8Array): Promise<void> {
  await page.locator(where).evaluate(
    (target, [fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(content)], fileName));
      for (const kind of ['dragover', 'drop'])
        target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, [...bytes]] as const,
  );
}

describe('a ledger dropped on the page', () => {
  let bytes: Uint8Array;

  beforeAll(async () => {
    const host = await FileWorkbookHost.open(await foreignWorkbook(), '台账.xlsx');
    await drawIn(host, ledger);
    bytes = await host.toBytes();
  });

  test('opens; the clerk’s own sheet is a tab to look at, said to be kept', async () => {
    const page = await pages.page(1280);
    await button(page, '载入140项措施').waitFor();
    await drop(page, 'main', '年度台账.xlsx', bytes);
    await page.getByText('已打开 年度台账.xlsx').waitFor();
    await page.getByRole('tab', { name: OWN_SHEET }).click();
    await page.getByRole('grid', { name: OWN_SHEET }).getByText('备注 =1').waitFor();
    await page.getByText('这是您自己的工作表').waitFor();
    await page.close();
  });

  test('takes the place of one with unsaved changes only when the clerk says so', async () => {
    const page = await pages.page(1280);
    await button(page, '载入140项措施').click();
    await page.getByText('已载入 140 项措施。').waitFor();
    const dialog = page.getByRole('alertdialog', { name: '有尚未保存的修改' });
    await drop(page, 'main', '年度台账.xlsx', bytes);
    await dialog.waitFor();
    expect(await violations(page, '[role=alertdialog]')).toEqual([]);
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByText('示例数据').count()).toBe(0);

    await drop(page, 'main', '年度台账.xlsx', bytes);
    const saved = await pages.downloaded(page, () =>
      dialog.getByRole('button', { name: '保存后打开' }).click(),
    );
    expect((await files.read(saved, 'x.xlsx')).sheets.length).toBeGreaterThan(5);
    await page.getByText('已打开 年度台账.xlsx').waitFor();
    await page.close();
  });

  test('can be closed for another, and stays closed over a reload', async () => {
    const page = await pages.page(1280);
    await drop(page, 'main', '年度台账.xlsx', bytes);
    await page.getByText('已打开 年度台账.xlsx').waitFor();
    await untilKept(page, 'ledger');
    await button(page, '关闭台账').click();
    await button(page, '载入140项措施').waitFor();
    await page.waitForTimeout(300);
    await page.reload();
    await button(page, '载入140项措施').waitFor();
    await page.close();
  });
});

test('nothing failed meanwhile', () => {
  expect(pages.faults).toEqual([]);
});
