import type { Page } from 'playwright-core';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { summarise } from '../../src/ledger/figures/summary';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { withChecked } from './beginnings';
import { BuiltPages } from './built-pages';
import { goToScreen } from './pane-actions';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

test('the whole cycle by clicks: sample, returns, import, overdue, summary, undo, download', async () => {
  const page = await pages.page(1280);
  await button(page, '用示例数据试一遍').click();
  await page.getByText('示例已就绪').waitFor();
  await button(page, '用示例填报表').click();
  await page.getByText('共 33 份：合格 28，需更正 5，未采用 0。').waitFor();
  await button(page, '汇入 200 条').click();
  await page.getByText('汇入完成').waitFor();

  await page.getByRole('tab', { name: '预警' }).click();
  await page.getByText('逾期 6 条，临期').waitFor();
  await page.getByRole('grid', { name: '台账' }).getByText('推进中', { exact: true }).first().waitFor();

  await page.getByRole('tab', { name: '首页' }).click();
  await page.getByText('已回收 33/33').waitFor();
  const bytes = await pages.downloaded(page, () => button(page, '保存工作簿').click());
  const { ledger } = readLedger(await createWorkbookFiles().read(bytes, 'ledger.xlsx'));
  expect(
    ledger.entries.filter((entry) => entry.kind === 'report' && entry.period === '2017-11'),
  ).toHaveLength(200);
  expect(summarise(ledger).units.every(({ returned }) => returned)).toBe(true);

  await page.getByRole('tab', { name: '回收' }).click();
  await button(page, '撤销本次汇入').click();
  await page.getByText('已撤销本次汇入。').waitFor();
  await page.getByRole('tab', { name: '首页' }).click();
  await page.getByText('已回收 0/33').waitFor();
  await page.close();
});

test('a ledger saved by the page opens again, with its own and only its own words for a wrong file', async () => {
  const page = await pages.page(1280);
  await button(page, '载入140项措施').click();
  await page.getByText('已载入 140 项措施。').waitFor();
  const bytes = await pages.downloaded(page, () => button(page, '保存工作簿').click());

  const chooser = page.locator('input[type=file]').first();
  await chooser.setInputFiles({ name: '信.xlsx', mimeType: '', buffer: Buffer.from('not a workbook') });
  await page.getByText('这个文件不是可以读取的台账').waitFor();
  await page.getByRole('button', { name: '26 个单位' }).waitFor();
  await chooser.setInputFiles({ name: '台账.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
  await page.getByText('已打开 台账.xlsx').waitFor();
  await page.close();
});

test.each([320, 270])('at %i px nothing needs sideways scrolling', async (width) => {
  const page = await withChecked(pages, width);
  await button(page, '汇入 200 条').waitFor();
  for (const name of ['首页', '下发', '回收', '预警', '汇总', '设置']) {
    await goToScreen(page, name);
    await page.waitForTimeout(50);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.close();
});

test('English is complete, and the page keeps to its own origin without a fault', async () => {
  const page = await pages.page(1280);
  await button(page, '载入140项措施').click();
  await page.getByText('已载入 140 项措施。').waitFor();
  await page.getByRole('tablist', { name: '功能' }).getByRole('tab', { name: '设置' }).click();
  await page.getByLabel('语言').selectOption('en-US');
  await page.getByRole('heading', { name: 'Measures Ledger' }).waitFor();
  await page.getByRole('tab', { name: 'Home' }).click();
  const pane = await page.locator('main').innerText();
  expect(pane).not.toMatch(/\p{Script=Han}/u);
  expect(pages.foreignRequests).toEqual([]);
  expect(pages.faults.filter((fault) => !fault.includes('icon-32.png') && !fault.includes('404'))).toEqual(
    [],
  );
  await page.close();
});
